#!/usr/bin/env bash
# Checks the sources without running them. Usage: lint.sh [CHECK…]; without one, all of them:
#   protos   buf lint, and buf breaking against the base commit's contracts
#   format   clang-format
#   layers   who may include what, file lengths, permissions and routes of RPCs
#   scripts  shell and Python syntax, shellcheck
#   tidy     clang-tidy on the files changed since the base commit (LINT_ALL=1: all), for LINT_MINUTES at most
# The base commit is where the branch left origin/main, else the parent of HEAD.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
readonly LINT_MINUTES="${LINT_MINUTES:-30}"

base_commit() {
  local base
  base="$(git merge-base HEAD origin/main 2>/dev/null)" || base=
  if [[ -n "$base" && "$base" != "$(git rev-parse HEAD)" ]]; then
    echo "$base"
  else
    git rev-parse --quiet --verify 'HEAD^' || true
  fi
}

check_breaking() {
  local base="$1" before
  git cat-file -e "$base:protos/buf.yaml" 2>/dev/null || return 0
  before="$(mktemp -d)"
  git archive "$base" protos | tar -x -C "$before"
  ln -s "$PWD/protos/node_modules" "$before/protos/node_modules"
  (cd protos && node_modules/.bin/buf breaking --against "$before/protos")
  local result=$?
  rm -rf "$before"
  return "$result"
}

check_protos() {
  local base
  base="$(base_commit)"
  (cd protos && node_modules/.bin/buf lint) && { [[ -z "$base" ]] || check_breaking "$base"; }
}

check_format() { git ls-files -z '*.cc' '*.h' | xargs -0r clang-format --dry-run -Werror; }

check_layers() { python3 tests/architecture/check.py .; }

check_scripts() {
  local python shell
  mapfile -t python < <(git ls-files '*.py')
  mapfile -t shell < <(git ls-files '*.sh' .ci/run)
  python3 - "${python[@]}" <<'PYTHON' && shellcheck "${shell[@]}"
import ast, sys
for path in sys.argv[1:]:
    ast.parse(open(path, encoding="utf-8").read(), path)
PYTHON
}

# The .cc files to look at. One that the base commit does not know counts as changed.
tidy_files() {
  local base
  base="$(base_commit)"
  if [[ -n "${LINT_ALL:-}" || -z "$base" ]]; then
    git ls-files '*.cc'
  else
    git diff --name-only --diff-filter=d "$base" -- '*.cc'
  fi
}

check_tidy() {
  cmake -S . -B build-debug -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_EXPORT_COMPILE_COMMANDS=ON \
    --log-level=WARNING >/dev/null || return 1
  cmake --build build-debug --target mudiriya_grpc_protos >/dev/null || return 1
  tidy_files | timeout "${LINT_MINUTES}m" \
    xargs -r -P "$(nproc)" -n 1 clang-tidy -p build-debug --quiet 2>/dev/null
  local result=$?
  ((result != 124)) || { echo "tidy: stopped after $LINT_MINUTES minutes, nothing found so far"; return 0; }
  return "$result"
}

failed=()
for check in "${@:-protos format layers scripts tidy}"; do
  for name in $check; do
    echo "lint: $name"
    "check_$name" || failed+=("$name")
  done
done
((${#failed[@]} == 0)) || { echo "lint: failed: ${failed[*]}" >&2; exit 1; }
