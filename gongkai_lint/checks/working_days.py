"""How a deadline lies in the calendar: working days left, and a last day that is a day off."""

from datetime import date, timedelta

from gongkai_lint.model.document import Document, TimeExpression

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
    if left.days >= below or left.open_year is not None:
        return None
    return (("left", str(left.days)), ("start", _said(start)))


def day_off(document: Document, time: TimeExpression) -> Words | None:
    """Give the day to which a deadline on a known day off rolls over."""
    due, on = time.resolved, document.date_of_issue
    if due is None or document.calendar.state(due, on) != "off":
        return None
    later = document.calendar.rolled(due, on)
    if later.open_year is not None:
        return None
    return (("day", _said(due)), ("rolled", _said(later.day)))


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def short_gap(document: Document, time: TimeExpression, least: int) -> Words | None:
    """Give the days from the date of issue to a later day, if they are fewer than ``least``."""
    issued, day = document.date_of_issue, time.resolved
    if issued is None or day is None:
        return None
    days = (day - issued).days
    return (("days", str(days)),) if 0 <= days < least else None
