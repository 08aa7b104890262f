"""The paper that a reply answers: 你局《关于……的请示》（云林〔2026〕8号）收悉."""

from collections.abc import Iterator
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, any_occurs
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import CALLED
from gongkai_lint.patterns import compiled

_YEAR = r"[〔\[（(﹝【［]\s*\d{4}\s*[〕\]）)﹞】］]"
_NUMBER = compiled(rf"(?P<mark>[一-鿿]{{0,12}}){_YEAR}[一-鿿\d\s]{{0,12}}?\d+\s*号|第\s*\d+\s*号")
# 《…》, its own kind behind it (《关于…》的请示), the bracket that may hold a number, and a title
# without marks: 关于申请设立高新区的请示（沧政〔2026〕12号）
_BRACKET = r"(?:[（(](?:[^（）()]|[（(][^（）()]*[）)]){0,60}[）)]){0,2}"
_TITLE = compiled(
    rf"《(?P<title>(?:[^《》]|《[^《》]*》){{2,120}})》(?P<kind>的?[一-鿿]{{0,4}}(?:请示|报告|函|申请))?(?P<bracket>{_BRACKET})"
    rf"|关于(?P<bare>[^《》，。；：\n]{{2,80}}?(?:请示|报告|来?函|商请|申请|意见))(?P<given>{_BRACKET})"
)
_SENTENCE = compiled(r"[^。；;\n]+")
_ENDS_BEFORE = compiled(rf"{_YEAR}[一-鿿\d\s]{{0,12}}?\d+\s*号文?[一-鿿，、]{{0,8}}$")
# 2026年3月5日来函（云交函〔2026〕40号）: the day and the number tell it from any other
_DATED = compiled(
    rf"\d{{1,2}}月\d{{1,2}}日[^，。；\n]{{0,12}}(?:[函文]件?|请示|报告)[（(][一-鿿]{{1,12}}{_YEAR}[^（）()]{{0,12}}\d\s*号"
)
_SHORT_NAME = compiled(r"(?:以下)?简称[：:“”]?$")
_OURS = compiled(rf"(?:我[{CALLED}]|本(?:[{CALLED}府]|机关|单位))[^，。；]{{0,24}}$")
_GROUND = compiled(r"(?:根据|依据|按照?|依照|遵照|参照|对照|落实|执行)[^，。；]*$")
_THEIRS = compiled(r"(?:[你贵来]|收|报送|呈报|上报)[^，；：]*$")

_NEAR = 12  # characters before a title that may say whose it is: 你区人民政府办公室、县财政局

Lack = Literal["title", "number", "both"]


class _Cited(NamedTuple):
    """A title named in a sentence: where, whether with its number, whether it was sent to us."""

    span: Span
    numbered: bool
    sent: bool


class Incoming(NamedTuple):
    """Report a reply that does not quote the paper it answers with title and number.

    A title counts if it ends as one of ``papers`` or its sentence says that something was
    ``received``; an own letter and a legal ground do not. Where one of two papers lacks its number,
    that one is reported (``number``); where none has both, the sentence that should name it:
    ``title``, ``number`` or ``both`` are missing. ``labels`` are lines of a form that name it; a
    paper said to have no number (``unnumbered``) needs none, one named by number and day no
    title. With ``answers`` only replies are asked of which a sentence says so, where no form names
    the paper.
    """

    papers: tuple[Pattern, ...]
    received: tuple[Pattern, ...]
    labels: tuple[Pattern, ...]
    unnumbered: tuple[Pattern, ...]
    answers: tuple[Pattern, ...] = ()

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the place where the paper should be named in full."""
        text = view.document.text
        form = list(_labelled(text, self.labels))
        filled = "\n".join(text[span.start : span.end] for span in form)
        if _TITLE.search(filled) and _NUMBER.search(filled):
            return
        spans = [*form, *view.spans]
        told = [Span(*m.span()) for span in spans for m in _SENTENCE.finditer(text, *span)]
        if not view.spans or not told:
            return
        named = [(span, self._named(view.document, span)) for span in told]
        answers = [s for s in told if any_occurs(self.answers or self.received, text, s)]
        if self.answers and not (form or answers):
            return
        place = _trimmed(text, (answers or told)[0])
        if _DATED.search(text, *place):
            return
        cited = [one for _, titles in named for one in titles if one.sent]
        if any(one.numbered for one in cited):
            yield from self._unequal(text, named)
        elif not (cited and any(any_occurs(self.unnumbered, text, span) for span in told)):
            yield Match(place, case="number" if cited else _lack(text, place))

    def _named(self, document: Document, sentence: Span) -> tuple[_Cited, ...]:
        """Give the titles in a sentence, but for own letters and short names."""
        text, found = document.text, []
        answers = any_occurs(self.received, text, sentence)
        for match in _TITLE.finditer(text, *sentence):
            before = text[sentence.start : match.start()]
            bracket = match["bracket"] or match["given"] or ""
            if _SHORT_NAME.search(before) or _is_own(document, before, bracket):
                continue
            words = (match["title"] or match["bare"]) + (match["kind"] or "")
            numbered = bool(_NUMBER.search(bracket) or _ENDS_BEFORE.search(before))
            paper = any(p.stands_in(words) for p in self.papers)
            theirs = bool(_THEIRS.search(before[-_NEAR:]))
            sent = paper or theirs or (answers and not _GROUND.search(before))
            found.append(_Cited(Span(*match.span()), numbered, sent and (paper or numbered)))
        return tuple(found)

    def _unequal(self, text: str, named: list[tuple[Span, tuple[_Cited, ...]]]) -> Iterator[Match]:
        """Yield a paper without number beside one that has its own."""
        for sentence, titles in named:
            sent = [one for one in titles if one.sent]
            bare = [one for one in sent if not one.numbered]
            numbers = len(_NUMBER.findall(text, *sentence))
            answers = any_occurs(self.received, text, sentence)
            told = any_occurs(self.unnumbered, text, sentence)
            if answers and bare and numbers < len(sent) and not told:
                yield Match(bare[-1].span, case="number")
                return


def _labelled(text: str, labels: tuple[Pattern, ...]) -> Iterator[Span]:
    """Give the lines of a form that name the paper."""
    for pattern in labels:
        for offset, match in pattern.finditer(text, Span(0, len(text))):
            yield Span(*match.span()).shifted(offset)


def _is_own(document: Document, before: str, bracket: str) -> bool:
    """Say whether a title is one that the issuer sent: 我局曾以《…》（平水函〔2026〕9号）."""
    number = _NUMBER.search(bracket)
    if number and number["mark"]:
        for one in document.of("document_number"):
            if document.words(one.span).strip().startswith(number["mark"]):
                return True
    ours = _OURS.search(before)
    return bool(ours and not _THEIRS.search(ours[0]))


def _lack(text: str, place: Span) -> Lack:
    found = _NUMBER.search(text, *place)
    return "title" if found and found["mark"] else "both"


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip(" \t　"))
    return Span(start, span.start + len(words.rstrip(" \t　：:")))


KIND = Kind(Incoming, "复文有没有写明来文", tells=("both", "title", "number"))
