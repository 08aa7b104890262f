"""Who answers for a task."""

from collections.abc import Iterator

from gongkai_lint.model.record import Field, FieldName, is_filled
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import BY, COLLECTIVE, ORGAN
from gongkai_lint.reading.sentence import Sentence
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term

# behind the time only a few words, as in 抓紧办结 or 抓紧实施到位: the act was named before it
_SHORT = 5
_ASKED = compiled(
    r"(?:^|[，：])\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:现|特|务)?请(?![示求教假])"
)
# 对执行情况跟踪分析，重大事项向…报告: another thing is reported, and 根据进展情况确定…: none is
_OTHER_THING = compiled(
    r"\s*(?:[一-鿿]{0,2}(?:重大|重要)|有关|相关)[一-鿿]{0,4}(?:事项|问题|情况|事件|信息|线索)"
)
_GOVERNED = compiled(r"(?:根据|按照|依据|结合|鉴于)[^，。；]{0,20}$")
_TILL_NOW = compiled(r"[将把][^，。；]{0,24}由$")
_FAR = 26  # characters: what is changed stands between 将 and 由
_FROM_NOW = compiled(r"[^，。；]{0,30}(?:改为|改由|转为|转由|变为|调整为|转向)")
# who they are where a name is not said: 县、乡两级
_LEVELS = ("两级", "三级", "四级", "各级")
_OWNERS = {ORGAN, COLLECTIVE, "business"}
NEEDS = {
    "dated": {"time"},
    "delivers_then": {"deliver", "report", "publish", "ongoing"},
    "handed_over": {"report", "recipient"},
}


def each_acts(spot: Spot) -> bool:
    """Many act, each for itself: 各区教育局, 各单位, 县、乡两级."""
    subject = spot.clause.subject
    if subject and (COLLECTIVE in subject.classes or spot.words(subject)[0] == "各"):
        return True
    before = spot.reading.text[spot.clause.start : spot.term.start]
    return any(word in before for word in _LEVELS)


def owned(spot: Spot) -> bool:
    """An organ is told to act: as subject, behind 由, in a bracket or line behind the item."""
    clauses = (spot.clause, *spot.sentence.clauses)
    subjects = [c.subject for c in clauses if c.subject and c.subject.classes & _OWNERS]
    if any(not _replaced(spot, subject) for subject in subjects):
        return True
    if spot.reading.outline.is_owned(spot.sentence.paragraph) or _is_addressed(spot):
        return True
    return any(field.key for field in _fields(spot, "unit"))


def _replaced(spot: Spot, subject: Term) -> bool:
    """Say whether it is whose thing (企业的), or who did it till now: 将由企业发放改为…."""
    text = spot.reading.text
    if text.startswith("的", subject.end):
        return True
    before = text[max(spot.sentence.start, subject.start - _FAR) : subject.start]
    return bool(_TILL_NOW.search(before) and _FROM_NOW.match(text, subject.end, spot.sentence.end))


def _is_addressed(spot: Spot) -> bool:
    """Say whether those to whom the document goes are asked to act: 请尽快报送."""
    before = spot.reading.text[spot.sentence.start : spot.term.start]
    return bool(spot.document.of("addressee")) and _ASKED.search(before) is not None


def assigned(spot: Spot) -> bool:
    """Somebody is told to act by name or behind 由, not merely addressed with everybody else."""
    if "interpret_nobody" in spot.clause.classes:
        return False  # 由相关部门负责解读 names nobody
    if not spot.clause.classes.isdisjoint({BY, "own_office"}):
        return True
    if spot.reading.outline.is_owned(spot.sentence.paragraph):
        return True
    addressed = spot.document.of("addressee_line") + spot.document.of("addressee")
    named = (c.subject for c in spot.sentence.clauses if c.subject and c.subject.classes & _OWNERS)
    return any(not any(e.span.covers(term.span) for e in addressed) for term in named)


def dated(spot: Spot) -> bool:
    """The sentence names a time that is not vague."""
    return _is_dated(spot.sentence)


def delivers_then(spot: Spot) -> bool:
    """What is to be done next is a delivery, not a work that goes on (尽快修订…, not 尽快推进…)."""
    wanted = {"deliver", "report", "recipient", "publish", "ongoing"}
    act = spot.clause.first(wanted, spot.term.end)
    if act is None and spot.term.end == spot.clause.end:  # the time stands alone before a comma
        behind = [t for t in spot.sentence.terms(wanted) if t.start >= spot.term.end]
        act = behind[0] if behind else None
    if act is None and spot.clause.end - spot.term.end <= _SHORT:
        before = [t for t in spot.clause.terms if t.end <= spot.term.start and t.classes & wanted]
        act = before[-1] if before else None
    return act is not None and "ongoing" not in act.classes


def handed_over(spot: Spot) -> bool:
    """What is named is to be reported: 将…报, 报送…, …请报."""
    clauses = spot.sentence.clauses
    at = clauses.index(spot.clause)
    # behind a comma it is reported if nothing else is: 总结情况，于10月底前报, not …，将规划报
    behind = [
        c
        for c in clauses[at + 1 : at + 2]
        if "give" not in c.classes
        and not (c.subject and spot.clause.subject and c.subject.start in {c.start, c.start + 1})
        and not _OTHER_THING.match(spot.reading.text, c.start, c.end)
    ]
    wanted = {"report", "recipient"}
    if _GOVERNED.search(spot.reading.text, spot.clause.start, spot.term.start):
        return False
    near = any(not c.classes.isdisjoint(wanted) for c in (spot.clause, *behind))
    asked = not spot.sentence.classes.isdisjoint({"must", "give", "collective"})
    return near and (asked or _told_to_each(spot)) and not _told_outside(spot)


def _told_to_each(spot: Spot) -> bool:
    """Say whether all of a kind are told to act: 各县（市、区）人民政府于…前报送."""
    subject = spot.clause.subject
    return subject is not None and spot.words(subject).startswith("各")


def dated_in_next(spot: Spot) -> bool:
    """The next sentence of the paragraph names a time that is not vague."""
    sentences = spot.reading.sentences(spot.sentence.paragraph)
    at = sentences.index(spot.sentence) + 1
    return at < len(sentences) and _is_dated(sentences[at])


def dated_in_record(spot: Spot) -> bool:
    """Its row or item has a deadline of its own: a column, a label or a bracket gives it."""
    return any(True for _ in _fields(spot, "deadline"))


def _fields(spot: Spot, name: FieldName) -> Iterator[Field]:
    """Yield the fields that are told beside it in its row, item or labelled block."""
    document, at = spot.document, spot.term.start
    for record in document.records:
        if record.span.start <= at < record.span.end:
            for field in record.of(name):
                beside = field.span.end <= at or at < field.span.start
                if beside and not field.told and is_filled(document.text, field):
                    yield field


def _is_dated(sentence: Sentence) -> bool:
    return any("time_vague" not in term.classes for term in sentence.terms({"time"}))


def _told_outside(spot: Spot) -> bool:
    """It is told to the public, or businesses are to tell it: no report to a superior."""
    subject = spot.clause.subject
    return subject is not None and not subject.classes.isdisjoint({"business", "person"})
