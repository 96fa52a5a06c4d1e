#!/bin/sh
# Packs a planc as a Python wheel, and prints where it wrote it. The same binary gives the same bytes.
#
#   wheel.sh PLANC FOLDER
set -eu
planc=$(realpath "$1")
folder=$(realpath -m "$2")
cd "$(dirname "$0")/.."
python=$PWD/.build/packaging/bin/python
cd packaging/wheel
PLANC_BINARY=$planc exec "$python" -m hatchling build -t wheel -d "$folder"
