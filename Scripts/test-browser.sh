#!/bin/sh
# Compiles the sample, the hostile program and those of the extremes, and runs the browser checks on all their sites.
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
.build/tools/bin/python Tests/Browser/extremes.py "$out/extreme-programs"
for program in none bare full; do
  "$planc" build --quiet -C "$out/extreme-programs/$program" --as-of "$day" -o "$out/extreme/$program"
done
PLANC_EXTREME_SITES=$out/extreme PLANC_SITE=$out/sample PLANC_HOSTILE_SITE=$out/hostile .build/tools/bin/python -m pytest -q Tests/Browser
