"""The table of formats: how reports become words."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from gongkai_lint.model.finding import Report
from gongkai_lint.reporters.tally import Tally

FORMATS = ("text", "json", "jsonl")


class Style(NamedTuple):
    """How text is written: in colour or not, with or without the summary line."""

    colour: bool = False
    quiet: bool = False


class Reporter(NamedTuple):
    """A format: ``begin`` takes the rule set's digest and number of rules, ``end`` the number."""

    begin: Callable[[str, int], str]
    document: Callable[[Report], str]
    between: str
    end: Callable[[Tally, int], str]


def reporter_of(name: str, style: Style) -> Reporter:
    """Give the reporter of a format; only that one is imported."""
    return _text(style) if name == "text" else _json(lines=name == "jsonl")


def _text(style: Style) -> Reporter:
    from gongkai_lint.reporters import terminal

    end = _nothing if style.quiet else terminal.end
    return Reporter(_nothing, partial(terminal.document, colour=style.colour), "", end)


def _json(*, lines: bool) -> Reporter:
    from gongkai_lint.reporters import json

    if lines:
        return Reporter(_nothing, json.line, "", _nothing)
    return Reporter(json.begin, json.document, ",\n", json.end)


def _nothing(*_: object) -> str:
    return ""
