"""A word written twice in a row, told by segmenting the few characters around it."""

from collections.abc import Iterator
from itertools import accumulate

from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span

_TWICE = Pattern(r"([\u4e00-\u9fff]{2,6})\1")
_SOUND = Pattern(
    r"^(?:政府|代表|信息|公开|研究|商量|讨论|考虑|许多|多年|常常|往往|某某|等等|逐\S|一\S|\S一|[一二三四五六七八九十百千两几]\S?)$"
)
_AROUND = 10


def find(view: View) -> Iterator[Match]:
    """Yield each doubled word whose halves begin where words begin."""
    text = view.document.text
    for scope in view.spans:
        for offset, found in _TWICE.finditer(text, scope):
            span = Span(*found.span()).shifted(offset)
            word = found[1]
            if not _SOUND.occurs(word) and _is_whole(text, span):
                edit = Edit(Span(span.start + len(word), span.end), "")
                yield Match(span, (("word", word),), edits=(edit,))


def _is_whole(text: str, span: Span) -> bool:
    """Say whether words begin at the start and the middle of the span."""
    import jieba

    jieba.setLogLevel(60)
    start = max(0, span.start - _AROUND)
    tokens = jieba.lcut(text[start : span.end + _AROUND])
    bounds = {start, *(start + end for end in accumulate(map(len, tokens)))}
    return {span.start, (span.start + span.end) // 2} <= bounds
