"""What a rule sees of a document, where it binds the document on that day."""

from datetime import date

from gongkai_lint.model.finding import Failure, View
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.rule import LawDay, Rule, RuleSet

_Day = date
_TOO_SLOW = (
    "它用的正则表达式在这份文件上一秒钟没有查完，这条规则没有查，"
    "请把规则、词表或词类里的表达式改得简单些"
)


class Day(NamedTuple):
    """The day whose rules judge a document; ``certain`` where the document or the user gave it.

    ``handled`` is the day on which it is handled, where that is another one.
    """

    date: date
    certain: bool = True
    handled: _Day | None = None


def view_of(rule: Rule, rules: RuleSet, view: View, day: Day) -> View | None:
    """Give what a rule sees of a view; None where it does not bind it or finds no scope."""
    return scoped(rule, view, day) if binds(rule, rules, view, day) else None


def binds(rule: Rule, rules: RuleSet, view: View, day: Day) -> bool:
    """Say whether a rule is asked of a document on the day by which it judges it."""
    handling = rule.judged == "handling"
    unknown = view.profile == "archive" and not (day.certain or handling)
    return (
        rule.in_force.on(_judged_on(rule, day))
        and not (unknown and rule.knows_dates)
        and rules.binds(rule, view)
    )


def scoped(rule: Rule, view: View, day: Day) -> View | None:
    """Give the places of a rule's scope on the day by which it judges; None where there are none.

    This depends on the rule's scope and day alone.
    """
    spans = view.within(rule.scope)
    return view._replace(spans=spans, as_of=_judged_on(rule, day)) if spans else None


def _judged_on(rule: Rule, day: Day) -> _Day:
    return (day.handled or day.date) if rule.judged == "handling" else day.date


class Eyes:
    """What the rules see of one document: many share a scope and a day, and so a view."""

    def __init__(self, view: View, rules: RuleSet, day: Day) -> None:
        """Keep the view of the whole."""
        self.view = view
        self._rules = rules
        self._day = day
        self._views: dict[tuple[tuple[str, ...], LawDay], View | None] = {}

    def of(self, rule: Rule) -> View | None:
        """Give what a rule sees; None where it does not bind the document or finds no scope."""
        if not binds(rule, self._rules, self.view, self._day):
            return None
        key = rule.scope, rule.judged
        if key not in self._views:
            self._views[key] = scoped(rule, self.view, self._day)
        return self._views[key]


def broken(rule: Rule) -> Failure:
    """Give the failure of a rule that raises just now: never silence."""
    import sys
    from traceback import format_exc

    if isinstance(sys.exc_info()[1], TimeoutError):
        return Failure("rule", rule.id, _TOO_SLOW)
    return Failure("rule", rule.id, format_exc())
