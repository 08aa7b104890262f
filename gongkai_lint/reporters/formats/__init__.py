"""The formats of ``--format``: each module of this folder is one, named as its file.

Only the one that is asked for is imported.
"""

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from typing import Any

from gongkai_lint.files import modules_in
from gongkai_lint.model.finding import Report, Severity
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.ruleset.rule import RuleSet


class Style(NamedTuple):
    """How words are written: in colour or not, with or without the summary line.

    ``verbose`` adds fingerprints and what was accepted; ``fails`` is the lowest severity that
    counts as a failure; None where nothing does. In ``full``, SARIF tells of silent rules.
    """

    colour: bool = False
    quiet: bool = False
    fails: Severity | None = "warning"
    verbose: bool = False
    full: bool = False


class Reporter(NamedTuple):
    """How reports become words.

    ``begin`` and ``end`` give what stands before and after the documents; ``document`` can be
    sent to another process; ``end`` takes what the pieces kept.
    """

    begin: Callable[[], str]
    document: Callable[[Report], Piece[Any]]
    between: str
    end: Callable[[Tally, Sequence[Any]], str | bytes]


class Format(NamedTuple):
    """A format: its reporter, and the suffixes of the files that mean it, the usual one first.

    What is ``kept`` goes into a file beside what was checked where no file is named; what is not
    ``shown`` is no text for a screen.
    """

    reporter: Callable[[RuleSet, Style], Reporter]
    suffixes: tuple[str, ...] = ()
    kept: bool = False
    shown: bool = True


FORMATS = modules_in(__path__)


def format_of(name: str) -> Format:
    """Give a format by its name."""
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found


def reporter_of(name: str, rules: RuleSet, style: Style) -> Reporter:
    """Give the reporter of a format."""
    return format_of(name).reporter(rules, style)


def formats_by_suffix() -> dict[str, str]:
    """Give the format that each suffix means; imports them all."""
    return {suffix: name for name in FORMATS for suffix in format_of(name).suffixes}


def words(say: Callable[[Report], str]) -> Callable[[Report], Piece[Any]]:
    """Make of what gives a document's words what gives its piece, nothing kept."""
    return partial(_piece, say)


def nothing(*_: object) -> str:
    """Give no words: nothing stands before or after the documents."""
    return ""


def _piece(say: Callable[[Report], str], report: Report) -> Piece[Any]:
    return Piece(say(report))
