#!/usr/bin/env bash
# Stops the suite that run.sh left running, and waits until its database has stopped too.
set -euo pipefail
cd "$(dirname "$0")/.."
readonly PID_FILE="${DATA_DIR:-var}/suite.pid"
[[ -e "$PID_FILE" ]] || exit 0
suite="$(<"$PID_FILE")"
kill -TERM "$suite" 2>/dev/null || true
while kill -0 "$suite" 2>/dev/null; do sleep 0.1; done
rm -f "$PID_FILE"
