# Commits the program as it grew: what the plans say now, with what they said before put back for a while.
set -e

# commit DAY WHO
commit() {
  git add -A
  GIT_COMMITTER_DATE="$1T12:00:00Z" GIT_AUTHOR_DATE="$1T12:00:00Z" git -c user.name="$2" \
    -c user.email="$2@kestrel.example" commit -q -m "Plans on $1"
}

# put EXPRESSION PLAN: rewrites a line of a plan
put() {
  sed "$1" "plans/$2.md" > plan.tmp
  mv plan.tmp "plans/$2.md"
}

git init -q -b main
mkdir now
cp plans/*.md now
echo now > .git/info/exclude

# Everything is listed. Iversen fits badly, and most plans say something else than now; Eskil's never changes.
put 's/^reviewed: .*/reviewed: 2026-01-12/' fjordmelk
put 's/120k/80k/' fjordmelk
put 's/recalls a year/complaints/' fjordmelk
put 's/^reviewed: .*/reviewed: 2026-01-12/' alfsen-dairy
put 's/^reviewed: .*/reviewed: 2026-01-12/' hallan-mejeri
put 's/acv: 90k/acv: 85k/' juno-patisserie
put 's/dairy, region: Nordics/bakery, region: Benelux/' iversen-brod
commit 2026-01-12 ida

# The same stamp again and again, and nothing else; Fjordmelk's whitespace grows in between.
stamp() {
  put "s/^reviewed: .*/reviewed: $1/" alfsen-dairy
  commit "$1" mira
}
stamp 2026-04-13
put 's/80k/120k/' fjordmelk
commit 2026-06-10 ida
stamp 2026-07-13
stamp 2026-10-12

# What the plans say now.
cp now/*.md plans
commit 2026-11-02 ida

# A branch that puts one account on the list and moves another, and says of neither who agreed.
git checkout -q -b work
sed 's/Eskil Bakeries/Kestner Milch/' plans/eskil-bakeries.md > plans/kestner-milch.md
put 's/^tier: 3/tier: 2\nsegment: dairies/' juno-patisserie
commit 2026-11-18 ida
git checkout -q main
