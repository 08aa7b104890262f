"""A day that an interpretation or an attachment gives otherwise than the draft."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.same_task import tabled, told
from gongkai_lint.checks.told_days import days_told, tabled_tasks, told_by, told_in_text
from gongkai_lint.model.document import Document, TimeExpression, TimeRole
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_ELSEWHERE = compiled(r"原|旧|此前|以前|曾|上一|之前|废止|同时|《[^》]*》[^，。]{0,12}《")


class DeadlinesAcross(NamedTuple):
    """Yield the days of tasks, of effect and of validity that contradict the draft's."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        draft = view.dossier.draft if view.dossier and view.role != "draft" else None
        if draft is not None:
            yield from _tasks(view.document, draft)
            yield from _stated(view.document, draft, "effective")
            yield from _stated(view.document, draft, "validity")


def _tasks(document: Document, draft: Document) -> Iterator[Match]:
    known = (*told_in_text(draft), *(told_by(draft, task) for task in tabled_tasks(draft)))
    own = (*told_in_text(document), *(told_by(document, t) for t in tabled_tasks(document)))
    seen: set[Span] = set()
    for task in own if known else ():
        days = days_told(task.words, (place for place in known if not place.whole or task.whole))
        dates = {day for day, _ in days}
        place = task.days[0][1]
        if dates and place not in seen and dates.isdisjoint(day for day, _ in task.days):
            seen.add(place)
            yield Match(place, (("other", draft.words(days[0][1])),))
    there = (*tabled(draft), *told(draft))
    for mine in (*tabled(document), *told(document)) if there else ():
        other = next((one for one in there if one.contradicts(mine)), None)
        if other and mine.span not in seen:
            seen.add(mine.span)
            yield Match(mine.span, (("other", draft.words(other.span)),))


def _stated(document: Document, draft: Document, role: TimeRole) -> Iterator[Match]:
    """Yield days of effect, or of validity, if the draft states just one."""
    known = {time.resolved: time for time in _times(draft, role)}
    if len(known) != 1:
        return
    ((day, time),) = known.items()
    for own in _times(document, role):
        sentence = document.words(document.sentence(own.span))
        if own.resolved != day and not _ELSEWHERE.search(sentence):
            yield Match(own.span, (("other", draft.words(time.span)),))


def _times(document: Document, role: TimeRole) -> Iterator[TimeExpression]:
    for time in document.deadlines:
        if time.role == role and time.kind == "absolute" and time.resolved:
            yield time


KIND = Kind(DeadlinesAcross, "报批件里同一任务的时限", words=("other",))
