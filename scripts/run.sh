#!/usr/bin/env bash
# Starts the suite with its demonstration data, answers the first question of a health directorate
# (who is missing where, and whom to move), then stays in the foreground; Ctrl-C stops everything.
#   ADDRESS   where to listen, default 127.0.0.1:7070
#   DATA_DIR  database, keys and log, default var/ (kept between runs; `make clean` removes it)
#   DETACH=1  leave the suite running and return; `make stop` stops it
set -euo pipefail
cd "$(dirname "$0")/.."
readonly ADDRESS="${ADDRESS:-127.0.0.1:7070}" DATA_DIR="${DATA_DIR:-var}" DETACH="${DETACH:-}"
readonly BIN=build/bin LOG="$DATA_DIR/suite.log" READY="$DATA_DIR/ready" PID_FILE="$DATA_DIR/suite.pid"
readonly READY_SECONDS=300

refuse_a_second_one() {
  if [[ -e "$PID_FILE" ]] && kill -0 "$(<"$PID_FILE")" 2>/dev/null; then
    echo "run: the suite already runs (process $(<"$PID_FILE")); \`make stop\` stops it" >&2
    exit 1
  fi
}

# A session of its own, so that Ctrl-C reaches this script first and the suite is stopped in order.
start_suite() {
  mkdir -p "$DATA_DIR"
  rm -f "$READY"
  setsid "$BIN/mudiriya-suite" --data_dir "$DATA_DIR" --listen "$ADDRESS" --seed \
    --ready_file "$READY" >"$LOG" 2>&1 </dev/null &
  suite=$!
  echo "$suite" >"$PID_FILE"
}

stop_suite() {
  trap - EXIT INT TERM
  kill -TERM "$suite" 2>/dev/null || true
  wait "$suite" 2>/dev/null || true
  rm -f "$PID_FILE"
}

# On a terminal: the file that is being loaded, in one line that changes.
show_progress() {
  [[ ! -t 1 ]] || printf '\r\033[K%s' "$(grep '^seed: ' "$LOG" | tail -n 1)"
}

wait_until_ready() {
  echo "run: starting; the first start also creates the database and loads the demonstration data"
  for ((turn = 0; turn < READY_SECONDS * 5; turn++)); do
    show_progress
    if [[ -e "$READY" ]]; then
      [[ ! -t 1 ]] || printf '\r\033[K'
      return 0
    fi
    kill -0 "$suite" 2>/dev/null || break
    sleep 0.2
  done
  echo "run: the suite did not become ready; the end of $LOG:" >&2
  tail -n 20 "$LOG" >&2
  return 1
}

ask() {
  printf '\n$ mudiriya %s\n' "$*"
  MUDIRIYA_DATA_DIR="$DATA_DIR" "$BIN/mudiriya" "$@"
}

answer_first_question() {
  ask staffing gaps --directorate assiut --lang en
  ask staffing plan create --directorate assiut --lang en --dry-run
}

tell_how_to_go_on() {
  cat <<TEXT

The suite listens on $ADDRESS (log: $LOG). In another terminal:
  $BIN/mudiriya staffing gaps --directorate homs --lang ar
  $BIN/mudiriya staffing gaps --directorate assiut --output json
  $BIN/mudiriya list facilities --directorate libya
  $BIN/mudiriya help
TEXT
}

refuse_a_second_one
start_suite
trap stop_suite EXIT
trap 'exit 0' INT TERM
wait_until_ready
answer_first_question
tell_how_to_go_on
if [[ -n "$DETACH" ]]; then
  trap - EXIT
  echo "It keeps running; \`make stop\` stops it."
else
  echo "Ctrl-C stops it."
  wait "$suite"
fi
