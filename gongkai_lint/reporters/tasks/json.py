"""Tasks as JSON."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from gongkai_lint import __version__
from gongkai_lint.reporters.tasks.listing import ListedTask, TaskList


def build(lists: Sequence[TaskList], _now: datetime) -> str:
    """Give an object with the tasks of each document."""
    told = {
        "schema": "gongkai-lint-tasks/1",
        "version": __version__,
        "documents": [
            {
                "path": found.path,
                "title": found.title or None,
                "tasks": [_task(task) for task in found.tasks],
            }
            for found in lists
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _task(task: ListedTask) -> dict[str, Any]:
    return {
        "text": task.words,
        "lead": task.lead,
        "others": task.others,
        "deadline": task.deadline.isoformat() if task.deadline else None,
        "deadline_text": task.deadline_words or None,
        "deadline_note": task.note or None,
        "section": task.section or None,
        "place": task.place,
        "start": task.span.start,
        "end": task.span.end,
    }
