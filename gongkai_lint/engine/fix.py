"""From a rule's template and a match to a fix."""

from collections.abc import Iterable, Mapping

from gongkai_lint.model.finding import Edit, Fix, Match
from gongkai_lint.ruleset.rule import Rule
from gongkai_lint.text import fill


def fix_of(rule: Rule, match: Match, words: Mapping[str, str]) -> Fix | None:
    """Give the fix of a finding: the check's own edits, else the rule's replacement."""
    if rule.fix is None:
        return None
    if match.edits:
        edits = match.edits
    elif rule.fix.replace_with is not None:
        edits = (Edit(match.span, fill(rule.fix.replace_with, words)),)
    else:
        return None
    title = fill(rule.fix.title, words) or f"改为“{edits[0].text}”"
    return Fix(title, edits, rule.fix.safety)


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with the edits made; of overlapping ones only the first in the text counts."""
    parts, at = [], 0
    for span, replacement in sorted(set(edits)):
        if span.start >= at:
            parts += [text[at : span.start], replacement]
            at = span.end
    return "".join([*parts, text[at:]])
