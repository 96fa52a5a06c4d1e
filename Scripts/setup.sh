#!/bin/sh
# Installs what planc needs on a Debian 12 machine, and nothing that is there already.
#
#   setup.sh build   what it takes to compile planc
#   setup.sh wheel   what it takes to pack a planc as a wheel, without a compiler
#   setup.sh test    all, with a browser, Java (for the HTML validator) and the Python tools of the tests
set -eu
cd "$(dirname "$0")/.."

missing() {
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || echo "$package"
  done
}

install() {
  wanted=$(missing "$@")
  [ -n "$wanted" ] || return 0
  if [ "$(id -u)" = 0 ]; then as_root=; else as_root=sudo; fi
  echo "Installing from Debian:" $wanted >&2
  $as_root apt-get update -qq
  # shellcheck disable=SC2086 # one word a package
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $wanted >/dev/null
}

# tools FOLDER REQUIREMENTS: a Python of its own with these packages.
tools() {
  cmp -s "$2" "$1/requirements.txt" && return
  rm -rf "$1"
  # Debian's own Python: another one on the PATH may come without venv.
  /usr/bin/python3 -m venv "$1"
  "$1/bin/pip" install -q --disable-pip-version-check -r "$2"
  cp "$2" "$1/requirements.txt"
}

wheel() {
  install binutils python3 python3-venv
  venv=.build/packaging
  tools "$venv" packaging/requirements.txt
  # What pip asks an index for when pre-commit installs this repository; the tests have none.
  if ! ls "$venv"/wheels/*.whl >/dev/null 2>&1; then
    "$venv/bin/pip" download -q --disable-pip-version-check --no-deps -d "$venv/wheels" \
      -c packaging/requirements.txt setuptools
  fi
}

if [ "${1:-build}" = wheel ]; then
  wheel
  exit
fi

if ! command -v swift >/dev/null; then
  echo "There is no swift on the PATH. planc needs a Swift toolchain, 6.2 or later: https://www.swift.org/install/linux" >&2
  exit 1
fi
version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
case $version in
  6.[01] | [0-5].*)
    echo "The swift on the PATH is $version. planc needs 6.2 or later: https://www.swift.org/install/linux" >&2
    exit 1 ;;
esac

install binutils libc6-dev libgcc-12-dev libstdc++-12-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libxxhash-dev
if [ "${1:-build}" = test ]; then
  install chromium default-jre-headless fonts-liberation git python3 python3-venv util-linux
  tools .build/tools Tests/Browser/requirements.txt
  wheel
fi
