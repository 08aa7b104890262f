"""Keep back what somebody accepted, and tell which acceptances came to nothing."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from gongkai_lint.engine.remarks import Note, read_note
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding, Match, Suppressed
from gongkai_lint.model.source import Remark
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.model.suppression import Origin, Suppression
from gongkai_lint.named import NamedTuple


class Settled(NamedTuple):
    """What stays, what is kept back and why, and the suppressions that kept nothing back.

    ``leftovers`` are those that stand in the document; ``asked`` those that were brought from
    outside and whose rule was run, each with whether it was used.
    """

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    leftovers: tuple[Match, ...] = ()
    asked: tuple[tuple[Suppression, bool], ...] = ()


class Ran(NamedTuple):
    """The rules that there are, and those that looked at the document."""

    known: Collection[str]
    ran: Collection[str]


class _Claim(NamedTuple):
    """A suppression and, where it stands in the document, its remark and the lines it speaks of."""

    by: Suppression
    remark: Remark | None = None
    lines: range = range(0)


def suppress(
    document: Document,
    findings: Sequence[Finding],
    outside: tuple[Suppression, ...],
    *,
    rules: Ran,
    today: date,
) -> Settled:
    """Hold each finding against the document's own remarks, then against what is from outside."""
    notes = [note for remark in document.source.remarks if (note := read_note(remark))]
    claims = [claim for note in notes for claim in _claims(document, note)]
    claims += [_Claim(by) for by in outside]
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    used: set[int] = set()
    book = _Book(document, claims, today)
    absent = Counter(one.rule for one in findings if one.span.start == one.span.end)
    for finding in findings:
        number = book.first(finding, alone=absent[finding.rule] == 1)
        if number is None:
            kept.append(finding)
        else:
            used.add(number)
            suppressed.append(Suppressed(finding, claims[number].by))
    judged = [(c, number in used) for number, c in enumerate(claims) if c.by.rule in rules.ran]
    leftovers = [*_flaws(notes, rules.known), *_idle(judged, today)]
    return Settled(
        tuple(kept),
        tuple(suppressed),
        tuple(sorted(leftovers)),
        tuple((claim.by, was_used) for claim, was_used in judged if claim.remark is None),
    )


class _Book:
    """The claims that are not over, found by rule and place."""

    def __init__(self, document: Document, claims: Sequence[_Claim], today: date) -> None:
        self._document = document
        self._anywhere: dict[str, int] = {}
        self._outside: dict[tuple[str, str | None], int] = {}
        self._lines: dict[tuple[str, int], int] = {}
        self._comments: dict[str, dict[Span, int]] = {}
        for number, claim in enumerate(claims):
            if not claim.by.is_over(today):
                self._enter(number, claim)
        self._places = {rule: SortedSpans(held) for rule, held in self._comments.items()}

    def _enter(self, number: int, claim: _Claim) -> None:
        rule, remark = claim.by.rule, claim.remark
        if remark is None:
            self._outside.setdefault((rule, claim.by.fingerprint), number)
            return
        self._anywhere.setdefault(rule, number)
        if remark.kind == "comment" and remark.span.start < remark.span.end:
            self._comments.setdefault(rule, {}).setdefault(remark.span, number)
            return
        for line in claim.lines:
            self._lines.setdefault((rule, line), number)

    def first(self, finding: Finding, *, alone: bool) -> int | None:
        """Give the number of the first claim that holds for a finding.

        What is absent ``alone`` of its rule has no place: a remark anywhere speaks of it.
        """
        rule, span = finding.rule, finding.span
        found = [self._outside.get((rule, mark)) for mark in (None, finding.fingerprint)]
        if alone and span.start == span.end:
            found.append(self._anywhere.get(rule))
        first, last = (self._document.paragraph_at(edge) for edge in span)
        found += [self._lines.get((rule, line)) for line in range(first, last + 1)]
        if rule in self._places:
            held = self._comments[rule]
            found += [held[place] for place in self._places[rule].touching(span)]
        return min((number for number in found if number is not None), default=None)


def _claims(document: Document, note: Note) -> Iterator[_Claim]:
    """Give what a remark accepts; nothing where it says no reason."""
    if not note.understood or not note.reason:
        return
    remark = note.remark
    first = document.paragraph_at(remark.span.start)
    origin: Origin = "text" if remark.kind == "markup" else "comment"
    lines = _spoken_of(document, first) if remark.kind == "markup" else range(first, first + 1)
    for rule in note.rules:
        by = Suppression(rule, note.reason, note.until, origin=origin, line=first + 1)
        yield _Claim(by, remark, lines)


def _spoken_of(document: Document, line: int) -> range:
    """Give the line of a remark, or the next that has words where its own has none."""
    paragraphs = document.source.paragraphs
    rest = range(line, len(paragraphs))
    spoken = next((index for index in rest if paragraphs[index].text.strip()), line)
    return range(spoken, spoken + 1)


def _flaws(notes: list[Note], known: Collection[str]) -> Iterator[Match]:
    for note in notes:
        if not note.understood:
            yield Match(note.remark.span, case="form")
            continue
        for rule in note.rules:
            case = "unknown" if rule not in known else "" if note.reason else "reason"
            if case:
                yield Match(note.remark.span, (("rule", rule),), case=case)


def _idle(judged: list[tuple[_Claim, bool]], today: date) -> Iterator[Match]:
    for claim, was_used in judged:
        if claim.remark is not None and not was_used:
            yield leftover(claim.by, claim.remark.span, today)


def unneeded(
    asked: Mapping[Suppression, bool], covered: Callable[[Suppression], bool], today: date
) -> dict[str, tuple[Suppression, ...]]:
    """Give, by configuration file, the suppressions that kept nothing back.

    An unused one is only known to be so where all the documents that it speaks of were judged.
    """
    found: dict[str, tuple[Suppression, ...]] = {}
    for by, was_used in asked.items():
        if by.is_over(today) or (not was_used and covered(by)):
            found[by.file] = (*found.get(by.file, ()), by)
    return found


def leftover(by: Suppression, span: Span, today: date) -> Match:
    """Say at its place why a suppression kept nothing back."""
    words = ("rule", by.rule), ("until", by.until.isoformat() if by.until else "")
    return Match(span, words, case="expired" if by.is_over(today) else "unused")
