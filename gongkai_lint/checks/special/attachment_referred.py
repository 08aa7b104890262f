"""References to attachments against the attachments listed and present."""

import re
from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import parse_number
from gongkai_lint.patterns import compiled

_NUMERAL = r"[1-9]\d?|[一二三四五六七八九十]{1,2}"
_REFERENCE = compiled(
    rf"附件[ \t　\xa0]?(?P<number>{_NUMERAL})(?![\d一二三四五六七八九十])"
    r"(?![ \t　\xa0]*(?:[：:.．\n]|[个张份种类项页式栏]|\Z))"
)
# the attachment of another text: 《…》附件5, 上年通知的附件3; not 本办法附件3
_ELSEWHERE = compiled(
    r"(?:[》〉）)号其该原文函]|[改订]后"
    r"|(?<!本)(?:通知|文件|办法|规定|方案|意见|规程|标准|细则|规范|合同|协议)|[厅局委部省市县]文件?)"
    r"的?$"
)
_BARE = compiled(
    r"(?:见|按照?|依照|填[写报]|对照)[ \t　]?(?P<mark>附件(?=[）)。，；])"
    r"|所附[^，。；：\n]{0,8}?[表单录图案式]|文后[^，。；：\n]{0,8}?[表单录图])"
    r"|(?P<behind>(?:[表单录样式准案法见图额]|名单|格式)附后)(?=[）)。，；])"
)
_TABLE = compiled(
    rf"附表[ \t　\xa0]?(?P<number>{_NUMERAL})(?=[ \t　\xa0]?[）)。，；、中所的《格样内])"
)
_TABLE_MARK = compiled(
    rf"(?m)(?:^|[：:\s附件])[ \t　\xa0]*附表[ \t　\xa0]*({_NUMERAL})(?=[\s　：:.．]|$|[一-鿿])"
)
_LISTED = compiled(
    rf"(?m)(?:^|[：:\s一-鿿）》]|附件)[ \t　]*({_NUMERAL})[ \t　]*[.．、：:)）](?!\d)"
)
_MARK = compiled(
    rf"(?m)^[ \t　]*附件[ \t　]*({_NUMERAL})?[ \t　]*(?=$|[：:.．、]|(?<=\d)[^\d，。；、）)])"
)


class AttachmentReferred(NamedTuple):
    """Yield each number once that is higher than any attachment's."""

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        document = view.document
        known = _known(document)
        if not known and (view.profile == "archive" or "published" in document.traits):
            return  # pages drop attachments
        told: set[int] = set()
        for scope in view.spans:
            for found in _REFERENCE.finditer(document.text, *scope):
                number = parse_number(found["number"]) or 0
                if (
                    number > known
                    and number not in told
                    and not _leads(document, found)
                    and not _ELSEWHERE.search(document.text, scope.start, found.start())
                ):
                    told.add(number)
                    words = (("count", str(known)),)
                    case = "number" if known else "none"
                    yield Match(Span(*found.span()), words, case=case, doubtful=not known)
            yield from _tables(document, scope)
            found_bare = None if known or told else _bare(document, scope)
            if found_bare:
                yield Match(found_bare, case="none", doubtful=True)
                return


def _bare(document: Document, scope: Span) -> Span | None:
    """Give the first words that say something is attached, where nothing is."""
    found = _BARE.search(document.text, *scope)
    if found is None or document.tables:
        return None
    return Span(*found.span("mark" if found["mark"] else "behind"))


def _tables(document: Document, scope: Span) -> Iterator[Match]:
    """Yield the first reference to a table that is not among those numbered 附表1, 附表2."""
    told = list(_TABLE.finditer(document.text, *scope))
    marks = {parse_number(n) for n in _TABLE_MARK.findall(document.text)} if told else set()
    for found in told if marks else ():
        if parse_number(found["number"]) not in marks:
            yield Match(Span(*found.span()), case="table")
            return


def _known(document: Document) -> int:
    """Give the highest number that an attachment bears, or their number."""
    notes = [document.words(e.span) for e in document.of("attachment_note")]
    numbers = [parse_number(n) or 0 for note in notes for n in _LISTED.findall(note)]
    numbers += [parse_number(n) or 1 for n in _MARK.findall(document.text)]
    return max([*numbers, len(notes), len(document.of("attachment"))])


def _leads(document: Document, found: re.Match[str]) -> bool:
    """Say whether the words are a mark: at the head of a line that is no sentence."""
    line = document.words(document.paragraph_span(document.paragraph_at(found.start()))).strip()
    return line.startswith(found[0]) and not line.endswith("。")


KIND = Kind(
    AttachmentReferred, "正文提到的附件", tells=("number", "none", "table"), words=("count",)
)
