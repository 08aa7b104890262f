"""Write gongkai_lint/law/arranged.py anew when chinesecalendar knows a new year.

Run: python -m tests.law.arranged > gongkai_lint/law/arranged.py
"""

import sys
import textwrap
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from gongkai_lint.law import arranged
from gongkai_lint.law.notices import FIRST_YEAR, LAST_YEAR

Days = dict[int, str]
_WEEKEND = 5
_WIDTH = 82


def deviations() -> tuple[Days, Days]:
    """Give the days off in the week and those worked at a weekend, by year."""
    calendar: Any = import_module("chinese_calendar")
    off: dict[int, list[str]] = {}
    worked: dict[int, list[str]] = {}
    day = date(FIRST_YEAR, 1, 1)
    while day.year <= LAST_YEAR:
        works = calendar.is_workday(day)
        if works != (day.weekday() < _WEEKEND):
            (worked if works else off).setdefault(day.year, []).append(f"{day:%m%d}")
        day += timedelta(1)
    return _joined(off), _joined(worked)


def _joined(days: dict[int, list[str]]) -> Days:
    return {year: " ".join(found) for year, found in days.items()}


def _written(days: Days) -> str:
    lines = []
    for year, words in days.items():
        first, *rest = textwrap.wrap(words, _WIDTH)
        if rest:
            parts = [f"{line} " for line in (first, *rest[:-1])] + [rest[-1]]
            lines += [f"    {year}: (", *(f'        "{part}"' for part in parts), "    ),"]
        else:
            lines.append(f'    {year}: "{first}",')
    return "\n".join(lines)


if __name__ == "__main__":
    off, worked = deviations()
    sys.stdout.write(
        f'"""{arranged.__doc__}"""\n\n# month and day, by year\nOFF = {{\n{_written(off)}\n}}\n'
        f"WORKED = {{\n{_written(worked)}\n}}\n"
    )
