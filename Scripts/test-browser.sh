#!/bin/sh
# Compiles the sample and the hostile program, and runs the browser checks on both sites.
#
#   test-browser.sh PLANC DAY
set -eu
cd "$(dirname "$0")/.."
planc=$1
day=$2
out=.build/browser
rm -rf "$out"
mkdir -p "$out"
"$planc" build --quiet --as-of "$day" -o "$out/sample"
.build/tools/bin/python Tests/Browser/hostile.py "$out/hostile-program"
"$planc" build --quiet -C "$out/hostile-program" --as-of "$day" -o "$out/hostile"
PLANC_SITE=$out/sample PLANC_HOSTILE_SITE=$out/hostile .build/tools/bin/python -m pytest -q Tests/Browser
