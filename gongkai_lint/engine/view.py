"""What a rule sees of a document, where it binds the document on that day."""

from datetime import date

from gongkai_lint.model.finding import Failure, View
from gongkai_lint.named import NamedTuple
from gongkai_lint.ruleset.rule import Rule, RuleSet

_Day = date
_TOO_SLOW = "它的正则表达式在这份文件上一秒钟没有查完，这条规则没有查，请把表达式改得简单些"


class Day(NamedTuple):
    """The day whose rules judge a document; ``certain`` where the document or the user gave it.

    ``handled`` is the day on which it is handled, where that is another one.
    """

    date: date
    certain: bool = True
    handled: _Day | None = None


def view_of(rule: Rule, rules: RuleSet, view: View, day: Day) -> View | None:
    """Give what a rule sees of a view; None where it does not bind it or finds no scope."""
    handling = rule.judged == "handling"
    judged_on = (day.handled or day.date) if handling else day.date
    unknown = view.profile == "archive" and not (day.certain or handling)
    if (
        not rule.in_force.on(judged_on)
        or (unknown and rule.knows_dates)
        or not rules.binds(rule, view)
    ):
        return None
    spans = view.within(rule.scope)
    return view._replace(spans=spans, as_of=judged_on) if spans else None


def broken(rule: Rule) -> Failure:
    """Give the failure of a rule that raises just now: never silence."""
    import sys
    from traceback import format_exc

    if isinstance(sys.exc_info()[1], TimeoutError):
        return Failure("rule", rule.id, _TOO_SLOW)
    return Failure("rule", rule.id, format_exc())
