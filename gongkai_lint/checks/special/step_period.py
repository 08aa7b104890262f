"""The period of a step of a procedure against the law's: review, suing, hearing, fine, licence."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.registered import PeriodId
from gongkai_lint.checks.steps import steps
from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.finding import Match, View
from gongkai_lint.named import NamedTuple


class StepPeriod(NamedTuple):
    """Report the periods of steps that break one of the rows ``matters`` of the law's periods.

    Cases: ``max`` (too long), ``min`` (too short), ``unit`` (counted in a unit that the law does
    not use here, so that the last day is another).
    """

    matters: tuple[PeriodId, ...]

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the contradicting periods in the scope."""
        known = view.law.periods_on(view.as_of, self.matters)
        rows = {row.step: row for row in known if row.step}
        for step in steps(view.document, view.spans, frozenset(rows)):
            row = rows[step.name]
            case = row.broken(step.amount, step.unit)
            if case:
                law = view.law.instrument(row.instrument)
                words = (("matter", row.matter), ("limit", row.limit))
                basis = (law.basis(row.provision),) if law else ()
                yield Match(step.span, words, case=case, basis=basis)

    def limits(self, law: LawTables) -> tuple[Period, ...]:
        """Give the rows of the table that a document can contradict, at whatever time."""
        return tuple(row for row in law.periods if row.id in self.matters)


KIND = Kind(
    StepPeriod,
    "复议、诉讼、听证、缴款、许可的期限与法定期限对照",
    tells=("max", "min", "unit"),
    words=("matter", "limit"),
    uses=("law",),
)
