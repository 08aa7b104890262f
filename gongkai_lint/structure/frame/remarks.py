"""What recognition has to say to the reader: no 公文, two in one file, a text that breaks off."""

from collections.abc import Iterator, Sequence

from gongkai_lint.model.element import Element
from gongkai_lint.model.source import Notice
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.frame import Frame

_NO_STRUCTURE = (
    "没有认出公文的标题、发文字号、主送机关、署名和成文日期，这份材料可能不是公文，也可能只是其中一段。"
    "要看这些要素的规则都没有适用，只检查了文字、标点和引用。"
)
_SECOND = (
    "文件里像是有两份公文，第二份从“{words}”开始。"
    "这里只检查了第一份，请把第二份另存为一个文件再检查。"
)
_BROKEN_OFF = (
    "文稿像是没有写完或者没有复制全，最后一句是“{words}”。缺署名、缺日期一类的问题没有判断。"
)
_FRAME = frozenset(
    {
        "document_number",
        "title",
        "addressee",
        "issuing_authority",
        "date_of_issue",
        "letterhead",
        "sheet_field",
    }
)
# the rest of a sentence, and no name behind a colon (联系人：…) as pages have them at their end
_OPEN_END = compiled(r"^[^：]*[，。；][\u3400-\u9fff0-9“《（、，]{6,}$")
_LONGEST_SHOWN = 20


def find_remarks(frame: Frame, elements: Sequence[Element]) -> Iterator[Notice]:
    """Give what the reader must know of how the text was read."""
    kinds = {element.kind for element in elements}
    articles = sum(element.kind == "article" for element in elements)
    if frame.units and not kinds & _FRAME and articles < 2:  # noqa: PLR2004
        yield Notice("structure", _NO_STRUCTURE)
    if frame.second is not None:
        words = frame.units[frame.second].words
        yield Notice("second", _SECOND.format(words=_shown(words)))
    if breaks_off(frame):
        words = frame.units[frame.end - 1].words
        yield Notice("broken_off", _BROKEN_OFF.format(words="…" + words[-_LONGEST_SHOWN:]))


def breaks_off(frame: Frame) -> bool:
    """Say whether a text with a head, but without a close, stops in the middle of a sentence."""
    if frame.closing or frame.outer or frame.imprint or frame.end <= frame.header.end:
        return False
    last = frame.units[frame.end - 1]
    headed = frame.header.title is not None or frame.header.addressee is not None
    return headed and last.place == "body" and bool(_OPEN_END.search(last.words))


def _shown(words: str) -> str:
    return words if len(words) <= _LONGEST_SHOWN else words[:_LONGEST_SHOWN] + "…"
