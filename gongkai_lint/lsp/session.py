"""The texts that an editor has open, each judged again when it changes."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from lsprotocol import types

from gongkai_lint import policy
from gongkai_lint.errors import GongkaiLintError
from gongkai_lint.lsp.judge import Today, judge
from gongkai_lint.lsp.text import OpenText
from gongkai_lint.lsp.words import SOURCE, Words
from gongkai_lint.model.finding import Report
from gongkai_lint.reporters.words import failure_words
from gongkai_lint.ruleset.rule import Rule

Publish = Callable[[types.PublishDiagnosticsParams], None]
Say = Callable[[str], None]
_QUICK = 0.05
_LONGEST_WAIT = 1.0
_START = types.Range(types.Position(0, 0), types.Position(0, 0))


@dataclass
class _Open:
    """One open text; ``words`` is None while it waits to be judged, or cannot be."""

    language: str
    text: OpenText
    version: int
    words: Words | None = None
    seconds: float = 0.0
    waiting: asyncio.TimerHandle | None = field(default=None, repr=False)


class Session:
    """The open texts by their address."""

    def __init__(self, publish: Publish, say: Say, today: Today) -> None:
        """Begin without texts."""
        self._publish = publish
        self._say = say
        self._today = today
        self._open: dict[str, _Open] = {}
        self._said: set[str] = set()

    def open(self, item: types.TextDocumentItem, encoding: types.PositionEncodingKind) -> None:
        """Take a text and judge it."""
        text = OpenText(item.text, encoding)
        self._open[item.uri] = _Open(item.language_id, text, item.version)
        self._judge(item.uri)

    def change(
        self, uri: str, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]
    ) -> None:
        """Change a text; judge at once what is judged quickly, else after a pause in typing."""
        one = self._open[uri]
        for change in changes:
            one.text = one.text.edited(getattr(change, "range", None), change.text)
        one.version = version
        self._calm(one)
        if one.seconds <= _QUICK:
            self._judge(uri)
        else:
            pause = min(one.seconds, _LONGEST_WAIT)
            one.waiting = asyncio.get_running_loop().call_later(pause, self._judge, uri)

    def close(self, uri: str) -> None:
        """Forget a text, and take its diagnostics away."""
        self._calm(self._open.pop(uri))
        self._publish(types.PublishDiagnosticsParams(uri, []))

    def words(self, uri: str) -> Words | None:
        """Give what is to be said of a text as it is now."""
        one = self._open.get(uri)
        if one is None:
            return None
        if one.waiting:
            self._judge(uri)
        return one.words

    def rule(self, rule_id: str) -> Rule | None:
        """Find a rule by which an open text is judged."""
        known = (one.words.rules.get(rule_id) for one in self._open.values() if one.words)
        return next((rule for rule in known if rule), None)

    def renew(self) -> None:
        """Judge every text by what its configuration and rules say now."""
        policy.forget()
        self._said.clear()
        for uri in self._open:
            self._judge(uri)

    def _judge(self, uri: str) -> None:
        one = self._open[uri]
        self._calm(one)
        start = time.perf_counter()
        one.words = None
        diagnostics: list[types.Diagnostic] = []
        try:
            judged = judge(one.text.text, uri, one.language, self._today())
        except GongkaiLintError as error:
            self._say_once(str(error))
        else:
            if judged and one.text.text.strip():
                diagnostics = _failures(judged.report)
            if judged and judged.report.document:
                one.words = Words(uri, one.text, judged, judged.report.document)
                diagnostics += one.words.diagnostics()
        one.seconds = time.perf_counter() - start
        self._publish(types.PublishDiagnosticsParams(uri, diagnostics, one.version))

    def _say_once(self, words: str) -> None:
        """Say what is wrong with a configuration, but not again with every key."""
        if words not in self._said:
            self._said.add(words)
            self._say(words)

    @staticmethod
    def _calm(one: _Open) -> None:
        if one.waiting:
            one.waiting.cancel()
            one.waiting = None


def _failures(report: Report) -> list[types.Diagnostic]:
    return [
        types.Diagnostic(
            _START, failure_words(failure), types.DiagnosticSeverity.Error, source=SOURCE
        )
        for failure in report.failures
    ]
