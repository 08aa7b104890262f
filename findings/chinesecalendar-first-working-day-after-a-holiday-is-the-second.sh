#!/usr/bin/env bash
# chinesecalendar 1.11.0: counting working days from a day off.
#
# The Spring Festival of 2024 ran 10 to 17 February; Sunday the 18th was worked.
# Expected: one working day after 10 February is the 18th, as it is one working day after the 9th
# (a working day), since no working day lies between the 9th and the 18th.
# Seen: find_workday(1, 9 February) is the 18th and find_workday(1, 10 February) the 19th: from a day
# off the first working day counts as number zero, so a time limit started in a holiday ends a day
# late. Going back is not the mirror of it: find_workday(-1, 10 February) is the 9th.
# is_in_lieu is true of the day off, never of the Sunday worked for it.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "chinesecalendar==1.11.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import datetime

from chinese_calendar import find_workday, is_in_lieu, is_workday


def feb(day: int) -> datetime.date:
    return datetime.date(2024, 2, day)


SEEN = [
    ("18 February is worked", is_workday(feb(18)), True),
    ("one working day after the 9th", find_workday(1, feb(9)).day, 18),
    ("one working day after the 10th (expected 18)", find_workday(1, feb(10)).day, 19),
    ("one working day before the 10th", find_workday(-1, feb(10)).day, 9),
    ("in lieu: Thursday the 15th, off", is_in_lieu(feb(15)), True),
    ("in lieu: Sunday the 18th, worked", is_in_lieu(feb(18)), False),
]
changed = 0
for what, value, seen in SEEN:
    print(f"chinesecalendar 1.11.0 {what}: {value} {'as seen' if value == seen else f'CHANGED, was {seen}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
