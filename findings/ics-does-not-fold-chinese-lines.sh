#!/usr/bin/env bash
# ics 0.7.3 beside icalendar 7.3.2: a reminder whose Chinese title is long.
#
# Expected: RFC 5545 3.1 asks that content lines be folded at 75 octets; a Han character has three in
# UTF-8, so a title of 25 characters already needs it, and both writers fold.
# Seen: icalendar folds, and between characters; ics writes the line whole, here over 140 octets.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "ics==0.7.3" "icalendar==7.3.2"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import datetime

import icalendar
import ics

TITLE = "关于征求《云岭市行政规范性文件管理办法（征求意见稿）》意见的公告反馈截止日期提醒关于征求意见"
day = datetime.date(2024, 3, 5)
first = ics.Event(name=TITLE, begin="2024-03-05")
first.make_all_day()
loose = ics.Calendar(events=[first]).serialize()
second = icalendar.Event()
second.add("summary", TITLE)
second.add("dtstart", day)
folded = second.to_ical().decode()


def widest(text: str) -> int:
    return max(len(line.encode()) for line in text.split("\r\n"))


SEEN = [
    ("ics widest line over 75 octets", widest(loose) > 75, True), ("icalendar widest line over 75", widest(folded) > 75, False),
]
print("ics 0.7.3 widest:", widest(loose), "icalendar 7.3.2 widest:", widest(folded))
changed = 0
for what, value, seen in SEEN:
    print(f"{what}: {value} {'as seen' if value == seen else f'CHANGED, was {seen}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
