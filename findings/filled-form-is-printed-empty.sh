#!/usr/bin/env bash
# Links (the text browser): a page with a form that is filled in comes out of `links -dump` as an empty form; every tick, the entry chosen of a list, the name and the reasons are gone.
#
# Versions: links 2.28 (Debian 2.28-1+b2); beside it w3m 0.5.3+git20230121 (Debian 0.5.3+git20230121-2).
# One would guess: the text of a page shows a form as it stands, with what is set in it, as in the text that w3m and Lynx give.
# Seen: boxes and buttons that are set are [ ] as those that are not, a line for words has underscores for the name that is in it, a field of several lines has empty ones, and of a list all entries stand one below the other with none of them
# marked, 问责, 免责, 不予处理. A field that may not be changed (readonly) is as empty. The exit status is 0 and there is no message. Words that are not in the form are right.
# Why it matters: applications and opinions are kept as pages with their answers; in the text that goes to a file, to the next reader or to a screen reader nobody has agreed to anything, and it looks as if nothing had been filled in.
# Last seen 2026-11-30. Fails when this changes. Not in the manual (“Write formatted document to stdout”); no report was found.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
packages=(links=2.28-1+b2 liblz1 libevent-2.1-7 w3m=0.5.3+git20230121-2 libgc1)
if ! apt-get download "${packages[@]}" >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download "${packages[@]}" >/dev/null 2>&1
fi
for package in ./*.deb; do dpkg -x "$package" root; done
libraries="$work/root/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || echo x86_64-linux-gnu)"
in_text() { HOME="$work" LC_ALL=C.UTF-8 LD_LIBRARY_PATH="$libraries" "$@" form.html; }
LD_LIBRARY_PATH="$libraries" root/usr/bin/links -version
cat >form.html <<'HTML'
<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>意见表</title></head><body>
<form>
<p><input type="checkbox" checked>同意 <input type="checkbox">反对</p>
<p><input type="radio" name="a" checked>公开 <input type="radio" name="a">保密</p>
<p>结论：<select><option>问责<option selected>免责<option>不予处理</select></p>
<p>姓名：<input value="王某某"></p>
<p>日期：<input value="2018-11-20" readonly></p>
<p>理由：<textarea rows="2">出于公心</textarea></p>
</form>
<p>附件一份。</p>
</body></html>
HTML
links_text=$(in_text root/usr/bin/links -dump | tr -s '_ ' | sed '/^ *_* *$/d; s/^ //' | tr '\n' '/')
w3m_text=$(in_text root/usr/bin/w3m -dump -T text/html -I UTF-8 -O UTF-8 | tr -s ' ' | sed '/^ *$/d' | tr '\n' '/')
echo "links: $links_text"
echo "w3m:   $w3m_text"
links_seen='[ ] 同意 [ ] 反对/[ ] 公开 [ ] 保密/结论：/问责/免责/不予处理/姓名： _/日期： _/理由：/附件一份。/'
if [ "$links_text" = "$links_seen" ] && [[ "$w3m_text" == *'[*]同意'*'(*)公开'*'[免责'*'[王某某'*'2018-11-20'*'出于公心'* ]]; then
  echo 'as seen before'
else
  echo 'CHANGED'
  exit 1
fi
