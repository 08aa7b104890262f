"""Reports as the reporters get them: written by hand, or made by the whole pipeline."""

from collections.abc import Callable
from datetime import date

import pytest

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding, Report
from gongkai_lint.model.source import Anchor, Paragraph, Source
from gongkai_lint.ruleset.rule import RuleSet

MakeReport = Callable[..., Report]
Lint = Callable[[str], Report]


@pytest.fixture(scope="session")
def builtin() -> RuleSet:
    """The built-in rules."""
    return load_ruleset()


@pytest.fixture
def reported() -> MakeReport:
    """Make a report on lines of text with given findings."""

    def make(*lines: str, findings: tuple[Finding, ...] = (), **rest: str) -> Report:
        paragraphs = tuple(Paragraph(line, Anchor(0, n)) for n, line in enumerate(lines))
        source = Source(paragraphs, "sha256:0f", rest.get("media_type", "text/plain"))
        document = Document("\n".join(lines), source, ())
        return Report(
            rest.get("path", "稿 1.txt"),
            source.digest,
            source.media_type,
            "draft",
            date(2024, 9, 2),
            document,
            findings,
            tuple({finding.rule: finding.outcome for finding in findings}.items()),
        )

    return make


@pytest.fixture
def judged(builtin: RuleSet) -> Lint:
    """Judge a text by the built-in rules."""
    request = Request(builtin, date(2024, 9, 2))
    return lambda text: lint_bytes(text.encode(), "稿.txt", request)
