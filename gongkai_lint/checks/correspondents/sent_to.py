"""Whom a paper is addressed to and who gets copies, wherever it says so.

The addressee stands in its line, behind a label (主送：, 呈：) or in a cell beside one, or is asked
in the closing sentence (报请何副市长审定); copies are told of in the imprint, behind a label, in a
bracket or in a sentence (本报告一并抄送各镇人民政府).
"""

from collections.abc import Iterator

from gongkai_lint.checks.correspondents.leaders import asked_in_person, is_leader
from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled

_NAME = r"[^，,、；;。：:\s（）()|｜“”]"
_ORGAN = compiled(rf"{_NAME}+(?:[（(][^（）()]*[）)]{_NAME}*)*")
_TO = r"(?:主[ 　]*送|报送|呈[送报]?|送呈|上报|收文)(?:机关|单位|部门|对象|领导)?|[送报上]|致"
_TO_LINE = compiled(rf"^[ 　]*(?:(?:{_TO})[ 　]*[：:|｜\t]|致(?=[一-鿿]))[ 　|｜]*(?P<who>[^\n]+)$")
# over the text, a line that calls somebody and is no organ's name: 呈报沈秘书长阅示：
_CALLED = compiled(r"^[ \u3000]*[一-鿿、，]{2,30}[：:][ \u3000]*$")
_ALONE = compiled(rf"^[ 　]*(?:{_TO})[ 　：:]*$")
_MAIN = compiled(r"^[ 　]*(?:主[ 　]*送|收文)")
_COPY = compiled(
    r"(?P<verb>抄\s*[送報报发發告]|印送|分送|分发|[下印]发|发(?:至|送)|转发)"
    r"(?:单位|机关|部门|对象)?(?P<mark>[ 　]*[：:|｜\t][ 　|｜]*)?(?:给|至|到|于)?(?P<who>[^。\n]+)"
)
_LABELLED = compiled(r"(?:^|[。；，、\s（(]|同时|并)$")
# the paper itself is sent on: 本报告, 此件, 以上情况, a bracket of its own
_ITSELF = compiled(
    r"[本此该](?:请示|报告|件|文|意见)|(?:以上|上述)(?:请示|报告|情况|意见)|[专特]此(?:报告|请示)|抄件|[（(][^（）()。]{0,6}$"
    r"|^[ 　]*(?:同时|并|一并|另)?[ 　]*$"
)
# another paper, another time, a rule or a mistake told of
_NOT_ITSELF = compiled(
    r"批[准复]后|待|另行|另文|拟文|不得|不予|不再|不应|不要|不能|严禁|禁止|[已曾]|[印载]有|“[^”]*$|《[^》]*$|《[^》]*》|通知|规定"
)
_ENDS = compiled(r"(?:知悉|阅知|参阅|知照|备查|知晓|一份|各一份|[）)。])+$")
_LEAD = compiled(r"^(?:抄送|抄报|分送|印送|发|送|报|并|以及|及|同时|一并|有关的?(?=各))[：:]?")


def addressed(document: Document, *, mainly: bool = False) -> Iterator[Span]:
    """Yield those addressed one by one; ``mainly`` leaves out whom 送 and 报 of an imprint name."""
    places = [element.span for element in document.of("addressee")]
    places += [
        element.span
        for element in document.of("sheet_field")
        if element.value and _MAIN.match(element.value)
    ]
    for place in (*places, *_labelled(document, mainly=mainly)):
        yield from _organs(document, place)


def asked_of(document: Document) -> Iterator[Span]:
    """Yield the leaders of whom the text asks a decision."""
    for body in document.of("body"):
        for start, end in asked_in_person(document.text, *body.span):
            sentence = document.sentence(Span(start, end))
            before = document.text[sentence.start : start]
            named = document.text[start:end]
            if not _NOT_ITSELF.search(before) and "经" not in before and is_leader(named):
                yield Span(start, end)


def copied(document: Document) -> Iterator[Span]:
    """Yield those who get copies, one by one, each once."""
    seen: set[int] = set()
    places = [element.span for element in document.of("copy_recipients")]
    places += [
        element.span
        for element in document.of("sheet_field")
        if element.value and "抄送" in element.value
    ]
    for place in (*places, *_said(document)):
        for span in _organs(document, place):
            if span.start not in seen:
                seen.add(span.start)
                yield span


def _labelled(document: Document, *, mainly: bool) -> Iterator[Span]:
    bodies = document.spans_of("body")
    begins = min((e.span.start for e in document.of("body")), default=0)
    for index in range(len(document.source.paragraphs)):
        line = document.paragraph_span(index)
        words = document.words(line)
        if mainly and not _MAIN.match(words):
            continue
        if line.end < begins and _CALLED.match(words):
            yield line
        found = _TO_LINE.match(words)
        if found:
            yield Span(*found.span("who")).shifted(line.start)
        elif _ALONE.match(words) and index + 1 < len(document.source.paragraphs):
            below = document.paragraph_span(index + 1)
            if document.is_tabled(below) or not bodies.cover(below):
                yield below


def _said(document: Document) -> Iterator[Span]:
    text = document.text
    for found in _COPY.finditer(text):
        start, end = found.span("who")
        line = text.rfind("\n", 0, found.start()) + 1
        before = text[max(line, text.rfind("。", 0, found.start()) + 1) : found.start()]
        if _NOT_ITSELF.search(before):
            continue
        labelled = found["mark"] is not None and _LABELLED.search(before)
        if labelled or _ITSELF.search(before):
            yield Span(start, end)


def _organs(document: Document, place: Span) -> Iterator[Span]:
    """Yield the names of a list without what is said round them: 各区县财政局知悉."""
    for found in _ORGAN.finditer(document.text, *place):
        words = found[0]
        tail = _ENDS.search(words)
        end = found.end() - (len(tail[0]) if tail and "（" not in words else 0)
        lead = _LEAD.match(words)
        start = found.start() + (lead.end() if lead else 0)
        if start < end:
            yield Span(start, end)
