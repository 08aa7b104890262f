"""Which mechanisms a document arranges, by the rules that list mechanisms."""

from gongkai_lint.checks.kind import cover as cover_by
from gongkai_lint.engine.view import Day, broken, view_of
from gongkai_lint.model.alignment import Alignment, placed
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Covered, Failure, Profile, View
from gongkai_lint.ruleset.rule import RuleSet


def cover(
    document: Document, rules: RuleSet, day: Day, profile: Profile
) -> tuple[tuple[Covered, ...], tuple[Failure, ...]]:
    """Give the coverage by each such rule that binds the document, whatever its severity."""
    day = day._replace(certain=True)  # a list to compare with accuses nobody
    seen = View(document.read, (), day.date, profile, rules.law)
    alignment = document.folding.alignment if document.folding else Alignment()
    found: list[Covered] = []
    failures: list[Failure] = []
    for rule in rules.asking_for("list"):
        view = view_of(rule, rules, seen, day)
        if view is None:
            continue
        try:
            covered = (one for case in rule.cases for one in cover_by(case.check, view))
            found += [one._replace(rule=rule.id) for one in covered]
        except Exception:  # noqa: BLE001 (a broken rule is a failure of the report)
            failures.append(broken(rule))
    return placed(tuple(found), alignment), tuple(failures)
