"""Deadlines of tasks as a calendar: one all-day event each, with a reminder (icalendar)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any, NamedTuple

from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.tasks.listing import ListedTask, TaskList, units

_ABSENT = "写日历需要安装 icalendar：pip install 'gongkai-lint[ics]'。"
_PRODUCT = "-//gongkai-lint//tasks//ZH"
_REMIND = timedelta(days=-3, hours=9)
_LONGEST_SUMMARY = 40
_LENGTH = 32


class _Due(NamedTuple):
    """A task with its day, its document and what tells its event from others."""

    uid: str
    day: date
    task: ListedTask
    source: str


def build(lists: Sequence[TaskList], now: datetime) -> bytes:
    """Give the calendar. An event keeps its UID while the title and the task's words stay."""
    try:
        from icalendar import Calendar
    except ImportError:
        raise UsageError(_ABSENT) from None
    calendar: Any = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "工作任务完成时限")
    for due in _dated(lists):
        calendar.add_component(_event(due, now))
    calendar_bytes: bytes = calendar.to_ical()
    return calendar_bytes


def _dated(lists: Sequence[TaskList]) -> Iterator[_Due]:
    seen: Counter[str] = Counter()
    for found in lists:
        for task in found.tasks:
            words = f"{found.title}\0{task.words}"
            seen[words] += 1
            if task.deadline:
                digest = sha256(f"{words}\0{seen[words]}".encode()).hexdigest()
                source = found.title or found.path
                yield _Due(f"{digest[:_LENGTH]}@gongkai-lint", task.deadline, task, source)


def _event(due: _Due, now: datetime) -> Any:
    from icalendar import Alarm, Event

    event: Any = Event()
    event.add("uid", due.uid)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    event.add("summary", _summary(due.task))
    event.add("description", _description(due))
    event.add("categories", ["工作任务"])
    event.add("transp", "TRANSPARENT")
    alarm: Any = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(due.task))
    alarm.add("trigger", _REMIND)
    event.add_component(alarm)
    return event


def _summary(task: ListedTask) -> str:
    words = task.words
    short = words if len(words) <= _LONGEST_SUMMARY else f"{words[:_LONGEST_SUMMARY]}…"
    return f"【{units(task.lead)}】{short}" if task.lead else short


def _description(due: _Due) -> str:
    task = due.task
    lines = [
        ("工作任务", task.words),
        ("完成时限", task.deadline_words),
        ("牵头（责任）单位", units(task.lead)),
        ("配合单位", units(task.others)),
        ("出处", f"{due.source}，{task.place}"),
    ]
    return "\n".join(f"{name}：{words}" for name, words in lines if words)
