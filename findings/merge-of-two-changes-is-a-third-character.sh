#!/usr/bin/env bash
# wiggle: of 按丙类办理 (by class 丙) one makes 按三类 and another 按乙类; merged, it is 按义类, a character that nobody typed, and no conflict is reported.
#
# Versions: wiggle 1.1 (Debian 1.1-1; later ones were not tried); beside it diff3 3.8 (Debian 1:3.8-4).
# One would guess: two different changes of one character are a conflict, for the manual says that what is not ASCII is treated as punctuation is, each character as a word of its own.
# Seen: each byte is a word. Where one change alters the first bytes of a character and the other the last one, both are taken: 丙 with 三 and 乙 is 义, 丁 with 十 and 七 is 千; 免责 with 担责 and 尽责
# is a text that is no longer UTF-8. The exit status is 0, and there is no message, or only “already-applied change ignored”. Between words of ASCII (class C with III and B) the same is a conflict with exit status 1, as all of it is for diff3.
# Why it matters: word-wise merging is what the program is chosen for, and one draft that two offices have changed is its case; the class, the number or the measure of the merged text is one that neither of them wrote.
# Last seen 2026-11-30. Fails when this changes. Under its shortcomings the manual has only the sentence above; no report of it was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
packages=(wiggle=1.1-1 diffutils=1:3.8-4)
if ! apt-get download "${packages[@]}" >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download "${packages[@]}" >/dev/null 2>&1
fi
for package in ./*.deb; do dpkg -x "$package" root; done
root/usr/bin/wiggle --version 2>&1 | head -n 1
is_as_seen=true

# The text before, two changes of it, what the merge of both is to be, and its message; for the second program it has to be a conflict.
merge() {
  printf '%s\n' "$1" >before
  printf '%s\n' "$2" >one
  printf '%s\n' "$3" >two
  local status=0 merged beside=0
  merged=$(root/usr/bin/wiggle --merge one before two 2>messages) || status=$?
  root/usr/bin/diff3 --merge one before two >/dev/null || beside=$?
  if [ "$status" -ne 0 ]; then
    merged=conflict
  elif ! printf '%s' "$merged" | iconv -f UTF-8 -t UTF-8 >/dev/null 2>&1; then
    merged='no UTF-8'
  fi
  echo "$1: $2 and $3 give $merged (message: $(<messages)); diff3 ends with $beside"
  if [ "$merged" != "$4" ] || [ "$(<messages)" != "$5" ] || [ "$beside" -ne 1 ]; then is_as_seen=false; fi
}
merge 按丙类办理 按三类办理 按乙类办理 按义类办理 ''
merge 每丁一户 每十一户 每七一户 每千一户 ''
merge 给予免责。 给予担责。 给予尽责。 'no UTF-8' '1 already-applied change ignored'
merge 由同级决定 由区级决定 由本级决定 'no UTF-8' '1 already-applied change ignored'
merge 'by class C' 'by class III' 'by class B' conflict '1 unresolved conflict found'
if $is_as_seen; then
  echo 'as seen before'
else
  echo 'CHANGED'
  exit 1
fi
