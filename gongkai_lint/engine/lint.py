"""Judge one document by a set of rules."""

from collections.abc import Iterable, Mapping
from itertools import islice

from gongkai_lint.engine.accepted import Accepted
from gongkai_lint.engine.as_written import as_read, as_written, with_written
from gongkai_lint.engine.fix import fix_of
from gongkai_lint.engine.precedence import prefer
from gongkai_lint.engine.view import Day, Eyes, broken
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Dossier, Returns, Role
from gongkai_lint.model.finding import Failure, Finding, Match, Outcome, Profile, View
from gongkai_lint.model.fingerprint import fingerprints
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.case import Telling
from gongkai_lint.ruleset.rule import Rule, RuleSet
from gongkai_lint.sought import pairs_of
from gongkai_lint.text import fill_sentence

# What one rule may say of one document. Real drafts have a few dozen; a thousand is either a file
# that is no 公文 or one mistake that a look at the first ten explains.
MOST_OF_A_RULE = 1000
_THE_REST = f"（这条规则的问题超过 {MOST_OF_A_RULE} 处，后面的没有列出）"


class Verdict(NamedTuple):
    """The findings in reading order, each rule's outcome, and the rules that broke."""

    findings: tuple[Finding, ...] = ()
    outcomes: tuple[tuple[str, Outcome], ...] = ()
    failures: tuple[Failure, ...] = ()

    @property
    def ran(self) -> frozenset[str]:
        """The rules that looked at the document."""
        return frozenset(rule for rule, outcome in self.outcomes if outcome != "inapplicable")


class Standing(NamedTuple):
    """The submission that a document belongs to, and its role there."""

    dossier: Dossier | None = None
    role: Role | None = None


ALONE = Standing()


def lint(
    document: Document,
    rules: RuleSet,
    day: Day,
    profile: Profile,
    *,
    standing: Standing = ALONE,
) -> Verdict:
    """Judge a document by all rules but those on what is left of suppressions.

    Where the day is not certain, an archived document is judged only by rules that know no dates.
    """
    written = View(document, (), day.date, profile, rules.law, *standing)
    asked = rules.on_in(written.setting)
    return _judged(asked, rules, day, (as_read(written), written))


def lint_leftovers(
    document: Document,
    rules: RuleSet,
    day: Day,
    *,
    profile: Profile,
    leftovers: tuple[Match, ...],
) -> Verdict:
    """Judge what is left of a document's suppressions when all other rules have spoken."""
    seen = View(document, (), day.date, profile, rules.law, leftovers=leftovers)
    on = ((rule, rule.severity_in(profile) is not None) for rule in rules.asking_for("leftovers"))
    return _judged(on, rules, day, (seen, seen))


def _judged(
    asked: Iterable[tuple[Rule, bool]], rules: RuleSet, day: Day, views: tuple[View, View]
) -> Verdict:
    """Judge by some rules that are on, by the text as it is read and as it is written."""
    seen, raw = (Eyes(view, rules, day) for view in views)
    document = raw.view.document
    pairs = pairs_of(seen.view.document.text)
    partly = document.source.is_partly_read
    accepted = Accepted(document, rules.accepted)
    findings: list[Finding] = []
    outcomes: dict[str, Outcome] = {}
    failures: list[Failure] = []
    for rule, is_on in asked:
        view = seen.of(rule) if is_on else None
        if view is None:
            outcomes.setdefault(rule.id, "inapplicable")
            continue
        own = raw.of(rule) if rule.as_written and document.folding else None
        idle = own is None and not rule.may_find(pairs)
        try:
            told = () if idle else accepted.leave(rule.topic, _told(rule, view, own, document))
            found = _found(rule, view, document, told)
            blind = not found and (partly or not rules.sees(rule, view))
        except Exception:  # noqa: BLE001 (a broken rule is a failure of the report, never silence)
            failures.append(broken(rule))
            outcomes.setdefault(rule.id, "inapplicable")
            continue
        findings += found
        outcomes[rule.id] = "inapplicable" if blind else _worst(found)
    kept = prefer(findings, rules)
    spoken = {finding.rule for finding in kept}
    for rule_id, outcome in outcomes.items():
        if outcome in {"violation", "review"} and rule_id not in spoken:
            # What is missing, and told of by another rule, was not looked at.
            absent = all(one.span.start == one.span.end for one in findings if one.rule == rule_id)
            outcomes[rule_id] = "inapplicable" if partly or absent else "pass"
    marked = zip(kept, fingerprints(document, kept), strict=True)
    findings = [finding._replace(fingerprint=mark) for finding, mark in marked]
    return Verdict(tuple(findings), tuple(outcomes.items()), tuple(failures))


def _found(
    rule: Rule, view: View, document: Document, told: Iterable[tuple[Match, Telling]]
) -> list[Finding]:
    """Give the findings of a rule, the last of very many saying that there are more."""
    found = [
        _finding(rule, match, view._replace(document=document), telling)
        for match, telling in islice(told, MOST_OF_A_RULE + 1)
    ]
    if len(found) > MOST_OF_A_RULE:
        last = found[MOST_OF_A_RULE - 1]
        message = f"{last.message}{_THE_REST}"
        found[MOST_OF_A_RULE - 1 :] = [last._replace(message=message)]
    return found


def _told(
    rule: Rule, view: View, written: View | None, document: Document
) -> Iterable[tuple[Match, Telling]]:
    """Give what a rule finds in a document as it is read, and where it is given as ``written``."""
    if view.document is document:
        return rule.matches(view)
    found = as_written(document, rule.matches(view))
    return with_written(found, rule.matches(written)) if written else found


def _worst(found: list[Finding]) -> Outcome:
    outcomes = {finding.outcome for finding in found}
    return "violation" if "violation" in outcomes else "review" if outcomes else "pass"


def _finding(rule: Rule, match: Match, view: View, telling: Telling) -> Finding:
    words = dict(match.captures) | {"text": view.document.words(match.span)}
    severity = rule.severity_of(telling, view.setting)
    if severity is None:
        raise AssertionError(rule.id)
    doubtful = match.doubtful or telling.certainty.doubts(view.setting)
    return Finding(
        rule=rule.id,
        title=rule.title,
        severity=severity,
        outcome="review" if doubtful else "violation",
        message=fill_sentence(telling.message, words),
        span=match.span,
        related=match.related,
        fix=fix_of(telling.fix, match, words),
        advice=fill_sentence(telling.advice, words),
        basis=match.basis or telling.basis_on(view.as_of),
        element=view.document.part_at(match.span),
        missing=match.missing,
        returns=telling.returns and _filled(telling.returns, words),
    )


def _filled(returns: Returns, words: Mapping[str, str]) -> Returns:
    return returns._replace(ground=fill_sentence(returns.ground, words))
