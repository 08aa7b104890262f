"""Names from a closed list with one wrong character: 市场监督管埋局."""

from collections.abc import Iterator
from functools import cache
from operator import ne

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.text import that_may_occur

# The last character tells the level (局, 厅, 委, 部), so there only its look-alikes are mistakes.
_ENDINGS = {
    "党": "觉堂常",
    "军": "车",
    "局": "居句剧届焗",
    "厅": "斤听斥厂",
    "会": "合汇全",
    "院": "宛完阮",
    "部": "郜邵",
}
# Words that names and abridged names join differently; neither is a slip of the pen.
_JOINTS = frozenset("和与及、暨")
_FIRST, _LAST = "一", "鿿"


class NearName(NamedTuple):
    """Report a name with one wrong character: of an agency of the register, or one ``listed``.

    Only names of ``least`` characters or more are compared, and only where a whole half of the
    name stands unharmed; of the names ``whole`` also those that lack a character inside, or have
    two exchanged. Where the odd character and a neighbour match ``unless`` (监督, 文体), it
    is another body's name. The right name is the edit.
    """

    least: int
    whole: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    unless: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each misspelt name in the scope."""
        text = view.document.text
        names = _names(view.law.agency_names, (*self.whole, *self.listed), self.least)
        seen = set[Span]()
        for span, name in _garbled(self.whole, text):
            if any(scope.covers(span) for scope in view.spans):
                yield Match(span, (("right", name),), edits=(Edit(span, name),))
        halves = _halves(names)
        for half in that_may_occur(halves, text):
            slips = halves[half]
            at = text.find(half)
            while at >= 0:
                for name, before in slips:
                    span = Span(at - before, at - before + len(name))
                    if self._is_slip(text, span, name, names) and span not in seen:
                        seen.add(span)
                        if any(scope.covers(span) for scope in view.spans):
                            words = (("right", name),)
                            yield Match(span, words, edits=(Edit(span, name),))
                at = text.find(half, at + 1)

    def _is_slip(self, text: str, span: Span, name: str, names: frozenset[str]) -> bool:
        here = text[max(0, span.start) : span.end]
        if len(here) != len(name) or here in names or sum(map(ne, here, name)) != 1:
            return False
        wrong = [i for i, (a, b) in enumerate(zip(here, name, strict=True)) if a != b]
        odd = span.start + wrong[0]
        if any(p.occurs(pair) for p in self.unless for pair in _pairs(text, odd)):
            return False
        place, bad, good = wrong[0], here[wrong[0]], name[wrong[0]]
        if place == len(name) - 1:
            return bad in _ENDINGS.get(good, "")
        return place > 0 and _FIRST <= bad <= _LAST and not {bad, good} & _JOINTS


def _pairs(text: str, at: int) -> tuple[str, str]:
    return text[max(0, at - 1) : at + 1], text[at : at + 2]


def _garbled(names: tuple[str, ...], text: str) -> Iterator[tuple[Span, str]]:
    """Yield where a name stands without one of its characters, or with two of them exchanged."""
    shapes = _shapes(names)
    for shape in that_may_occur(shapes, text):
        at = text.find(shape)
        while at >= 0:
            yield Span(at, at + len(shape)), shapes[shape]
            at = text.find(shape, at + 1)


@cache
def _shapes(names: tuple[str, ...]) -> dict[str, str]:
    """Map what is left of each name without a character inside, or with two exchanged, to it."""
    shapes: dict[str, str] = {}
    for name in names:
        for i in range(1, len(name) - 1):
            shapes[name[:i] + name[i + 1 :]] = name
            shapes[name[:i] + name[i + 1] + name[i] + name[i + 2 :]] = name
    return {shape: name for shape, name in shapes.items() if shape not in names}


@cache
def _names(known: tuple[str, ...], more: tuple[str, ...], least: int) -> frozenset[str]:
    return frozenset(name for name in (*known, *more) if len(name) >= least)


@cache
def _halves(names: frozenset[str]) -> dict[str, tuple[tuple[str, int], ...]]:
    """Map each half of a name to the names it is a half of, with where it begins in them."""
    halves: dict[str, tuple[tuple[str, int], ...]] = {}
    for name in sorted(names):
        middle = len(name) // 2
        for half, before in ((name[:middle], 0), (name[middle:], middle)):
            halves[half] = (*halves.get(half, ()), (name, before))
    return halves


KIND = Kind(NearName, "名称差一个字", words=("right",), uses=("law",))
