"""Deadlines of tasks as a calendar (RFC 5545): one all-day event each, with a reminder."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from gongkai_lint.digests import sha256
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.tasks.listing import ListedTask, TaskList, due_words, units

_PRODUCT = "-//gongkai-lint//tasks//ZH"
_REMIND = "-P2DT15H"  # three days before, at nine in the morning
_LONGEST_SUMMARY = 40
_LENGTH = 32
_WIDEST = 75  # octets of a line (RFC 5545, 3.1)
_TAIL_MASK, _TAIL = 0xC0, 0x80  # a byte inside a character of UTF-8
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class _Due(NamedTuple):
    """A task with its day, its document and what tells its event from others."""

    uid: str
    day: date
    task: ListedTask
    source: str


def build(lists: Sequence[TaskList], now: datetime) -> bytes:
    """Give the calendar. An event keeps its UID while the title and the task's words stay."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "METHOD:PUBLISH",
        "X-WR-CALNAME:工作任务完成时限",
        *(line for due in _dated(lists) for line in _event(due, now)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line.encode()) for line in lines)


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


def _event(due: _Due, now: datetime) -> Iterator[str]:
    summary = _escaped(_summary(due.task))
    yield from (
        "BEGIN:VEVENT",
        f"UID:{due.uid}",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{due.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{due.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{summary}",
        f"DESCRIPTION:{_escaped(_description(due))}",
        "CATEGORIES:工作任务",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{summary}",
        f"TRIGGER:{_REMIND}",
        "END:VALARM",
        "END:VEVENT",
    )


def _escaped(words: str) -> str:
    """Write a text as a value (RFC 5545, 3.3.11)."""
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return _NO_TEXT.sub("\ufffd", words.replace("\n", "\\n"))


def _folded(line: bytes) -> bytes:
    """End a line as the standard wants; no part of it is longer, no character is cut."""
    parts = []
    while len(line) > _WIDEST:
        end = _WIDEST
        while line[end] & _TAIL_MASK == _TAIL:
            end -= 1
        parts.append(line[:end])
        line = b" " + line[end:]
    return b"".join(part + b"\r\n" for part in (*parts, line))


def _summary(task: ListedTask) -> str:
    words = task.words
    short = words if len(words) <= _LONGEST_SUMMARY else f"{words[:_LONGEST_SUMMARY]}…"
    return f"【{units(task.lead)}】{short}" if task.lead else short


def _description(due: _Due) -> str:
    task = due.task
    lines = [
        ("工作任务", task.words),
        ("完成时限", due_words(task)),
        ("牵头（责任）单位", units(task.lead)),
        ("配合单位", units(task.others)),
        ("出处", f"{due.source}，{task.place}"),
    ]
    return "\n".join(f"{name}：{words}" for name, words in lines if words)
