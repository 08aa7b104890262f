"""The table of formats: how reports become words."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

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
    """A format.

    ``begin`` and ``end`` give what stands before and after the documents; ``document`` can be
    sent to another process; ``end`` takes what the pieces kept.
    """

    begin: Callable[[], str]
    document: Callable[[Report], Piece[Any]]
    between: str
    end: Callable[[Tally, Sequence[Any]], str | bytes]


def reporter_of(name: str, rules: RuleSet, style: Style) -> Reporter:
    """Give the reporter of a format; only that one is imported."""
    return _MAKERS[name](rules, style)


def _text(rules: RuleSet, style: Style) -> Reporter:
    from gongkai_lint.reporters import terminal

    def end(tally: Tally, kept: Sequence[Any]) -> str:
        return "" if style.quiet else terminal.end(tally, len(rules.rules), kept)

    say = partial(terminal.document, colour=style.colour, verbose=style.verbose, quiet=style.quiet)
    return Reporter(_nothing, partial(_text_piece, say, terminal.firsts), "", end)


def _concise(_rules: RuleSet, style: Style) -> Reporter:
    from gongkai_lint.reporters import concise

    say = partial(concise.document, colour=style.colour)
    return Reporter(_nothing, partial(_piece, say), "", _nothing)


def _json(rules: RuleSet, _style: Style) -> Reporter:
    from gongkai_lint.reporters import json

    begin = partial(json.begin, rules.digest, len(rules.rules))
    return Reporter(begin, partial(_piece, json.document), ",\n", json.end)


def _jsonl(_rules: RuleSet, _style: Style) -> Reporter:
    from gongkai_lint.reporters import json

    return Reporter(_nothing, partial(_piece, json.line), "", _nothing)


def _sarif(rules: RuleSet, style: Style) -> Reporter:
    from gongkai_lint.reporters import sarif

    numbers = {rule.id: number for number, rule in enumerate(rules.rules)} if style.full else None
    document = partial(sarif.document, numbers=numbers)
    end = partial(sarif.end, rules=rules, full=style.full)
    return Reporter(sarif.begin, document, ",\n", end)


def _junit(rules: RuleSet, style: Style) -> Reporter:
    from gongkai_lint.reporters import junit

    titles = {rule.id: rule.title for rule in rules.rules}
    say = partial(junit.document, titles=titles, fails=style.fails)
    return Reporter(junit.begin, partial(_piece, say), "", junit.end)


def _github(_rules: RuleSet, _style: Style) -> Reporter:
    from gongkai_lint.reporters import github

    return Reporter(_nothing, partial(_piece, github.document), "", _nothing)


def _html(rules: RuleSet, _style: Style) -> Reporter:
    from gongkai_lint.reporters import html

    return Reporter(html.begin, html.document, "", partial(html.end, rules=rules))


def _xlsx(rules: RuleSet, _style: Style) -> Reporter:
    from gongkai_lint.reporters import workbook, xlsx

    workbook.require_openpyxl()
    return Reporter(_nothing, xlsx.document, "", partial(xlsx.end, rules=rules))


def _piece(say: Callable[[Report], str], report: Report) -> Piece[Any]:
    return Piece(say(report))


def _text_piece(
    say: Callable[[Report], str], keep: Callable[[Report], tuple[Any, ...]], report: Report
) -> Piece[Any]:
    return Piece(say(report), keep(report))


def _nothing(*_: object) -> str:
    return ""


_MAKERS: dict[str, Callable[[RuleSet, Style], Reporter]] = {
    "text": _text,
    "json": _json,
    "jsonl": _jsonl,
    "sarif": _sarif,
    "junit": _junit,
    "github": _github,
    "html": _html,
    "xlsx": _xlsx,
    "concise": _concise,
}
FORMATS = tuple(_MAKERS)
