#!/usr/bin/env bash
# Runs every benchmark of a folder, one after another: side by side they would disturb each other.
set -euo pipefail
folder="$1"
for benchmark in "$folder"/*; do
  [[ -x "$benchmark" && -f "$benchmark" ]] || continue
  echo "== $(basename "$benchmark")"
  "$benchmark"
done
