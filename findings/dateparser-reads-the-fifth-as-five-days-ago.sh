#!/usr/bin/env bash
# dateparser 1.5.0: days and months of Chinese notices, language zh, seen from 2024-01-15.
#
# Expected: 本月5日 is the 5th of this month, 12月31日 the last of December, 二〇二四年三月五日 (the form
# official dates were long signed with) is read as 2024年3月5日 is.
# Seen: 日 and 月 are taken for spans of time: 5日 and 本月5日 are five days ago (2024-01-10); inside a
# sentence 3月31日前 becomes three months and 31 days ago (2023-09-14); given no language 12月31日 is a
# day of 2012. The date in Chinese digits is not read at all.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "dateparser==1.5.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import datetime

import dateparser
from dateparser.search import search_dates

BASE = {"RELATIVE_BASE": datetime.datetime(2024, 1, 15)}


def day(words: str, languages: list[str] | None) -> str | None:
    value = dateparser.parse(words, languages=languages, settings=BASE)
    return value and value.date().isoformat()


found = search_dates("请于3月31日前报送。", languages=["zh"], settings=BASE)
SEEN = [
    ("2024年3月5日", "2024-03-05", day("2024年3月5日", ["zh"]), "2024-03-05"),
    ("5日", "2024-01-05", day("5日", ["zh"]), "2024-01-10"),
    ("本月5日", "2024-01-05", day("本月5日", ["zh"]), "2024-01-10"),
    ("12月31日 (no language given)", "2024-12-31", day("12月31日", None), "2012-01-31"),
    ("二〇二四年三月五日", "2024-03-05", day("二〇二四年三月五日", ["zh"]), None),
    ("search 请于3月31日前报送。", "2024-03-31", found and found[0][1].date().isoformat(), "2023-09-14"),
]
changed = 0
for words, expected, value, seen in SEEN:
    same = value == seen
    print(f"dateparser 1.5.0 {words}: expected {expected}, got {value} {'as seen' if same else f'CHANGED, was {seen}'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
