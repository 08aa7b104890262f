"""The table of task formats: how lists of tasks become a file or words on the screen."""

from collections.abc import Sequence
from datetime import datetime
from importlib import import_module

from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.tasks.listing import TaskList


class TaskFormat(NamedTuple):
    """A format: its suffix, what it is called in a file name, whether a screen can show it."""

    name: str
    word: str
    shown: bool

    @property
    def suffix(self) -> str:
        """The end of the file name."""
        return f".{self.name}"

    def build(self, lists: Sequence[TaskList], now: datetime) -> str | bytes:
        """Give the file's content; only this format's module is imported."""
        module = import_module(f"{__package__}.{self.name}")
        made: str | bytes = module.build(lists, now)
        return made


TASK_FORMATS = {
    one.name: one
    for one in (
        TaskFormat("csv", "任务清单", shown=True),
        TaskFormat("xlsx", "任务清单", shown=False),
        TaskFormat("docx", "督察表", shown=False),
        TaskFormat("json", "任务清单", shown=True),
        TaskFormat("ics", "任务日历", shown=True),
    )
}
