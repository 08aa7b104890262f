"""For people at a screen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from gongkai_lint.model.finding import Report
from gongkai_lint.reporters import terminal
from gongkai_lint.reporters.formats import Format, Reporter, Style, nothing
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.tally import Tally
from gongkai_lint.ruleset.rule import RuleSet


def _reporter(rules: RuleSet, style: Style) -> Reporter:
    def end(tally: Tally, kept: Sequence[Any]) -> str:
        return "" if style.quiet else terminal.end(tally, len(rules.rules), kept)

    say = partial(terminal.document, colour=style.colour, verbose=style.verbose, quiet=style.quiet)
    return Reporter(nothing, partial(_piece, say), "", end)


def _piece(say: Callable[[Report], str], report: Report) -> Piece[Any]:
    return Piece(say(report), terminal.firsts(report))


FORMAT = Format(_reporter, (".txt",))
