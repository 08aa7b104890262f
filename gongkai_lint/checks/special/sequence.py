"""Ordinals that skip, repeat, run backwards or change their form."""

from collections.abc import Iterator
from itertools import pairwise

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element, ElementKind
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.numerals import CIRCLED, COUNT, ORDINAL, chinese_numeral
from gongkai_lint.patterns import compiled

_ORDINAL = compiled(rf"第{COUNT}{{1,8}}条|[（(]?(?:{ORDINAL}{{1,3}}|\d{{1,2}})[）)]?[、.．]?|\S")
_FORMS = (
    ("bracketed", compiled(r"[（(]")),
    ("ring", compiled(CIRCLED)),
    ("half", compiled(r"\d{1,2}[）)]")),
    ("plain", compiled(r"[\d一二三四五六七八九十第]")),
)
_ITEM = compiled(r"(?m)(?:^|(?<=[。；;：:]))[ \t　]*(?P<mark>(?P<open>[（(])?(?P<number>\d)[)）])")
_DAMAGED = compiled(
    r"(?m)^[ \t　]*[（(]?[?？+\ufffd]{1,3}[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）、.．]"
)
# what another text is to say (将第二条修改为： “…”) is numbered for itself
_QUOTE = compiled(r"(?m)^[ \t　]*“")
_LONGEST_QUOTE = 4000  # of what another text is to say; a mark that nobody closes has no end
_BOTH = (("1)", "1）"), ("2)", "2）"))
_DEEP = 3
_FIRST_RING = ord("①") - 1
_NUMBER = compiled(r"[一二三四五六七八九十]{1,3}|\d{1,2}")


class _Step(NamedTuple):
    level: int
    form: str
    number: int
    span: Span


