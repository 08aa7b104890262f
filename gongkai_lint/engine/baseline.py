"""Hold findings against those that are known already."""

from collections.abc import Iterable, Mapping, Sequence

from gongkai_lint.model.baseline import Baseline, KnownFinding, Recorded
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Finding, Suppressed
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.named import NamedTuple

_REASON = "基线中已有"


class Seen(NamedTuple):
    """What was found in a document today, and the rules that looked at it."""

    recorded: Recorded
    ran: frozenset[str] = frozenset()


class Compared(NamedTuple):
    """The new findings, the known ones, and how many known ones are not found any more."""

    new: tuple[Finding, ...]
    known: tuple[Suppressed, ...] = ()
    gone: int = 0


class Updated(NamedTuple):
    """A baseline without what is gone, and how many findings that were."""

    baseline: Baseline
    gone: int


def see(document: Document, findings: Sequence[Finding], ran: Iterable[str]) -> Seen:
    """Put down the findings of a document."""
    entries = (
        KnownFinding(f.rule, document.written(f.span), f.message, f.fingerprint) for f in findings
    )
    title = "".join("".join(document.words(e.span).split()) for e in document.of("title"))
    return Seen(Recorded(title, tuple(sorted(entries))), frozenset(ran))


def compare(findings: Sequence[Finding], seen: Seen, place: str, baseline: Baseline) -> Compared:
    """Part the new findings of a document from the known ones."""
    old = _known_as(place, seen.recorded, baseline)
    if old is None:
        return Compared(tuple(findings))
    recorded = baseline.documents[old]
    known, now = recorded.fingerprints, seen.recorded.fingerprints
    return Compared(
        tuple(finding for finding in findings if finding.fingerprint not in known),
        tuple(_accepted(f, baseline.file) for f in findings if f.fingerprint in known),
        sum(e.fingerprint not in now and e.rule in seen.ran for e in recorded.entries),
    )


def _accepted(finding: Finding, file: str) -> Suppressed:
    return Suppressed(finding, Suppression(finding.rule, _REASON, origin="baseline", file=file))


def _known_as(place: str, today: Recorded, baseline: Baseline) -> str | None:
    """Give the path under which a document is known: its own, else one that it had before.

    A document that is not known is taken for one whose file is gone, where the titles agree or
    half of what was found at certain words is found again.
    """
    if place in baseline.documents:
        return place
    likely = [old for old in sorted(baseline.gone) if _is_same(baseline.documents[old], today)]
    now = today.fingerprints
    return max(likely, key=lambda o: len(baseline.documents[o].fingerprints & now), default=None)


def _is_same(old: Recorded, today: Recorded) -> bool:
    if old.title and old.title == today.title:
        return True
    worded = {entry.fingerprint for entry in old.entries if entry.text}
    return bool(worded) and 2 * len(worded & today.fingerprints) >= len(worded)


def update(baseline: Baseline, seen: Mapping[str, Seen]) -> Updated:
    """Drop what is not found any more, and what is known of files that are no more.

    What was not looked at today stays; what is new is not added.
    """
    kept = {old: r for old, r in baseline.documents.items() if old not in baseline.gone}
    for place, (recorded, ran) in seen.items():
        old = _known_as(place, recorded, baseline)
        if old is not None:
            now = recorded.fingerprints
            entries = baseline.documents[old].entries
            left = tuple(e for e in entries if e.fingerprint in now or e.rule not in ran)
            kept[place] = Recorded(recorded.title, left)
    kept = {place: recorded for place, recorded in kept.items() if recorded.entries}
    updated = baseline._replace(documents=kept, gone=frozenset())
    return Updated(updated, baseline.total - updated.total)
