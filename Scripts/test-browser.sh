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
"$planc" build --quiet --pdf --as-of "$day" -o "$out/sample"
.build/tools/bin/python Tests/Browser/hostile.py "$out/hostile-program"
"$planc" build --quiet -C "$out/hostile-program" --as-of "$day" -o "$out/hostile"
.build/tools/bin/python Tests/Browser/extremes.py "$out/extreme-programs"
for program in none bare full hosted; do
  "$planc" build --quiet -C "$out/extreme-programs/$program" --as-of "$day" -o "$out/extreme/$program"
done
# What readers outside get is held to the same: it lies below each site, as a part of it.
"$planc" build --quiet --edition customer --as-of "$day" -o "$out/sample-edition"
"$planc" build --quiet -C "$out/hostile-program" --edition customer --as-of "$day" -o "$out/hostile-edition"
mv "$out/sample-edition" "$out/sample/edition"
mv "$out/hostile-edition" "$out/hostile/edition"
PLANC_EXTREME_SITES=$out/extreme PLANC_SITE=$out/sample PLANC_HOSTILE_SITE=$out/hostile .build/tools/bin/python -m pytest -q Tests/Browser
