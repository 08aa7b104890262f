"""The attachment note against the attachments that follow."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

_LABEL = compiled(r"附件[ \t　]*[：:][ \t　]*")
_ITEM = compiled(
    r"(?m)[ \t　]*(?:(?:附件[ \t　]*)?(?P<number>\d{1,2})[.．、：:)）][ \t　]*|^[ \t　]*)"
    r"(?P<name>(?!\d{1,2}[.．、])\S[^\n]*?)"
    r"[ \t　]{0,40}(?=[ \t　]\d{1,2}[.．、]\D|[。；;，,]?[ \t　]{0,40}$)",
)
_MARK = compiled(r"^[ \t　]*附件[ \t　]*\d{0,2}[一二三四五六七八九十]{0,2}[ \t　]*[：:]?[ \t　]*")
_IDLE = compiled(r"[\s《》〈〉<>“”\"（）()、，,:：.．的]")
_NO_TITLE = compiled(
    r"[。；|｜]|^[ \t　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|第.{1,3}[条章])"
)
_LONGEST = 60
_NEAR = 0.5
_LINES = 4


class _Named(NamedTuple):
    name: str
    span: Span


def find(view: View) -> Iterator[Match]:
    """Yield the listed names that the attachments contradict, and lists of another length."""
    document = view.document
    listed = [
        item for note in document.of("attachment_note") for item in _items(document, note.span)
    ]
    attached = [*_issued_as_attachment(document), *(e.span for e in document.of("attachment"))]
    if not listed or not attached:
        return
    if len(listed) != len(attached):
        if view.profile == "archive":  # pages drop attachments
            return
        problem = f"附件说明列出{len(listed)}个，文后有{len(attached)}个"
        place = listed[len(attached)] if len(listed) > len(attached) else listed[-1]
        yield Match(place.span, (("problem", problem),))
        return
    for item, span in zip(listed, attached, strict=True):
        title = _other_title(document, item.name, span)
        if title:
            problem = f"附件说明作“{item.name}”，附件上作“{document.words(title).strip()}”"
            yield Match(item.span, (("problem", problem),), (Related(title, "附件的标题"),))


def _issued_as_attachment(document: Document) -> Iterator[Span]:
    """Give the issued text where it stands under an attachment's mark."""
    for element in document.of("issued_text"):
        above = document.text[: element.span.start].rstrip().rpartition("\n")[2]
        if _MARK.fullmatch(above):
            yield element.span


def _items(document: Document, note: Span) -> Iterator[_Named]:
    words = document.words(note)
    label = _LABEL.search(words)
    start = label.end() if label else 0
    for found in _ITEM.finditer(words[start:]):
        head = found.start("number") if found["number"] else found.start("name")
        yield _Named(found["name"], Span(head, found.end("name")).shifted(note.start + start))


def _other_title(document: Document, name: str, attachment: Span) -> Span | None:
    """Give the attachment's title where it is one and says something near, but not the same."""
    lines = list(_title_lines(document, attachment))
    wanted = _bare(name)
    for last in range(len(lines)):
        joined = _bare("".join(document.words(line) for line in lines[: last + 1]))
        led = joined.startswith("关于") and wanted.endswith(joined)
        if wanted in joined or led:
            return None
    near = [line for line in lines[:2] if _like(wanted, _bare(document.words(line))) >= _NEAR]
    return near[0] if near else None


def _title_lines(document: Document, attachment: Span) -> Iterator[Span]:
    start, given = attachment.start, 0
    mark = _MARK.match(document.words(attachment))
    start += mark.end() if mark else 0
    while start < attachment.end and given < _LINES:
        end = document.text.find("\n", start, attachment.end)
        end = attachment.end if end < 0 else end
        words = document.text[start:end]
        if words.strip():
            if len(words.strip()) > _LONGEST or _NO_TITLE.search(words):
                return
            lead = len(words) - len(words.lstrip())
            yield Span(start + lead, start + len(words.rstrip()))
            given += 1
        start = end + 1


def _like(one: str, two: str) -> float:
    return SequenceMatcher(None, one, two).ratio()


def _bare(words: str) -> str:
    return _IDLE.sub("", words)
