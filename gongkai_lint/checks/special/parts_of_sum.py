"""A total and its parts: 共68件，其中甲类31件、乙类22件; 甲类31件、乙类22件，合计53件."""

import re
from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_UNIT = "(?P<unit>[万亿]?(?:人次|平方米|平方公里|公里|[一-鿿]))"
_AMOUNT = rf"(?<![\d.])(?P<number>\d{{1,9}}(?:\.\d{{1,4}})?)[多余]?{_UNIT}"
_LAST_AMOUNT = compiled(rf"{_AMOUNT}[^\d，。；：\n]{{0,6}}[，,：:（(]?\s*$")
_LEADS = compiled(r"(?:其中|分别[为是]|包括)[：:，,]?")
_PART = compiled(
    rf"\s*[^\d，,、；;。：:（）()\n《]{{1,20}}{_AMOUNT}(?:（[^（）\n]{{0,20}}）)?(?=[，,、；;。和及）)\s]|$)"
)
_TOTAL = compiled(rf"(?:合计|共计|总计|合共|总共)(?:为|是)?\s*{_AMOUNT}")
_JOINT = compiled(r"[，,、；;。：:（）()]|(?<=\D)[和及](?=\D)")
_PIECE = compiled(rf"[^\d]{{1,20}}{_AMOUNT}$")
_LONGEST_ROW = 300  # more parts than a sentence holds; keeps the search linear
_JOINS = compiled(r"[，,、；;和及]+")
_REACH = 40  # a total stands right before 其中
_TWO = 2  # one part is an example, two may be all
_SHARE = 10  # a slip in a digit: a larger gap is a part left out
_ROUGH = compiled("约|近|左右|以上|多|余|超过")


class PartsOfSum(NamedTuple):
    """Report a total whose parts, told in the same unit, do not add up to it.

    The parts stand behind 其中, or in a row before 合计. Some may go untold, and they may overlap.
    So they speak only where there are two and the difference is less than each of them and than a
    tenth of the total: a slip in a number then, and no part left out.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each total that its parts contradict."""
        document = view.document
        for scope in view.spans:
            for lead in _LEADS.finditer(document.text, *scope):
                yield from _behind(document, scope, lead.start(), lead.end())
            for total in _TOTAL.finditer(document.text, *scope):
                yield from _differing(total, _before(document.text, scope, total))


def _behind(document: Document, scope: Span, at: int, behind: int) -> Iterator[Match]:
    text = document.text
    total = _LAST_AMOUNT.search(text, max(scope.start, at - _REACH), at)
    if total and not _ROUGH.search(text, max(scope.start, total.start() - _TWO), at):
        yield from _differing(total, list(_parts(text, behind, scope.end, total["unit"])))


def _before(text: str, scope: Span, total: re.Match[str]) -> list[str]:
    """Give the parts in a row before a total, from the last to the first."""
    start = max(scope.start, text.rfind("\n", 0, total.start()) + 1, total.start() - _LONGEST_ROW)
    parts: list[str] = []
    for piece in reversed(_JOINT.split(text[start : total.start()].rstrip("，,；;、 "))):
        found = _PIECE.search(piece)
        if found is None or found["unit"] != total["unit"] or _ROUGH.search(piece):
            break
        parts.append(found["number"])
    return parts


def _differing(total: re.Match[str], told: list[str]) -> Iterator[Match]:
    if len(told) < _TWO:
        return
    from decimal import Decimal  # most texts tell no sum, and need not wait for it

    stated, parts = Decimal(total["number"]), list(map(Decimal, told))
    counted = sum(parts, Decimal())
    gap = abs(stated - counted)
    if not gap or gap >= min(parts) or gap * _SHARE >= stated:
        return
    span = Span(total.start("number"), total.end("unit"))
    unit = total["unit"]
    words = (("stated", f"{stated}{unit}"), ("counted", f"{counted}{unit}"))
    yield Match(span, words)


def _parts(text: str, at: int, end: int, unit: str) -> Iterator[str]:
    """Yield the parts in a row; what is no part, or of another unit, ends them."""
    while (found := _PART.match(text, at, end)) and found["unit"] == unit:
        if _ROUGH.search(found[0]):
            return
        yield found["number"]
        joint = _JOINS.match(text, found.end(), end)
        if joint is None:
            return
        at = joint.end()


KIND = Kind(PartsOfSum, "总数与“其中”各项之和", words=("stated", "counted"))
