"""Cited articles against what is known of them: their number, their subject, their moves."""

from bisect import bisect_left
from collections.abc import Iterator

from gongkai_lint.checks.references import Contradiction, Reference, articles_cited
from gongkai_lint.law.instrument import Instrument
from gongkai_lint.law.provision import ArticleMove, ArticleTopic
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.numerals import chinese_numeral
from gongkai_lint.patterns import compiled

_TITLES = compiled(r"《[^《》\n]*》?")
_BASIS = compiled(
    r"[\s　]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])?"
    r"(?:[（(]?(?:公开|法律|政策|设定|法规)?(?:依据|理由)[:：]?|《|$)"
)
_REACH, _JOINED = 60, 2
_ITEM_LINES = 3  # 内容、范围、依据 under the heading that names the matter


def out_of_range(view: View) -> Iterator[Contradiction]:
    """Find articles that the instrument does not have."""
    for reference in articles_cited(view.document):
        instrument = _edition(view, reference)
        if instrument is None or instrument.articles is None or not reference.article:
            continue
        if reference.article > instrument.articles:
            words = (("title", instrument.title), ("articles", str(instrument.articles)))
            yield instrument.key, Match(reference.span, words, basis=(instrument.basis(),))


def wrong_topic(view: View) -> Iterator[Contradiction]:
    """Find articles of an instrument that speak of something else than the sentence says."""
    references = articles_cited(view.document)
    for reference in references:
        instrument = _edition(view, reference)
        topics = [t for t in view.law.topics if instrument and t.instrument == instrument.key]
        known = {article for topic in topics for article in topic.articles}
        if instrument is None or reference.article not in known:
            continue
        spoken = _spoken(view.document, reference, references, topics)
        right = {article for topic in spoken for article in topic.articles}
        if spoken and not right & _cited_together(view.document, reference, references):
            article = _article(spoken[0].articles[0])
            words = (
                ("title", instrument.title),
                ("subject", spoken[0].subject),
                ("right", article),
            )
            basis = (instrument.basis(article),)
            yield instrument.key, Match(reference.span, words, basis=basis)


def moved(view: View) -> Iterator[Contradiction]:
    """Find articles cited by the number that they had before a revision."""
    references = articles_cited(view.document)
    for reference in references:
        instrument = _edition(view, reference)
        for move in view.law.moves:
            if (
                instrument
                and move.verified
                and move.successor == instrument.key
                and move.article == reference.article
                and move.in_force.on(view.as_of)
                and _speaks_of_move(view.document, reference, references, move)
            ):
                yield instrument.key, _moved(reference, instrument, move)
                break


def _moved(reference: Reference, instrument: Instrument, move: ArticleMove) -> Match:
    new = "、".join(_article(article) for article in move.articles)
    words = (
        ("title", instrument.title),
        ("old", _article(move.article)),
        ("subject", move.subject),
        ("new", new),
    )
    single = len(move.articles) == 1
    edits = (Edit(reference.span, new),) if single else ()
    return Match(reference.span, words, edits=edits, basis=(instrument.basis(new),))


def _speaks_of_move(
    document: Document,
    reference: Reference,
    references: tuple[Reference, ...],
    move: ArticleMove,
) -> bool:
    if set(move.articles) & _cited_together(document, reference, references):
        return False
    text = document.text
    for window in _windows(document, reference, references):
        words = _TITLES.sub("", text[window.start : window.end])
        if any(compiled(pattern).search(words) for pattern in move.patterns):
            sentence = document.sentence(reference.span)
            return not any(
                compiled(pattern).search(text[sentence.start : sentence.end])
                for pattern in move.unless
            )
    return False


def _spoken(
    document: Document,
    reference: Reference,
    references: tuple[Reference, ...],
    topics: list[ArticleTopic],
) -> list[ArticleTopic]:
    """Give the topics named right behind the reference, else those named before it."""
    for window in _windows(document, reference, references):
        words = _TITLES.sub("", document.text[window.start : window.end])
        spoken = [
            t for t in topics if any(compiled(pattern).search(words) for pattern in t.patterns)
        ]
        if spoken:
            return spoken
    return []


def _windows(
    document: Document, reference: Reference, references: tuple[Reference, ...]
) -> Iterator[Span]:
    """Give where the subject of a reference may stand: behind it, before it, in its paragraph."""
    sentence = document.sentence(reference.span)
    end = min(sentence.end, reference.span.end + _REACH)
    first, stop = (bisect_left(references, at, key=_start) for at in (reference.span.end, end))
    later = references[first:stop]
    last = reference.span.end
    for other in later:
        if other.span.start - last > _JOINED:
            end = other.span.start
            break
        last = other.span.end
    yield Span(last, max(last, end))
    start = max(sentence.start, reference.span.start - _REACH)
    yield Span(start, reference.span.start)
    paragraph = document.paragraph_span(document.paragraph_at(reference.span.start))
    if _BASIS.match(document.text[sentence.start : reference.span.start]):
        yield _item(document, paragraph)


def _start(reference: Reference) -> int:
    return reference.span.start


def _place(element: Element) -> int:
    return element.span.start


def _item(document: Document, paragraph: Span) -> Span:
    """Give the table row of a paragraph, else the paragraph with its heading or last line."""
    for table in document.tables if document.is_tabled(paragraph) else ():
        held = next((c for c in table.cells if c.span.covers(paragraph)), None)
        if held:
            row = [c.span for c in table.cells if c.row == held.row]
            return Span(min(s.start for s in row), max(s.end for s in row))
    alone = _BASIS.match(document.words(paragraph))
    index = document.paragraph_at(paragraph.start)
    if not alone:
        return paragraph
    near = document.starts[max(0, index - _ITEM_LINES)]
    above = document.of("heading")
    first, stop = (bisect_left(above, at, key=_place) for at in (near, paragraph.start))
    head = min(reversed(above[first:stop]), key=lambda heading: heading.level or 1, default=None)
    first = document.starts[max(0, index - 1)]
    return Span(min(first, head.span.start) if head else first, paragraph.end)


def _cited_together(
    document: Document, reference: Reference, references: tuple[Reference, ...]
) -> set[int]:
    """Give the articles of the same instrument cited in the same sentence."""
    sentence = document.sentence(reference.span)
    first, stop = (bisect_left(references, at, key=_start) for at in sentence)
    return {
        other.article
        for other in references[first:stop]
        if other.article and other.title == reference.title and sentence.covers(other.span)
    }


def _edition(view: View, reference: Reference) -> Instrument | None:
    """Give the edition cited: the one in force, unless another one's number stands beside it."""
    edition = view.law.edition(reference.title, view.as_of)
    if edition is None or not reference.number:
        return edition
    return edition if edition in view.law.numbered(reference.number) else None


def _article(number: int) -> str:
    return f"第{chinese_numeral(number)}条"
