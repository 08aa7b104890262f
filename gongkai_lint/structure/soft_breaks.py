"""Line breaks inside a paragraph (Shift+Enter) that end no sentence.

Readers cut a paragraph at its breaks, as many files have a break where a paragraph should end. A
break in the middle of a sentence is read as a blank: in the text a line separator stands for it,
so that no offset moves and no rule takes the halves for lines of their own.
"""

from collections.abc import Sequence

from gongkai_lint.model.source import Paragraph
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.shapes import DATE_LINE
from gongkai_lint.structure.script import fold

SOFT = "\u2028"
_UNFINISHED = compiled(r"[，、,]\s*$")
_RUNNING = compiled(r"[，。、；：,][^。；：！？]{4,}(?<![。；：:！？!?）)”》|])\s*$")
_TEXT = compiled(r"(?:\u3000{2}| {4})(?![ \u3000])|[ \t\u3000]*第.{1,5}条")
_INDENTED = compiled(r"[ \t\u3000]{2}")
_OPEN = compiled(r"[\u3400-\u9fffA-Za-z0-9]\s*$")
_OPENS = compiled(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[、.．）)]|\d{1,2}[.．、）)](?!\d)|第.{1,5}[条章节]|附件|抄送|"
    r"[—·•●□■|（(])"
)
_SHORTEST_RUNNING = 12  # shorter lines are names, dates and captions


def join_paragraphs(paragraphs: Sequence[Paragraph]) -> str:
    """Give the text: lines end at newlines, halves of a sentence are parted by ``SOFT``."""
    parts: list[str] = []
    for index, paragraph in enumerate(paragraphs):
        if index:
            parts.append(SOFT if goes_on(paragraphs, index) else "\n")
        parts.append(paragraph.text)
    return "".join(parts)


def goes_on(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Say whether a paragraph's line goes on in the middle of the sentence of the line above."""
    below = paragraphs[index]
    if not below.offset:
        return False
    above = paragraphs[index - 1]
    if above.anchor != below.anchor or not below.text.strip() or _OPENS.match(below.text):
        return False
    if _INDENTED.match(below.text) or DATE_LINE.match(fold(below.text)):
        return False
    if _UNFINISHED.search(above.text):
        return True
    told = _RUNNING.search(above.text) or (_TEXT.match(above.text) and _OPEN.search(above.text))
    return len(above.text) >= _SHORTEST_RUNNING and bool(told)
