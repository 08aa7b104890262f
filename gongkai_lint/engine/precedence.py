"""One defect, one finding."""

from collections.abc import Iterable, Sequence

from gongkai_lint.model.finding import Finding
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.ruleset.rule import RuleSet

SHOWN = 3


def prefer(findings: list[Finding], rules: RuleSet) -> tuple[Finding, ...]:
    """Drop a finding that overlaps one its rule yields to; sort the rest by place and id."""
    spans: dict[str, list[Span]] = {}
    for finding in findings:
        spans.setdefault(finding.rule, []).append(finding.span)
    places = {id_: SortedSpans(found) for id_, found in spans.items()}
    yields = {
        rule.id: [places[id_] for id_ in rule.yields_to if id_ in places]
        for rule in rules.rules
        if rule.id in places
    }
    kept = [
        finding
        for finding in findings
        if not any(
            span.overlaps(finding.span)
            for other in yields[finding.rule]
            for span in other.touching(finding.span)
        )
    ]
    return in_reading_order(kept)


def in_reading_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place and id."""
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.rule)))


def aggregate(findings: Sequence[Finding], rules: RuleSet) -> tuple[Finding, ...]:
    """Show three findings of each aggregated rule, the last of them with the full count."""
    counted = {rule.id for rule in rules.rules if rule.aggregate}
    totals: dict[str, int] = {}
    for finding in findings:
        totals[finding.rule] = totals.get(finding.rule, 0) + 1
    seen: dict[str, int] = {}
    kept = []
    for finding in findings:
        seen[finding.rule] = number = seen.get(finding.rule, 0) + 1
        if finding.rule not in counted or totals[finding.rule] <= SHOWN or number < SHOWN:
            kept.append(finding)
        elif number == SHOWN:
            total = totals[finding.rule]
            kept.append(finding._replace(message=f"{finding.message}（全文共 {total} 处）"))
    return tuple(kept)
