#!/bin/sh
# Tries the ways in which planc is handed out: the wheel, the GitHub action, the GitLab template, the pre-commit hook.
#
#   test-packaging.sh PLANC DAY [PYTEST ARGUMENTS]
set -eu
PLANC_BINARY=$(realpath "$1")
PLANC_DAY=$2
export PLANC_BINARY PLANC_DAY
shift 2
cd "$(dirname "$0")/.."
exec .build/packaging/bin/python -m pytest -q Tests/Packaging "$@"
