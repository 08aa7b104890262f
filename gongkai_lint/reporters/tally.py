"""Counting what was found, document by document."""

from datetime import date

from gongkai_lint.model.finding import SEVERITIES, Report, Severity
from gongkai_lint.named import NamedTuple

Counts = tuple[tuple[str, int], ...]


class Tally(NamedTuple):
    """How many documents, unreadable ones, broken rules, findings and accepted ones there are.

    ``oldest`` and ``newest`` are the first and the last day as of which one was judged,
    ``undated`` counts those that show no day of their own.
    """

    documents: int = 0
    unread: int = 0
    broken: int = 0
    review: int = 0
    accepted: int = 0
    known: int = 0
    gone: int = 0
    severities: Counts = ()
    rules: Counts = ()
    newest: date | None = None
    oldest: date | None = None
    undated: int = 0

    def plus(self, other: "Tally") -> "Tally":
        """Put two counts together."""
        return Tally(
            self.documents + other.documents,
            self.unread + other.unread,
            self.broken + other.broken,
            self.review + other.review,
            self.accepted + other.accepted,
            self.known + other.known,
            self.gone + other.gone,
            _sum(self.severities, other.severities),
            _sum(self.rules, other.rules),
            max((day for day in (self.newest, other.newest) if day), default=None),
            min((day for day in (self.oldest, other.oldest) if day), default=None),
            self.undated + other.undated,
        )

    @property
    def failed(self) -> int:
        """Count the documents that could not be judged completely."""
        return self.unread + self.broken

    def findings(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return dict(self.severities).get(severity, 0)

    def reaches(self, severity: Severity) -> bool:
        """Say whether there is a finding at or above a severity."""
        return any(self.findings(s) for s in SEVERITIES[: SEVERITIES.index(severity) + 1])


def tally_of(report: Report) -> Tally:
    """Count one report."""
    unread = report.document is None
    known = sum(suppressed.by.origin == "baseline" for suppressed in report.suppressed)
    return Tally(
        documents=1,
        unread=int(unread),
        broken=int(bool(report.failures) and not unread),
        review=sum(finding.outcome == "review" for finding in report.findings),
        accepted=len(report.suppressed) - known,
        known=known,
        gone=report.gone,
        severities=_sum((), tuple((finding.severity, 1) for finding in report.findings)),
        rules=_sum((), tuple((finding.rule, 1) for finding in report.findings)),
        newest=report.as_of,
        oldest=report.as_of,
        undated=int(report.document is not None and report.document.judged_on is None),
    )


def _sum(first: Counts, second: Counts) -> Counts:
    total = dict(first)
    for name, number in second:
        total[name] = total.get(name, 0) + number
    return tuple(sorted(total.items()))
