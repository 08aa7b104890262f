#!/usr/bin/env bash
# lunar_python 1.4.8: a day that no calendar has.
#
# Expected: Solar.fromYmd(2024, 2, 30) is refused, as month 13 is and as the ten days skipped in
# October 1582 are.
# Seen: 30 February, 31 April and 40 January are accepted; 30 February has a weekday and a lunar date,
# the same lunar date as 1 March, and the day after it is 2 March. Asking the library whether a date
# exists therefore always answers yes.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "lunar_python==1.4.8"
cd "$place"
"$place/venv/bin/python" - <<'PY'
from lunar_python import Solar


def refused(*ymd: int) -> bool:
    try:
        Solar.fromYmd(*ymd)
    except Exception:  # the library raises the bare class
        return True
    return False


ghost, march = Solar.fromYmd(2024, 2, 30), Solar.fromYmd(2024, 3, 1)
SEEN = [
    ("month 13 refused", refused(2024, 13, 1), True), ("1582-10-10 refused", refused(1582, 10, 10), True),
    ("2024-02-30 refused", refused(2024, 2, 30), False), ("2024-04-31 refused", refused(2024, 4, 31), False),
    ("2024-01-40 refused", refused(2024, 1, 40), False),
    ("weekday of 2024-02-30", ghost.getWeekInChinese(), "五"), ("day after it", ghost.next(1).toYmd(), "2024-03-02"),
    ("same lunar day as 1 March", ghost.getLunar().toString() == march.getLunar().toString(), True),
]
changed = 0
for what, value, seen in SEEN:
    print(f"lunar_python 1.4.8 {what}: {value} {'as seen' if value == seen else f'CHANGED, was {seen}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
