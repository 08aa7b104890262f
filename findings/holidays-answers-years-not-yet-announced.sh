#!/usr/bin/env bash
# holidays 0.109 beside chinesecalendar 1.11.0: working days of a year whose notice is not out.
#
# Expected: China moves weekends every year by a notice of the autumn before; for a year without one a
# library says that it does not know.
# Seen: chinesecalendar raises NotImplementedError for 2027; holidays answers at once from the
# statutory days alone, with no make-up weekends and no mark that the year is a forecast: its answer
# for 2027-10-06 has the shape of its answer for 2024-10-12. And a Saturday in the middle of the 2024
# National Day holiday (2024-10-05) is "not a holiday" for it, though the notice lists 1 to 7 October.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "holidays==0.109" "chinesecalendar==1.11.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import datetime

import chinese_calendar
import holidays

china = holidays.country_holidays("CN", years=[2024, 2027])
unknown, saturday = datetime.date(2027, 10, 6), datetime.date(2024, 10, 5)
try:
    other = str(chinese_calendar.is_workday(unknown))
except NotImplementedError:
    other = "refused"
swapped = [name for day, name in china.items() if day.year == 2027 and "substituted" in name]
SEEN = [
    ("chinesecalendar 2027-10-06", other, "refused"),
    ("holidays 2027-10-06 is a working day", china.is_working_day(unknown), True),
    ("holidays: swapped days of 2027", swapped, []),
    ("holidays: 2024-10-12 (made up for) is a working day", china.is_working_day(datetime.date(2024, 10, 12)), True),
    ("holidays: 2024-10-05 is a holiday", saturday in china, False),
    ("chinesecalendar: 2024-10-05", str(chinese_calendar.get_holiday_detail(saturday)), "(True, 'National Day')"),
]
changed = 0
for what, value, seen in SEEN:
    print(f"{what}: {value} {'as seen' if value == seen else f'CHANGED, was {seen}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
