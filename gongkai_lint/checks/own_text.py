"""References of a statute text to its own articles."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from gongkai_lint.checks.references import Contradiction
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.numerals import COUNT, parse_number
from gongkai_lint.patterns import compiled

_N = f"{COUNT}{{1,8}}"
_LIST = (
    rf"(?P<list>(?:第{_N}条(?:第[一二三四五六七八九十]+款)?(?:第?[（(]?[一二三四五六七八九十]+[）)]?项)?"
    r"(?:的规定|规定)?(?:[、，和及与或至到]|以及|或者)?)+)"
)
_NAME = r"本(?:实施)?(?P<name>办法|规定|细则|条例|规则|章程|制度|准则|规程)"
_OWN = compiled(_NAME + _LIST)
# 第九条规定的期限: this text's own, unless another text is named before in the sentence
_BARE = compiled(rf"(?<=[。；，：:　 照反据合有行除]){_LIST}(?![修删改])")
_OTHER_TEXT = compiled(r"》|[法例则定章程]第|原|上述|该")
_PUNISHED = compiled(
    rf"(?:违反|按照|依照){_NAME}{_LIST}[^。；\n]{{0,80}}?[，,](?:可以)?由(?P<agent>[^，。；\n]{{2,24}}?)"
    r"(?:责令|给予|处|告知|予以|没收|依法|按照|依照)"
)
_ARTICLE = compiled(rf"第({_N})条")
_HEAD = compiled(rf"第{_N}条\s*")
_ON_OTHERS = (
    r"(?:单位|个人|[^本]人|者|企业|学校|公民|机构|组织|居民|村民|法人|政府)[^，。；]{0,24}(?:应当|不得|必须)"
    r"|(?:^|[。；\n])\s*(?:不得|禁止|严禁|任何)"
)
_OTHERS = compiled(_ON_OTHERS)
_UNNAMED = compiled("有关|相关|其|各|上级|同级|本级|所在|主管部门$")


def of_own_text(view: View) -> Iterator[Contradiction]:
    """Find references of a statute text to articles that it does not have."""
    document = view.document
    for container in _statutes(document):
        last = len(_articles(document, container))
        for found in _OWN.finditer(document.text, *container) if last else ():
            for span, number in _listed(found):
                if number > last:
                    words = (("title", f"本{found['name']}"), ("articles", str(last)))
                    yield "", Match(span, words)
        for found in _BARE.finditer(document.text, *container) if last else ():
            for span, number in _listed(found) if _speaks_of_itself(document, found) else ():
                if number > last:
                    yield "", Match(span, (("title", "本文件"), ("articles", str(last))))


def _speaks_of_itself(document: Document, found: re.Match[str]) -> bool:
    """Say whether a reference names no other text, and is no article's head."""
    line = document.starts[document.paragraph_at(found.start())]
    start = max(line, *(document.text.rfind(end, line, found.start()) for end in "。；"))
    before = document.text[start : found.start()]
    return bool(before.strip()) and not _OTHER_TEXT.search(before)


def on_the_punisher(view: View) -> Iterator[Contradiction]:
    """Find penalties for breaking an article that binds only the organ that punishes."""
    document = view.document
    for container in _statutes(document):
        articles = _articles(document, container)
        for found in _PUNISHED.finditer(document.text, *container) if articles else ():
            for span, number in _listed(found):
                if _binds_only(articles.get(number, ""), found["agent"]):
                    yield "", Match(span, (("agent", found["agent"]),))


def _listed(found: re.Match[str]) -> Iterator[tuple[Span, int]]:
    for one in _ARTICLE.finditer(found["list"]):
        start = found.start("list") + one.start()
        yield Span(start, start + len(one[0])), parse_number(one[1]) or 0


def _binds_only(article: str, agent: str) -> bool:
    if _UNNAMED.match(agent):
        return False
    body = _HEAD.sub("", article, count=1)
    if "\n" in body.strip():  # a later paragraph or item may bind others: 第五十二条第二款
        return False
    duty = re.match(rf"{re.escape(agent)}(?:应当|负责|要|须)", body)
    return duty is not None and not _OTHERS.search(body)


def _place(element: Element) -> int:
    return element.span.start


def _statutes(document: Document) -> tuple[Span, ...]:
    held = [e.span for e in (*document.of("issued_text"), *document.of("attachment"))]
    return tuple(held) or tuple(e.span for e in document.of("body"))


def _articles(document: Document, container: Span) -> dict[int, str]:
    """Give the words of each article by its number; none where the articles are not whole."""
    if document.traits & {"partial", "redacted", "one_line"}:
        return {}
    articles = document.of("article")
    first, last = (bisect_left(articles, at, key=_place) for at in container)
    held = [e for e in articles[first:last] if container.covers(e.span)]
    numbers = [int(e.value or 0) for e in held]
    if numbers != [*range(1, len(numbers) + 1)]:
        return {}
    return {n: document.words(e.span) for n, e in zip(numbers, held, strict=True)}
