#!/usr/bin/env bash
# Makes this machine able to build, test and run the suite: the Debian packages of packages.txt that
# are missing, and the npm packages of protos/. Does nothing, and needs no network, when all is there.
set -euo pipefail
cd "$(dirname "$0")/.."

installed() { dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

# Some sources of Node.js carry npm inside nodejs; then there is no npm package to install.
satisfied() { installed "$1" || { [[ "$1" == npm ]] && command -v npm >/dev/null; }; }

as_root() { if [[ "$(id -u)" == 0 ]]; then "$@"; else sudo "$@"; fi; }

install_debian_packages() {
  local missing=() package
  while read -r package; do
    satisfied "$package" || missing+=("$package")
  done < <(grep --extended-regexp '^[a-z0-9]' scripts/packages.txt)
  ((${#missing[@]})) || return 0
  echo "deps: installing ${missing[*]}"
  as_root apt-get -o DPkg::Lock::Timeout=300 update -q
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=300 install -q -y --no-install-recommends "${missing[@]}"
}

# npm leaves a copy of the lock file it installed from; an unchanged lock means nothing to do.
install_npm_packages() {
  local stamp=protos/node_modules/.installed-from
  cmp --silent protos/package-lock.json "$stamp" && return 0
  echo "deps: installing the npm packages of protos/"
  (cd protos && npm ci --ignore-scripts --no-audit --no-fund)
  cp protos/package-lock.json "$stamp"
}

install_debian_packages
install_npm_packages
