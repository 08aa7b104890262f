"""How a deadline lies in the calendar: working days left, and a last day that is a day off."""

from datetime import date, timedelta

from gongkai_lint.law.calendar import Counted
from gongkai_lint.law.festivals import statutory_days
from gongkai_lint.law.notices import FIRST_YEAR, LAST_YEAR
from gongkai_lint.law.reckoning import DAYS
from gongkai_lint.model.document import Document, TimeExpression
from gongkai_lint.model.issue import takes_effect_at_issue

Words = tuple[tuple[str, str], ...]


def known_on(document: Document) -> date | None:
    """Give the day on which a document can be known: its issue, or its printing if later."""
    issued = document.date_of_issue
    printed = [date.fromisoformat(e.value) for e in document.of("printing_date") if e.value]
    return max([issued, *printed]) if issued else None


def short_lead(document: Document, time: TimeExpression, below: int) -> Words | None:
    """Give the working days left to a future deadline where they are fewer than ``below``."""
    start, due = known_on(document), time.resolved
    if start is None or due is None or not start <= due <= start + timedelta(days=3 * below + 10):
        return None
    left = document.calendar.between(start, due, start)
    return (("left", told(left)), ("start", said(start))) if left.days < below else None


def day_off(document: Document, time: TimeExpression) -> Words | None:
    """Give the day to which a deadline on a day off rolls over, as far as that is known."""
    due, on = time.resolved, known_on(document)
    if due is None or document.calendar.state(due, on) != "off":
        return None
    later = document.calendar.rolled(due, on)
    what = "法定节假日" if due in statutory_days(due.year) else "休息日"
    rolled = f"最后一日为{said(later.day)}"
    if later.open_year is not None:
        rolled = f"最后一日顺延到节后第一个工作日，{unannounced(later.open_year)}"
    return (("day", f"{said(due)}是{what}"), ("rolled", rolled))


def told(days: Counted) -> str:
    """Say a number of working days, as a limit where a year's arrangement was not announced."""
    if days.open_year is None:
        return f"只有{days.days}个工作日"
    return f"至多{days.days}个工作日（{unannounced(days.open_year)}）"


def unannounced(year: int) -> str:
    """Say why nothing certain can be said of a year's working days."""
    if year < FIRST_YEAR:
        return f"没有{year}年的放假安排可查"
    return f"{year}年放假安排{'当时' if year <= LAST_YEAR else ''}尚未公布"


def said(day: date) -> str:
    """Write a day."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_gap(document: Document, time: TimeExpression, least: int) -> Words | None:
    """Give the days from the date of issue to a later day, if they are fewer than ``least``.

    Of 公布之日起15日后 the day is read in two ways, and fewer than ``least`` in either; what runs
    from the issue itself has so many days, or none, before the date of issue is filled in.
    """
    issued, day = document.date_of_issue, time.resolved
    if day is None and time.anchor and takes_effect_at_issue(time.anchor):
        each = DAYS.get(time.unit or "day")
        if each is None:
            return None
        days = each * (time.amount or 0)
        return (("days", str(days)),) if days < least else None
    if issued is None or day is None:
        return None
    days = (day - issued).days
    return (("days", str(days)),) if 0 <= days < least else None
