"""The draft's title and number as the other files of a submission have them."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.title_names import bare, is_led_by_organ, without_version
from gongkai_lint.law.naming import number_key
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import likeness

_IN_MARKS = compiled(r"(?s)《(?P<name>.+)》")
_TITLE_FIELD = compiled(r"^(?:文件)?(?:标题|名称|题目)$|^事由$")
_NUMBER_FIELD = compiled(r"^(?:发文字号|文号|发文号)$")
_NEAR = 0.6


class TitlesAcross(NamedTuple):
    """Yield the title, and the number, that is near the draft's but another."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        if view.dossier is None or view.dossier.draft is None or view.role == "draft":
            return
        draft, document = view.dossier.draft, view.document
        names = [without_version(name) for name in _names(draft)]
        for span in _titles(document):
            told = without_version(document.words(span))
            nearest = max(names, key=lambda name: _ratio(name, told), default="")
            if not any(_same(name, told) for name in names) and _ratio(nearest, told) >= _NEAR:
                yield Match(span, (("own", "".join(nearest.split())),), case="title")
        numbers = {number_key(e.value or draft.words(e.span)) for e in draft.of("document_number")}
        for span in _fields(document, _NUMBER_FIELD.pattern):
            key = number_key(document.words(span))
            if key and None not in numbers and numbers and key not in numbers:
                own = draft.of("document_number")[0]
                yield Match(span, (("own", draft.words(own.span)),), case="number")


def _names(draft: Document) -> Iterator[str]:
    for kind in ("title", "issued_text_title"):
        for element in draft.of(kind):
            words = element.value or draft.words(element.span)
            yield words
            marked = _IN_MARKS.search(words)
            if marked:
                yield marked["name"]


def _titles(document: Document) -> Iterator[Span]:
    yield from _fields(document, _TITLE_FIELD.pattern)
    for element in document.of("title"):
        found = _IN_MARKS.search(document.words(element.span))
        if found:
            yield Span(*found.span("name")).shifted(element.span.start)


def _fields(document: Document, names: str) -> Iterator[Span]:
    for field in document.of("sheet_field"):
        if compiled(names).search(field.value or "") and document.words(field.span).strip():
            yield field.span


def _same(own: str, told: str) -> bool:
    one, two = bare(own), bare(told)
    return one == two or is_led_by_organ(one, two) or is_led_by_organ(two, one)


def _ratio(one: str, two: str) -> float:
    return likeness(bare(one), bare(two))


KIND = Kind(
    TitlesAcross, "报批件各材料里的文件名称、文号", tells=("title", "number"), words=("own",)
)
