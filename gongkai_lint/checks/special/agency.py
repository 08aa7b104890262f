"""Names of agencies against the register of agencies."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.surroundings import Near
from gongkai_lint.law.agency import Agency, months_later
from gongkai_lint.law.tables import LawTables
from gongkai_lint.memory import once
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.sought import Sought

Case = Literal["late", "early"]
_LOCAL = compiled(r"(?:^|[^一-鿿]|[省市县区州盟旗府委])$")
_CENTRAL = compiled(r"(?:^|[^一-鿿]|国|国家|国务院|[院向由经报送与和及受据照按对至])$")
_NO_NAME = compiled(r"[门面势部位]|[〔\[(（]?(?:19|20)\d\d|令|公告|第[\d一二三四五六七八九十]")
# 原 inside a place (太原市, 平原县) remembers nothing: before 原 a word has ended
_FORMER = compiled(
    r"(?:^|[^一-鿿]|[由经与和及将对向从为任至自在到按据的是系即把给以了被此之先年月日省市县区州局厅委])"
    r"[原前][^，。；、：\n]{0,12}$"
)
_QUOTED = compiled(r"《[^《》\n]*(?:《[^《》\n]*》[^《》\n]*)*》|“[^“”\n]*”")
_YEAR = compiled(r"(?:19|20)\d\d(?=年)")
_BEFORE = 14


class _Use(NamedTuple):
    """An agency that is named out of its time, and where."""

    case: Case
    agency: Agency
    name: str
    span: Span


class AgencyEra(NamedTuple):
    """Report each agency named ``late``, after it had ended, or ``early``, before it was founded.

    The days come from the register; ``buffer`` months are allowed on either side of them. A name
    in 《》 or “”, behind 原, in a sentence with ``unless`` or with a year of the agency's own days
    goes unsaid, and so does one that the document's place has ``kept``, or a document without a
    date that such an agency issued. The first place of each agency speaks for all.
    """

    buffer: int
    unless: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the agencies named out of their time."""
        document = view.document
        uses: dict[tuple[Case, str], list[_Use]] = {}
        for use in self._uses(view):
            if use.case == "late" and _is_of_its_time(document, use):
                return
            uses.setdefault((use.case, use.agency.key), []).append(use)
        for together in uses.values():
            yield _match(view, together)

    def history(self, law: LawTables) -> tuple[str, ...]:
        """Say by which days it judges."""
        return (f"按登记的 {len(law.agencies)} 个机关各自设立、撤销的日期判断。",)

    def _uses(self, view: View) -> Iterator[_Use]:
        document = view.document
        near = Near(unless=self.unless)
        names = _sought(view.law.agency_names).likely(document.text)
        for scope in view.spans:
            for name, span in _named(names, document.text, scope):
                use = self._judged(view, name, span)
                if use and _is_used(document, use) and near.allows(document, span, (scope,)):
                    yield use

    def _judged(self, view: View, name: str, span: Span) -> _Use | None:
        """Give the agency whose time is over or has not come, if no other bears the name."""
        bearers = [(self._case(a, name, view.as_of), a) for a in view.law.agencies_named(name)]
        case, agency = bearers[-1]
        return (
            _Use(case, agency, name, span) if case and all(c == case for c, _ in bearers) else None
        )

    def _case(self, agency: Agency, name: str, day: date) -> Case | None:
        ended = agency.ended(name)
        if not agency.verified:
            return None
        if ended and day > months_later(ended, self.buffer):
            return "late"
        return "early" if agency.since and day < months_later(agency.since, -self.buffer) else None


def _named(names: Iterable[str], text: str, scope: Span) -> Iterator[tuple[str, Span]]:
    """Yield each name, the longest where one holds another."""
    places: list[tuple[int, int]] = []
    for name in names:
        at = text.find(name, scope.start, scope.end)
        while at >= 0:
            places.append((at, -len(name)))
            at = text.find(name, at + 1, scope.end)
    end = -1
    for start, length in sorted(places):
        if start >= end:
            end = start - length
            yield text[start:end], Span(start, end)


@once
def _sought(names: tuple[str, ...]) -> Sought:
    return Sought(names)


def _is_used(document: Document, use: _Use) -> bool:
    """Say whether the words are the name of an agency of today, not of one remembered."""
    text, span = document.text, use.span
    before = text[max(0, span.start - _BEFORE) : span.start].rpartition("\n")[2]
    boundary = _CENTRAL if use.name in use.agency.central else _LOCAL
    return (
        boundary.search(before) is not None
        and not _NO_NAME.match(text, span.end)
        and not _FORMER.search(before)
        and not _is_quoted(document, span)
        and not any(re.search(place, text) for place in use.agency.kept)
        and not _is_remembered(document, use)
    )


def _is_of_its_time(document: Document, use: _Use) -> bool:
    """Say whether a document without a date is issued by the agency itself: it is as old."""
    return document.judged_on is None and any(use.name in name for name in document.issuer.names)


def _is_quoted(document: Document, span: Span) -> bool:
    line = document.paragraph_span(document.paragraph_at(span.start))
    return any(Span(*found.span()).covers(span) for found in _QUOTED.finditer(document.text, *line))


def _is_remembered(document: Document, use: _Use) -> bool:
    """Say whether the sentence speaks of a year in which the agency still was."""
    ended = use.agency.ended(use.name)
    years = _YEAR.findall(document.words(document.sentence(use.span)))
    return use.case == "late" and any(ended and int(year) <= ended.year for year in years)


def _match(view: View, uses: list[_Use]) -> Match:
    case, agency, name, span = uses[0]
    late, central = case == "late", name in agency.central
    others = view.law.heirs(agency, view.as_of) if late else view.law.forerunners(agency)
    day = agency.ended(name) if late else agency.since
    names = dict.fromkeys(other.name_like(name, central=central) for other in others)
    words = (
        ("names", "、".join(names)),
        ("day", f"{day.year}年{day.month}月" if day else ""),
        ("count", f"（全文共 {len(uses)} 处）" if len(uses) > 1 else ""),
    )
    return Match(span, words, tuple(Related(use.span) for use in uses[1:]), case=case)


KIND = Kind(
    AgencyEra,
    "机关名称：在成文那天是否存在",
    tells=("late", "early"),
    words=("names", "day", "count"),
    uses=("law",),
)
