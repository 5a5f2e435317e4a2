#!/usr/bin/env bash
# bibutils: who writes a work first with a Chinese name becomes its second writer when the work goes to RIS or EndNote; 王某某 and Li Ming becomes Li Ming and 王某某.
#
# Versions: bibutils 7.2 (Debian 7.2-2).
# One would guess: a converter keeps the order of the writers; who is named first is the first author.
# Seen: names of which family and given name cannot be told apart, as 王某某 without a comma, and names of one word are put behind all others, in whatever order they came: 王某某, Li Ming, 赵某
# becomes Li Ming, 王某某, 赵某, with xml2ris and xml2end, from RIS, BibTeX and EndNote alike, and “中共中央” goes behind whoever helped it. The key of the work is made anew, Li2018. In the MODS
# file between the order is still right, and xml2bib and xml2wordbib keep it. Nothing is told of it. With “王, 某某” the order stays.
# Why it matters: the order of writers is a claim of merit, and lists by GB/T 7714 name the first three; who gives works with Chinese and foreign writers to another loses the first.
# Last seen 2026-11-30. Fails when this changes. Not in the manual; no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
if ! apt-get download bibutils=7.2-2 libbibutils8=7.2-2 >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download bibutils=7.2-2 libbibutils8=7.2-2 >/dev/null 2>&1
fi
for package in *.deb; do dpkg -x "$package" root; done
library=$(find root -name 'libbibutils.so*' | head -n 1)
export LD_LIBRARY_PATH="$work/$(dirname "$library")" PATH="$work/root/usr/bin:$PATH"
as_seen=true

# The names in a file, as the form of it tells them, on one line.
names_in_ris() { sed -n 's/^AU  - //p' | paste -sd '|'; }
names_in_end() { sed -n 's/^%A //p' | paste -sd '|'; }
names_in_bib() { tr '\n' ' ' | sed -n 's/.*author="\([^"]*\)".*/\1/p' | sed 's/[{}]//g; s/ *and */|/g'; }
names_in_word() { tr -d '\n' | sed 's/<b:Person>/\n/g' | sed -n 's/.*<b:Last>\([^<]*\)<.*/\1/p' | paste -sd '|'; }
check() {
  printf '%-24s %s\n' "$1" "$2"
  if [ "$2" != "$3" ]; then as_seen=false; fi
}
ris() {
  echo 'TY  - JOUR'
  printf 'AU  - %s\n' "$@"
  printf '%s\n' 'TI  - 题名' 'JO  - 求是' 'PY  - 2018' 'ER  - '
}
quietly() { "$@" 2>/dev/null; }

ris 王某某 'Li, Ming' 赵某 >a.ris
echo '@article{a, author = {王某某 and Li, Ming and 赵某}, title = {题名}, journal = {求是}, year = 2018}' >a.bib
printf '%s\n' '%0 Journal Article' '%A 王某某' '%A Li, Ming' '%A 赵某' '%T 题名' '%J 求是' '%D 2018' >a.enw
echo 'given: 王某某|Li, Ming|赵某'
seen='Li, Ming|王某某|赵某'
check 'RIS to RIS' "$(quietly ris2xml a.ris | quietly xml2ris | names_in_ris)" "$seen"
check 'RIS to EndNote' "$(quietly ris2xml a.ris | quietly xml2end | names_in_end)" "$seen"
check 'BibTeX to RIS' "$(quietly bib2xml a.bib | quietly xml2ris | names_in_ris)" "$seen"
check 'EndNote to EndNote' "$(quietly end2xml a.enw | quietly xml2end | names_in_end)" "$seen"
check 'RIS to BibTeX' "$(quietly ris2xml a.ris | quietly xml2bib | names_in_bib)" '王某某|Li, Ming|赵某'
check 'RIS to Word' "$(quietly ris2xml a.ris | quietly xml2wordbib | names_in_word)" '王某某|Li|赵某'
check 'MODS of RIS' "$(quietly ris2xml a.ris | grep -o '<namePart[^<]*' | sed 's/.*>//' | paste -sd '|')" '王某某|Ming|Li|赵某'
check 'key of RIS to RIS' "$(quietly ris2xml a.ris | quietly xml2ris | sed -n 's/^ID  - //p')" 'Li2018'
check 'messages' "$(ris2xml a.ris 2>&1 >a.xml)$(xml2ris a.xml 2>&1 >/dev/null)" 'ris2xml: Processed 1 references.xml2ris: Processed 1 references.'
echo 'given: 中共中央|Li, Ming'
ris 中共中央 'Li, Ming' >b.ris
check 'RIS to RIS' "$(quietly ris2xml b.ris | quietly xml2ris | names_in_ris)" 'Li, Ming|中共中央'
echo 'given: 王, 某某|Li, Ming'
ris '王, 某某' 'Li, Ming' >c.ris
check 'RIS to RIS' "$(quietly ris2xml c.ris | quietly xml2ris | names_in_ris)" '王, 某某|Li, Ming'
if [ "$as_seen" = true ]; then echo 'as seen before'; else echo 'CHANGED'; exit 1; fi
