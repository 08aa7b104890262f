"""Judging what an editor has open: its name, its settings, its report."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pygls.uris import to_fs_path

from gongkai_lint import policy
from gongkai_lint.api import Request, lint_bytes
from gongkai_lint.config.settings import DEFAULTS
from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.own_files import is_own
from gongkai_lint.ruleset.rule import Rule

Today = Callable[[], date]
_TEXTS = (".txt", ".text", ".md", ".markdown")


class RuledReport(NamedTuple):
    """A report, and the rules that it was made by."""

    report: Report
    rules: dict[str, Rule]


def judge(text: str, uri: str, language: str, today: date) -> RuledReport | None:
    """Judge a text by the configuration that holds where it lies; raises ``UsageError``.

    None for what is no draft: a copy or report of ours, or what the configuration excludes.
    """
    name = _name(uri, language)
    if is_own(name) or policy.is_excluded(Path(name)):
        return None
    settings = policy.said_of(Path(name)).over(DEFAULTS)
    request = policy.request_of(settings, today)._replace(encoding="utf-8")
    report = lint_bytes(text.encode("utf-8", "replace"), name, request)
    return RuledReport(report, _by_id(request))


def _name(uri: str, language: str) -> str:
    """Give the file name; one that is no text's gets the ending of its language."""
    name = to_fs_path(uri) or unquote(urlsplit(uri).path)
    if name.lower().endswith(_TEXTS):
        return name
    return f"{name}.md" if language == "markdown" else f"{name}.txt"


def _by_id(request: Request) -> dict[str, Rule]:
    return {rule.id: rule for rule in request.rules.rules}
