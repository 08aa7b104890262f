"""A total and the parts told behind it: 共办理建议68件，其中交通类31件、教育类22件、医疗类14件."""

from collections.abc import Iterator
from decimal import Decimal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_UNIT = "(?P<unit>[万亿]?(?:人次|平方米|平方公里|公里|[一-鿿]))"
_AMOUNT = rf"(?<![\d.])(?P<number>\d{{1,9}}(?:\.\d{{1,4}})?)[多余]?{_UNIT}"
_LAST_AMOUNT = compiled(rf"{_AMOUNT}[^\d，。；：\n]{{0,6}}$")
_LEADS = compiled(r"[，,：:（(]?\s*(?:其中|分别[为是]|包括)[：:，,]?")
_PART = compiled(
    rf"\s*[^\d，,、；;。：:（）()\n《]{{1,20}}{_AMOUNT}(?:（[^（）\n]{{0,20}}）)?(?=[，,、；;。和及）)\s]|$)"
)
_JOINS = compiled(r"[，,、；;和及]+")
_REACH = 40
_TWO = 2
_SHARE = 10
_ROUGH = compiled("约|近|左右|以上|多|余|超过")


class PartsOfSum(NamedTuple):
    """Report a total whose parts, told behind 其中 in the same unit, do not add up to it.

    Some parts may go untold, and parts may overlap. So the parts speak only where there are two
    and the difference is less than each of them and than a tenth of the total: a slip in a number
    then, and no part left out.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each total that its parts contradict."""
        document = view.document
        for scope in view.spans:
            for lead in _LEADS.finditer(document.text, *scope):
                match = _match(document, scope, lead.start(), lead.end())
                if match is not None:
                    yield match


def _match(document: Document, scope: Span, at: int, behind: int) -> Match | None:
    text = document.text
    total = _LAST_AMOUNT.search(text, max(scope.start, at - _REACH), at)
    if total is None or _ROUGH.search(text, max(scope.start, total.start() - _TWO), at):
        return None
    stated = Decimal(total["number"])
    parts = list(_parts(text, behind, scope.end, total["unit"]))
    counted = sum(parts, Decimal())
    gap = abs(stated - counted)
    if len(parts) < _TWO or not gap or gap >= min(parts) or gap * _SHARE >= stated:
        return None
    span = Span(total.start("number"), total.end("unit"))
    unit = total["unit"]
    words = (("stated", f"{stated}{unit}"), ("counted", f"{counted}{unit}"))
    return Match(span, words)


def _parts(text: str, at: int, end: int, unit: str) -> Iterator[Decimal]:
    """Yield the parts in a row; what is no part, or of another unit, ends them."""
    while (found := _PART.match(text, at, end)) and found["unit"] == unit:
        if _ROUGH.search(found[0]):
            return
        yield Decimal(found["number"])
        joint = _JOINS.match(text, found.end(), end)
        if joint is None:
            return
        at = joint.end()


KIND = Kind(PartsOfSum, "总数与“其中”各项之和", words=("stated", "counted"))