class Sequence(NamedTuple):
    """Report an element of the kinds ``elements`` whose ordinal does not follow the one before it.

    Elements of one level are compared while none of a higher level stands between. Cases:
    ``skip``, ``repeat``, ``back``, ``mixed`` (the next number in another form, also in one of
    another level: 1. 2) 3.), ``inverted`` (1. holds （一）: behind this it goes on with 2.). A list
    may begin again at one, and a number that stands inside a paragraph is not missing. Items that
    follow one another inside a paragraph are compared by form only.
    """

    elements: tuple[ElementKind, ...]

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each ordinal out of order."""
        for scope in view.spans:
            above: list[_Step] = []
            held: dict[int, tuple[_Step, _Step]] = {}  # by level a step and what began under it
            before: _Step | None = None
            strayed: list[_Step] = []
            for here in _steps(view.document, scope, self.elements):
                below = None
                while above and above[-1].level > here.level:
                    below = above.pop()
                yield from _inverted(view.document, held, here)
                if above and above[-1].level == here.level:
                    last = above.pop()
                    if not (strayed and _is_filled(last, here, strayed)):
                        yield from _judge(view.document, last, here)
                elif (
                    before
                    and here.number == before.number + 1
                    and _strays(view.document, (scope, above), before, here)
                ):
                    strayed.append(here)
                    words = (("last", view.document.words(before.span)),)
                    related = (Related(before.span, "前一个序数"),)
                    yield Match(here.span, words, related, "mixed")
                elif below and here.number == 1:
                    held[below.level] = (below, here)
                above.append(here)
                before = here
            yield from _run_in(view.document, scope)


def _steps(document: Document, scope: Span, kinds: tuple[str, ...]) -> Iterator[_Step]:
    elements = sorted(
        (
            element
            for kind in kinds
            for element in document.of(kind)
            if scope.start <= element.span.start < scope.end
        ),
        key=lambda element: element.span,
    )
    quoted = SortedSpans(_quoted(document.text, scope))
    for element in elements:
        if quoted.cover(element.span):
            continue
        step = _step(document, element)
        if step:
            yield step


def _quoted(text: str, scope: Span) -> Iterator[Span]:
    end = close = scope.start
    for opening in _QUOTE.finditer(text, *scope):
        start, words = opening.span()
        if start < end:
            continue
        if close < words:
            close = text.find("”", words, scope.end)
            if close < 0:
                return
        if words < close <= words + _LONGEST_QUOTE:
            end = close + 1
            yield Span(start, end)


def _step(document: Document, element: Element) -> _Step | None:
    words = document.words(element.span)
    found = _ORDINAL.match(words)
    if not found or not element.value or not element.value.isdecimal():
        return None
    form = next((name for name, shape in _FORMS if shape.match(words)), "one sign")
    span = Span(*found.span()).shifted(element.span.start)
    level = (element.level or 0) + (form == "ring")
    return _Step(level, form, int(element.value), span)


def _judge(document: Document, last: _Step, here: _Step) -> Iterator[Match]:
    case = _case(last, here)
    if case and not _stands_between(document, last, here):
        words = (("last", document.words(last.span)),)
        yield Match(here.span, words, (Related(last.span, "前一个序数"),), case)


def _inverted(
    document: Document, held: dict[int, tuple[_Step, _Step]], here: _Step
) -> Iterator[Match]:
    """Yield the step that goes on here, where a higher level began under it."""
    holder, first = held.pop(here.level, (here, here))
    for level in [level for level in held if here.level < held[level][1].level]:
        del held[level]
    if here.form == holder.form and here.number == holder.number + 1:
        words = (("last", document.words(first.span)),)
        yield Match(holder.span, words, (Related(first.span, "它下面的序数"),), "inverted")


def _case(last: _Step, here: _Step) -> str:
    if last.form != here.form:
        both = {last.form, here.form} == {"bracketed", "half"}
        return "mixed" if both and here.number == last.number + 1 else ""
    if here.number == last.number:
        return "repeat" if here.number > 1 or here.level < _DEEP else ""
    if here.number in {1, last.number + 1}:
        return ""
    return "skip" if here.number > last.number else "back"


def _strays(document: Document, held: tuple[Span, list[_Step]], before: _Step, here: _Step) -> bool:
    """Say whether a step with none of its own level before it goes on another's count: 1. 2).

    ``held`` is the scope, and the steps that stand over the one before, or are it.
    """
    scope, above = held
    over = [step for step in above if step is not before]
    between = document.text[over[-1].span.end if over else scope.start : here.span.start]
    return not _is_written(document, here, between, range(1, here.number), unknown=True)


def _is_filled(last: _Step, here: _Step, strayed: list[_Step]) -> bool:
    """Say whether steps told already, in another form, stand for the numbers that are missing."""
    told = sum(last.span.end <= step.span.start for step in strayed)
    return bool(told) and here.number == last.number + told + 1


def _stands_between(document: Document, last: _Step, here: _Step) -> bool:
    """Say whether a number that leads here, or a damaged one, stands in the text between."""
    between = document.text[last.span.end : here.span.start]
    first = last.number + 1 if here.number > last.number else here.number - 1
    return _is_written(document, here, between, range(max(first, 1), here.number), unknown=False)


def _is_written(
    document: Document, here: _Step, between: str, numbers: range, *, unknown: bool
) -> bool:
    """Say whether one of the numbers, or a damaged one, stands there in the form of a step.

    What has no number to write, as an article of ``第``, is ``unknown``.
    """
    if _DAMAGED.search(between):
        return True
    if here.form == "ring":
        return any(chr(_FIRST_RING + number) in between for number in numbers)
    words = document.words(here.span)
    found = _NUMBER.search(words)
    if found is None or (unknown and words[0] == "第"):
        return unknown
    write = str if found[0].isdecimal() else chinese_numeral
    head, tail = words[: found.start()], words[found.end() : found.end() + 1]
    return any(f"{head}{write(number)}{tail}" in between for number in numbers)


def _run_in(document: Document, scope: Span) -> Iterator[Match]:
    """Yield the first of two items of one paragraph that are numbered in two forms."""
    if not all(any(map(document.text.__contains__, marks)) for marks in _BOTH):
        return
    items = list(_ITEM.finditer(document.text, scope.start, scope.end))
    for first, second in pairwise(items):
        follows = first["number"] == "1" and second["number"] == "2"
        run_in = "\n" not in document.text[first.start("mark") : second.start("mark")]
        if follows and run_in and bool(first["open"]) is not bool(second["open"]):
            words = (("last", second["mark"]),)
            related = (Related(Span(*second.span("mark")), "后一个序数"),)
            yield Match(Span(*first.span("mark")), words, related, "mixed")


KIND = Kind(
    Sequence, "序号连续", tells=("skip", "repeat", "back", "mixed", "inverted"), words=("last",)
)
