"""The attachments that a draft lists, and the titles that attachments bear."""

from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import likeness

_LABEL = compiled(r"附件[ \t　]*[：:][ \t　]*")
# pages turn the no-break spaces before an item into question marks
_ITEM = compiled(
    r"(?m)[ \t　?？]*(?:(?:附件[ \t　]*)?(?P<number>\d{1,2})[.．、：:)）][ \t　]*|^[ \t　?？]*)"
    r"(?P<name>(?!\d{1,2}[.．、])\S[^\n]*?)"
    r"[ \t　]{0,40}(?=[ \t　]\d{1,2}[.．、]\D|[。；;，,]?[ \t　]{0,40}$)",
)
_MARK = compiled(r"^[ \t　]*附件[ \t　]*\d{0,2}[一二三四五六七八九十]{0,2}[ \t　]*[：:]?[ \t　]*")
_IDLE = compiled(r"[\s《》〈〉<>“”\"（）()、，,:：.．的]")
_NO_TITLE = compiled(
    r"[。；|｜]|^[ \t　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[、.．）)]|第.{1,3}[条章])"
)
# what a name that goes on in the next line opens with there
_GOES_ON = compiled("[及和与或的、（]")
# a paper's own name, whatever it is of: the kind stands last
_TITLED = compiled(
    r"[一-鿿\d]{4,40}(?:表|清单|名单|方案|办法|细则|标准|目录|指南|规划|流程图?|台账|名册|范本|协议书?|承诺书|说明)"
)
_LONGEST = 60
_NEAR = 0.5
_LINES = 4
_SHORTEST = 4


class Listed(NamedTuple):
    """An attachment as the note lists it: its name, and where its number and name stand."""

    name: str
    span: Span


def listed_attachments(document: Document) -> list[Listed]:
    """Give what the attachment notes list."""
    return [item for note in document.of("attachment_note") for item in _items(document, note.span)]


def attached_texts(document: Document) -> list[Span]:
    """Give the attachments behind the text, and the issued text under an attachment's mark."""
    return [*_issued_as_attachment(document), *(e.span for e in document.of("attachment"))]


def _issued_as_attachment(document: Document) -> Iterator[Span]:
    """Give the issued text where it stands under an attachment's mark."""
    for element in document.of("issued_text"):
        above = document.text[: element.span.start].rstrip().rpartition("\n")[2]
        if _MARK.fullmatch(above):
            yield element.span


def _items(document: Document, note: Span) -> list[Listed]:
    words = document.words(note)
    label = _LABEL.search(words)
    start = label.end() if label else 0
    items: list[Listed] = []
    for found in _ITEM.finditer(words[start:]):
        head = found.start("number") if found["number"] else found.start("name")
        item = Listed(found["name"], Span(head, found.end("name")).shifted(note.start + start))
        if items and not found["number"] and _GOES_ON.match(item.name):
            above = items.pop()
            item = Listed(above.name + item.name, Span(above.span.start, item.span.end))
        items.append(item)
    return items


def bears_title(document: Document, name: str, attachment: Span) -> bool:
    """Say whether one of an attachment's opening lines, or some of them together, give a name."""
    joined, wanted = "", _bare(name)
    for line in _title_lines(document, attachment):
        joined += _bare(document.words(line))
        led = joined.startswith("关于") and wanted.endswith(joined)
        if wanted in joined or led:
            return True
    return False


def names_it(words: str, name: str) -> bool:
    """Say whether words, such as a file's name, give an attachment's name."""
    one, two = _bare(words), _bare(name)
    return two in one or (len(one) >= _SHORTEST and one in two)


def other_title(document: Document, name: str, attachment: Span) -> Span | None:
    """Give the attachment's title where it is one and says something near, but not the same."""
    if bears_title(document, name, attachment):
        return None
    lines, wanted = list(_title_lines(document, attachment)), _bare(name)
    near = [line for line in lines[:2] if likeness(wanted, _bare(document.words(line))) >= _NEAR]
    if near:
        return near[0]
    first = lines[0] if lines else None
    titled = first and _TITLED.fullmatch(_bare(document.words(first)))
    return first if titled and _TITLED.fullmatch(wanted) else None


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


def _bare(words: str) -> str:
    return _IDLE.sub("", words)
