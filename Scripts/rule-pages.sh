#!/bin/sh
# Writes docs/rules/ anew from the rules themselves: one page a rule, and the list of all.
#
#   Scripts/rule-pages.sh PLANC
set -eu
cd "$(dirname "$0")/.."
planc=$1
rm -rf docs/rules
mkdir -p docs/rules
"$planc" explain --all --output-format markdown > docs/rules/README.md
"$planc" explain --all | while read -r rule _; do
  mkdir -p "docs/rules/${rule%/*}"
  "$planc" explain "$rule" --output-format markdown > "docs/rules/$rule.md"
done
