#!/usr/bin/env bash
# dateparser: on 20 November 本月25日 (the 25th of this month) is 26 October, 下个月15日 (the 15th of next month) is 4 January, and 上个月25日 is 25 September.
#
# Versions: dateparser 1.1.6 (Debian's python3-dateparser 1.1.6-1; later ones were not tried).
# One would guess: a day of this, the next or the last month is that day of it; 本月 alone is this month, 2018年5月25日 is that day, and what is not understood (本月底, the end of it) is None.
# Seen: 日 stands for days here, and days are counted back: 本月25日 is this month and 25 days ago, so that 本月1日 is yesterday, and the later the day the earlier the date. 下个月15日 is a month and 15 days from now, 4 January for 15 December, and
# 上个月25日 a month and 25 days back, which on this day is a 25th, too, though of September. PREFER_DATES_FROM changes nothing of it, and neither does leaving the language to be found. `search_dates` takes the same days out of sentences.
# Why it matters: so deadlines and meetings stand in notices; the date that is kept lies weeks away, often in the past, and sometimes has the day that was meant.
# Last seen 2026-11-30. Fails when this changes. Nothing of it was found in the documentation; reports found are of 4月20日 without a year (issue 519) and of spaces (866).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
packages=(python3-dateparser=1.1.6-1 python3-dateutil python3-pytz-deprecation-shim python3-regex python3-six python3-tz python3-tzlocal)
if ! apt-get download "${packages[@]}" >/dev/null 2>&1; then
  apt-get update >/dev/null
  apt-get download "${packages[@]}" >/dev/null 2>&1
fi
for package in ./*.deb; do dpkg -x "$package" root; done
cat >days.py <<'PY'
import sys
import warnings
from datetime import datetime

warnings.simplefilter('ignore')
import dateparser
from dateparser.search import search_dates

NOW = datetime(2018, 11, 20, 10, 0)
FUTURE = {'RELATIVE_BASE': NOW, 'PREFER_DATES_FROM': 'future'}
CASES = [
    ('本月1日', '2018-11-19'),
    ('本月15日', '2018-11-05'),
    ('本月25日', '2018-10-26'),
    ('本月30日', '2018-10-21'),
    ('下个月15日', '2019-01-04'),
    ('上个月25日', '2018-09-25'),
    ('本月', '2018-11-20'),
    ('下个月', '2018-12-20'),
    ('2018年5月25日', '2018-05-25'),
    ('25天前', '2018-10-26'),
    ('本月底', None),
]
is_as_seen = True


def day(moment):
    return moment and moment.strftime('%Y-%m-%d')


print('Python', sys.version.split()[0], 'dateparser', dateparser.__version__)
for text, expected in CASES:
    seen = [day(dateparser.parse(text, languages=languages, settings=settings)) for languages in (['zh'], None) for settings in ({'RELATIVE_BASE': NOW}, FUTURE)]
    print(text, ' '.join(sorted({str(one) for one in seen})))
    is_as_seen = is_as_seen and set(seen) == {expected}
found = [(words, day(moment)) for words, moment in search_dates('会议于下个月15日召开。', settings={'RELATIVE_BASE': NOW})]
print(found)
is_as_seen = is_as_seen and found == [('下个月15日', '2019-01-04')]
print('as seen before' if is_as_seen else 'CHANGED')
sys.exit(0 if is_as_seen else 1)
PY
PYTHONPATH="$work/root/usr/lib/python3/dist-packages" LC_ALL=C.UTF-8 /usr/bin/python3 days.py
