"""The pipeline, written once: read → recognize → lint → Report."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gongkai_lint.engine.baseline import Compared, compare, see
from gongkai_lint.engine.coverage import cover
from gongkai_lint.engine.lint import ALONE, Standing, lint, lint_leftovers
from gongkai_lint.engine.precedence import aggregate, in_reading_order
from gongkai_lint.engine.suppress import Ran, leftover, suppress
from gongkai_lint.engine.view import Day
from gongkai_lint.errors import UnreadableError
from gongkai_lint.law.calendar import NATIONAL, Calendar
from gongkai_lint.model.baseline import Baseline
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Role, Submission
from gongkai_lint.model.finding import Failure, Profile, Report
from gongkai_lint.model.source import Source
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.model.told import NOTHING, Told
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.read import read, read_path
from gongkai_lint.readers.text import read_text
from gongkai_lint.reading.reading import with_reading
from gongkai_lint.ruleset.load import load_ruleset
from gongkai_lint.ruleset.localize import rules_for
from gongkai_lint.ruleset.rule import RuleSet
from gongkai_lint.structure.recognize import recognize

__all__ = [
    "Paper",
    "Request",
    "lint_bytes",
    "lint_config",
    "lint_dossier",
    "lint_papers",
    "lint_path",
    "lint_source",
    "load_ruleset",
    "recognized",
]


Properties = tuple[tuple[str, str], ...]


class Request(NamedTuple):
    """How documents are judged.

    ``today`` judges a document that shows no date; ``as_of`` overrides the document's own date;
    ``encoding`` is that of text files, found out where it is None; ``region`` is the key of the
    region whose rules hold beside the national ones; ``suppressions`` are those that a
    configuration adds to the documents' own; what the ``baseline`` knows is held back; ``units``
    are the names of an office's own units; ``every`` finding is given where an archive's would be
    summed up. By the ``calendar`` working days are counted; ``told`` is what a person says of the
    one document that is judged.
    """

    rules: RuleSet
    today: date
    profile: Profile = "draft"
    as_of: date | None = None
    encoding: str | None = None
    region: str | None = None
    suppressions: tuple[Suppression, ...] = ()
    baseline: Baseline | None = None
    units: tuple[str, ...] = ()
    every: bool = False
    calendar: Calendar = NATIONAL
    told: Told = NOTHING


class Paper(NamedTuple):
    """A file of a submission: its name there, its role where it is stated, what a reader found.

    ``source`` is None where a file is known by its name only; ``told`` is what a person says of it.
    """

    name: str
    role: Role | None
    source: Source | Failure | None
    told: Told = NOTHING


def lint_path(path: Path, request: Request) -> Report:
    """Judge a file; what cannot be read gives a report with a failure."""
    return _judge(_recognized(_read_path(path, request), request), str(path), request)


def lint_bytes(data: bytes, name: str, request: Request, known: Properties = ()) -> Report:
    """Judge a file's bytes; the name tells the format where the bytes do not.

    ``known`` is what is known beside the text, such as 网址 or 公开方式 of the page.
    """
    source = _read(data, name, request)
    if isinstance(source, Failure):
        return _failed(name, request, source)
    return lint_source(source, name, request, known)


def recognized(
    path: Path,
    encoding: str | None = None,
    units: tuple[str, ...] = (),
    calendar: Calendar = NATIONAL,
) -> Document:
    """Read and recognize a file without judging it. Raises ``UnreadableError``."""
    return recognize(read(read_path(path), str(path), encoding=encoding), units, calendar)


def lint_source(source: Source, name: str, request: Request, known: Properties = ()) -> Report:
    """Judge what a reader found."""
    source = source._replace(properties=(*source.properties, *known))
    return _judge(_recognized(source, request), name, request)


def lint_dossier(folder: Path, request: Request) -> tuple[Report, ...]:
    """Judge a submission folder: a report for each document, the draft's with the dossier first.

    Raises ``UsageError`` for a file in place of the folder and for a wrong dossier.toml.
    """
    from gongkai_lint.readers.dossier_folder import open_folder

    try:
        entries = open_folder(folder)
    except UnreadableError as error:
        report = _failed(str(folder), request, Failure("read", None, str(error)))
        return (report._replace(dossier=Submission(str(folder))),)
    papers = [
        Paper(e.name, e.role, _read_path(folder / e.name, request) if e.is_document else None)
        for e in entries
    ]
    return lint_papers(str(folder), papers, request)


def lint_papers(folder: str, papers: Sequence[Paper], request: Request) -> tuple[Report, ...]:
    """Judge the papers of a submission."""
    from gongkai_lint.engine.submission import in_order, sum_up
    from gongkai_lint.structure.roles import File, seat

    read = [(str(Path(folder) / paper.name), paper) for paper in papers]
    opened = {
        path: _recognized(paper.source, request._replace(told=paper.told))
        for path, paper in read
        if paper.source
    }
    files = [
        File(path, paper.name, paper.role, _document(opened.get(path))) for path, paper in read
    ]
    dossier, trouble = seat(folder, files, request.rules.roles)
    reports = [_failed(folder, request, Failure("read", None, trouble))] if trouble else []
    for path, role, document in in_order(dossier):
        found = document or opened.get(path)
        if found is not None:
            reports.append(_judge(found, path, request, Standing(dossier, role)))
    return (reports[0]._replace(dossier=sum_up(dossier, reports)), *reports[1:])


def _document(found: Document | Failure | None) -> Document | None:
    return found if isinstance(found, Document) else None


def _read_path(path: Path, request: Request) -> Source | Failure:
    try:
        return _read(read_path(path), str(path), request)
    except UnreadableError as error:
        return Failure("read", None, str(error))


def _read(data: bytes, name: str, request: Request) -> Source | Failure:
    try:
        seen = request.profile != "archive" or request.rules.sees_formatting("archive")
        return read(data, name, encoding=request.encoding, formatting=seen)
    except UnreadableError as error:
        return Failure("read", None, str(error))
    except Exception:  # noqa: BLE001 (a reader's mistake must not end the batch)
        return Failure("read", None, _trace())


def _recognized(source: Source | Failure, request: Request) -> Document | Failure:
    if isinstance(source, Failure):
        return source
    try:
        document = recognize(source, request.units, request.calendar, request.told)
        return with_reading(document, request.rules.vocabulary)
    except Exception:  # noqa: BLE001 (a recognizer's mistake must not end the batch)
        return Failure("recognize", None, _trace())


def _judge(
    document: Document | Failure, name: str, request: Request, standing: Standing = ALONE
) -> Report:
    if isinstance(document, Failure):
        return _failed(name, request, document)._replace(role=standing.role)
    own = request.as_of or _day_of_draft(standing) or document.judged_on
    day = Day(own or request.today, own is not None, request.as_of or request.today)
    rules = rules_for(document, request.rules, request.region)
    judged = lint(document, rules, day, request.profile, standing=standing)
    settled = suppress(
        document,
        judged.findings,
        request.suppressions,
        rules=Ran(rules.known, judged.ran),
        today=request.today,
    )
    told = lint_leftovers(
        document, rules, day, profile=request.profile, leftovers=settled.leftovers
    )
    compared = Compared(in_reading_order(settled.findings + told.findings))
    if request.baseline:
        seen = see(document, compared.new, judged.ran | told.ran)
        compared = compare(compared.new, seen, request.baseline.place(name), request.baseline)
    findings = compared.new
    coverage, broken = cover(document, rules, day, request.profile)
    if request.profile == "archive" and not request.every:
        findings = aggregate(findings, rules)
    return Report(
        path=name,
        digest=document.source.digest,
        media_type=document.source.media_type,
        profile=request.profile,
        as_of=own if request.profile == "archive" else day.date,
        document=document,
        findings=findings,
        outcomes=judged.outcomes + told.outcomes,
        failures=judged.failures + told.failures + broken,
        suppressed=settled.suppressed + compared.known,
        asked=settled.asked,
        gone=compared.gone,
        region=rules.region,
        role=standing.role,
        coverage=coverage,
    )


def lint_config(path: str, idle: Sequence[Suppression], request: Request) -> Report:
    """Judge a configuration file, of which only the suppressions that did nothing are known."""
    source = read_text(read_path(Path(path)), markdown=False)
    document = Document("\n".join(paragraph.text for paragraph in source.paragraphs), source, ())
    leftovers = tuple(
        leftover(by, document.paragraph_span(by.line - 1 if by.line else 0), request.today)
        for by in idle
    )
    day = Day(request.today)
    judged = lint_leftovers(
        document, request.rules, day, profile=request.profile, leftovers=leftovers
    )
    return Report(
        path=path,
        digest=source.digest,
        media_type=source.media_type,
        profile=request.profile,
        as_of=request.today,
        document=document,
        findings=judged.findings,
        outcomes=judged.outcomes,
        failures=judged.failures,
    )


def _day_of_draft(standing: Standing) -> date | None:
    draft = standing.dossier.draft if standing.dossier else None
    return draft.judged_on if draft else None


def _failed(name: str, request: Request, failure: Failure) -> Report:
    return Report(name, "", "", request.profile, request.as_of, None, failures=(failure,))


def _trace() -> str:
    from traceback import format_exc

    return format_exc()
