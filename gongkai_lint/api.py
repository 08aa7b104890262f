"""The pipeline, written once: read → recognize → lint → Report."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from gongkai_lint.engine.lint import Day, lint
from gongkai_lint.engine.precedence import aggregate
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.finding import Failure, Profile, Report
from gongkai_lint.model.source import Source
from gongkai_lint.readers.read import read, read_path
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.localize import localize
from gongkai_lint.ruleset.rule import RuleSet
from gongkai_lint.structure.recognize import recognize

__all__ = ["Request", "lint_bytes", "lint_path", "lint_source", "load_ruleset"]


Properties = tuple[tuple[str, str], ...]


class Request(NamedTuple):
    """How documents are judged.

    ``today`` judges a document that shows no date; ``as_of`` overrides the document's own date;
    ``encoding`` is that of text files, found out where it is None; ``region`` is the key of the
    region whose rules hold beside the national ones.
    """

    rules: RuleSet
    today: date
    profile: Profile = "draft"
    as_of: date | None = None
    encoding: str | None = None
    region: str | None = None


def lint_path(path: Path, request: Request) -> Report:
    """Judge a file; what cannot be read gives a report with a failure."""
    try:
        return lint_bytes(read_path(path), str(path), request)
    except UnreadableError as error:
        return _failed(str(path), request, Failure("read", None, str(error)))


def lint_bytes(data: bytes, name: str, request: Request, known: Properties = ()) -> Report:
    """Judge a file's bytes; the name tells the format where the bytes do not.

    ``known`` is what is known beside the text, such as 网址 or 公开方式 of the page.
    """
    try:
        source = read(data, name, encoding=request.encoding)
    except UnreadableError as error:
        return _failed(name, request, Failure("read", None, str(error)))
    except Exception:  # noqa: BLE001 (a reader's mistake must not end the batch)
        return _failed(name, request, Failure("read", None, _trace()))
    return lint_source(source, name, request, known)


def lint_source(source: Source, name: str, request: Request, known: Properties = ()) -> Report:
    """Judge what a reader found."""
    source = source._replace(properties=(*source.properties, *known))
    try:
        document = recognize(source)
    except Exception:  # noqa: BLE001 (a recognizer's mistake must not end the batch)
        return _failed(name, request, Failure("recognize", None, _trace()))
    own = request.as_of or document.judged_on
    day = Day(own or request.today, own is not None, request.as_of or request.today)
    rules = localize(request.rules, request.region)
    findings, outcomes, failures = lint(document, rules, day, request.profile)
    if request.profile == "archive":
        findings = aggregate(findings, rules)
    return Report(
        path=name,
        digest=source.digest,
        media_type=source.media_type,
        profile=request.profile,
        as_of=own if request.profile == "archive" else day.date,
        document=document,
        findings=findings,
        outcomes=outcomes,
        failures=failures,
        region=rules.region,
    )


def _failed(name: str, request: Request, failure: Failure) -> Report:
    return Report(name, "", "", request.profile, request.as_of, None, failures=(failure,))


def _trace() -> str:
    from traceback import format_exc

    return format_exc()
