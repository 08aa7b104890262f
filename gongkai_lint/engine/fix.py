"""From a rule's template and a match to a fix."""

from collections.abc import Iterable, Iterator, Mapping

from gongkai_lint.model.finding import Edit, Fix, Match
from gongkai_lint.ruleset.case import FixTemplate
from gongkai_lint.text import fill_sentence


def fix_of(template: FixTemplate | None, match: Match, words: Mapping[str, str]) -> Fix | None:
    """Give the fix of a finding, None where no edits are known."""
    if template is None or not match.edits:
        return None
    title = fill_sentence(template.title, words) or _change(match.edits[0].text)
    return Fix(title, match.edits, template.safety)


def _change(text: str) -> str:
    return f"改为“{text}”" if text else "删去"


def without_overlaps(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield edits in the order of the text; of overlapping ones only the first."""
    at = 0
    for edit in sorted(set(edits)):
        if edit.span.start >= at:
            yield edit
            at = edit.span.end


def apply_edits(text: str, edits: Iterable[Edit]) -> str:
    """Give the text with the edits made; of overlapping ones only the first in the text counts."""
    parts, at = [], 0
    for span, replacement in without_overlaps(edits):
        parts += [text[at : span.start], replacement]
        at = span.end
    return "".join([*parts, text[at:]])
