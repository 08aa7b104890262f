"""Citations with their abbreviations resolved, and the articles that they name."""

from collections.abc import Iterator

from gongkai_lint.law.naming import title_key
from gongkai_lint.memory import latest
from gongkai_lint.model.document import Citation, Document
from gongkai_lint.model.finding import Match
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import COUNT, parse_number
from gongkai_lint.patterns import compiled

Contradiction = tuple[str, Match]  # the key of the instrument that says otherwise, and where
_ABBREVIATED = compiled(
    r"[^《》。\n]{0,60}?(?:以下)?(?:统一)?简称(?:为)?[:：]?[“\"《〈]*([^《》〈〉“”\"'（）(),，。\n]{1,20})"
)
_NUMERAL = f"{COUNT}{{1,8}}"
_ARTICLE = compiled(rf"第({_NUMERAL})条")
_ARTICLES = compiled(
    rf"(?:第{_NUMERAL}条(?:第[一二三四五六七八九十]+款)?(?:第?[（(][一二三四五六七八九十]+[）)]项?)?"
    r"(?:规定)?(?:[、和及与至到]|以及)?)+"
)
_NAMED = compiled(r"(?:^|[据照按依反合及和与对为、，。；：:（(“\s])$")
_NUMBERED = compiled(r"[（(][^（）()\n]{2,30}[）)]$")  # 信息公开条例（国务院令第711号）第X条
_GENERIC = frozenset({"条例"})
_KNOWN_BARE = ("中华人民共和国政府信息公开条例", "政府信息公开条例", "信息公开条例")


class Reference(NamedTuple):
    """A cited article: its characters, the full title and the number cited with it."""

    span: Span
    title: str
    number: str | None
    article: int | None


def heads(document: Document) -> Iterator[Citation]:
    """Give each citation once, not again for its further articles."""
    return (c for c in document.citations if c.span.covers(c.title_span) or not c.title)


@latest
def articles_cited(document: Document) -> tuple[Reference, ...]:
    """Give every cited article with the full title of what it belongs to, in reading order."""
    full = _full_titles(document)
    marked = [
        Reference(_article_span(document, c), full.get(c.title, c.title), c.number, c.article)
        for c in document.citations
        if c.article is not None
    ]
    places = SortedSpans(reference.span for reference in marked)
    bare = [r for r in _bare(document, full) if not places.overlap(r.span)]
    return tuple(sorted(marked + bare))


def _article_span(document: Document, citation: Citation) -> Span:
    """Give the characters 第X条 alone."""
    found = None
    for found in _ARTICLE.finditer(document.text, *citation.span):
        if parse_number(found[1]) == citation.article:
            return Span(*found.span())
    return citation.span


def _full_titles(document: Document) -> dict[str, str]:
    """Map the abbreviations that the document defines to full titles."""
    full: dict[str, str] = {}
    for citation in heads(document):
        found = _ABBREVIATED.match(document.text, citation.title_span.end)
        if found and citation.title:
            full.setdefault(found[1].strip(), citation.title)
    for name in _GENERIC - full.keys():
        ending = {title_key(c.title): c.title for c in heads(document) if c.title.endswith(name)}
        ending.pop(name, None)
        if len(ending) == 1:
            full[name] = next(iter(ending.values()))
    return full


def _bare(document: Document, full: dict[str, str]) -> Iterator[Reference]:
    """Find articles cited after a name without 《》."""
    titles = dict.fromkeys(_KNOWN_BARE, _KNOWN_BARE[0]) | full
    text = document.text
    told = document.of("withholding_reason")
    names = [name for name in sorted(titles, key=len, reverse=True) if name in text]
    if not names and not told:
        return
    # 条例 in a reason is the one on 政府信息公开, whatever else the text is about
    grounds = SortedSpans(e.span for e in told)
    # a reason above the title is furniture, and cites all the same
    furnished = told if document.of("furniture") else ()
    kept = SortedSpans(document.content)
    reasons = (e.span for e in furnished if not kept.overlap(e.span))
    for scope in (*document.content, *reasons):
        for found in _ARTICLES.finditer(text, *scope):
            line = max(text.rfind("\n", 0, found.start()) + 1, scope.start)
            before = (
                _NUMBERED.sub("", text[line : found.start()]).removesuffix("的").removesuffix("》")
            )
            ground = before.endswith("条例") and grounds.cover(Span(*found.span()))
            known = [*_GENERIC, *names] if ground else names
            name = next((name for name in known if _is_named(before, name)), None)
            if name is None:
                continue
            title = _KNOWN_BARE[0] if name in _GENERIC and ground else titles[name]
            for one in _ARTICLE.finditer(text, *found.span()):
                yield Reference(Span(*one.span()), title, None, parse_number(one[1]))


def _is_named(before: str, name: str) -> bool:
    """Say whether words end with a name that stands by itself."""
    lead = before.removesuffix(name).removesuffix("《")
    return before.endswith(name) and _NAMED.search(lead) is not None
