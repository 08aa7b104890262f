"""Units that a draft gives tasks to, and those that were consulted about it."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern, any_occurs
from gongkai_lint.model.document import Document
from gongkai_lint.model.dossier import Role
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import BY, MUST, ORGAN
from gongkai_lint.reading.reading import reading_of
from gongkai_lint.reading.sentence import Clause
from gongkai_lint.reading.term import Term
from gongkai_lint.text import stands_in_order

_NAME = compiled(r"[^\s、，。；：:,;（）()|〔〕《》“”]{1,24}?(?:局|委员会|委|厅)")
_PLACE = compiled(r"^(?:[^省市县区州]{0,6}[省市县区州])(?=[^省市县区州场]{2,})")
_SHOWN = 5
_FEWEST = 3
_DUTY = frozenset({MUST, BY, "in_duty", "along", "ongoing", "deliver", "report", "supervise"})


class Consulted(NamedTuple):
    """Report the units that a draft gives tasks or duties to and no list of the consulted names.

    Units are names that match ``units``. Consulted are those in the fields of the sheet whose name
    matches ``sheet``, in the files ``among`` and in the lines of the drafting note that match
    ``told``; all of them where one of these says ``everybody``. Short and long names of a unit
    agree. Case ``none`` where there is no list, ``some`` where units are absent from it.
    """

    units: tuple[Pattern, ...]
    sheet: tuple[Pattern, ...]
    among: tuple[Role, ...]
    told: tuple[Pattern, ...]
    everybody: tuple[Pattern, ...]

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match at the first task with a unit that was not consulted."""
        if view.dossier is None or any(p.document is None for p in view.dossier.of(self.among)):
            return
        lists = [*self._lists(view)]
        if any(any_occurs(self.everybody, words) for words in lists):
            return
        asked = {name for words in lists for name in _names(words)}
        asked |= {_core(name) for name in view.document.issuer.names}
        charged = [*self._tasks(view.document), *self._duties(view.document)]
        unasked = {
            name: place
            for name, place in sorted(charged, key=lambda one: one[1], reverse=True)
            if not any(_same(_core(name), other) for other in asked)
        }
        if unasked:
            names = sorted(unasked, key=lambda name: unasked[name])
            more = f"等{len(names)}个单位" if len(names) > _SHOWN else ""
            words = (("units", "、".join(names[:_SHOWN]) + more),)
            yield Match(unasked[names[0]], words, case="some" if lists else "none")

    def sees(self, view: View) -> bool:
        """Say whether the document is the draft; what travels beside it is not asked."""
        return view.role in {None, "draft"}

    def _lists(self, view: View) -> Iterator[str]:
        """Yield the words that name the consulted, and the unit that drafts."""
        sheets = [view.document, *([view.sheet] if view.sheet else [])]
        for sheet in sheets:
            for field in sheet.of("sheet_field"):
                words = sheet.words(field.span)
                if words.strip() and any_occurs(self.sheet, field.value or ""):
                    yield words
        if view.dossier:
            yield from (document.text for document in view.dossier.documents(self.among))
            notes = view.dossier.documents(("drafting_note",))
            yield from (line for note in notes for line in self._told(note))

    def _told(self, note: Document) -> Iterator[str]:
        return (p.text for p in note.source.paragraphs if any_occurs(self.told, p.text))

    def _tasks(self, document: Document) -> Iterator[tuple[str, Span]]:
        for task in document.tasks:
            for name in (*task.lead, *task.others):
                if any_occurs(self.units, name):
                    yield name, task.span

    def _duties(self, document: Document) -> Iterator[tuple[str, Span]]:
        """Yield the units that articles and lists charge: 市商务局负责…, 由市财政局…, 会同…."""
        reading = reading_of(document).telling(_DUTY)
        for scope in document.within(("main",)):
            first, last = (document.paragraph_at(at) for at in (scope.start, scope.end))
            for paragraph in range(first, last + 1):
                for sentence in reading.sentences(paragraph):
                    for clause in sentence.clauses:
                        for unit in _charged(clause):
                            name = document.words(unit.span)
                            if scope.covers(unit.span) and any_occurs(self.units, name):
                                yield name, unit.span


def _charged(clause: Clause) -> Iterator[Term]:
    """Yield who acts in a clause that tells of a duty, behind 由 too, and who acts with them."""
    duty = clause.classes & _DUTY
    if clause.subject and clause.own and duty and ORGAN in clause.subject.classes:
        yield clause.subject
    for lead in (BY, "along"):
        before = clause.first({lead})
        behind = clause.first({ORGAN}, before.end) if before and duty else None
        if behind:
            yield behind


def _names(words: str) -> Iterator[str]:
    return (_core(found[0]) for found in _NAME.finditer(words))


def _core(name: str) -> str:
    return _PLACE.sub("", name).removesuffix("员会")


def _same(one: str, two: str) -> bool:
    """Say whether two names are one, short and long; words may stand before the second."""
    if one[-1] != two[-1]:
        return False
    return stands_in_order(one, two) or any(
        stands_in_order(two[at:], one) for at in range(len(two) - _FEWEST + 1) if two[at] == one[0]
    )


KIND = Kind(
    Consulted, "征求过意见的单位与任务涉及的单位对照", tells=("none", "some"), words=("units",)
)
