"""Whether what is said is undone, past or only named."""

from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import MUST_NOT, UNDO
from gongkai_lint.reading.spot import Spot

_PAST = compiled(r"已经?(?!满)|曾经?|业已|此前|先后")
_SUMMED = compiled(r"等(?:情形|行为|做法|问题|现象|方式|违规|违法)|的(?:情形|行为|做法|问题|现象)")
_OBJECT = 3  # characters: what is favoured stands behind, 本市企业应当优先考虑 has nothing there
_LISTS = compiled(r"包括|存在|发现|例如|诸如|有无|是否|重点(?:检查|清理|整治|纠正)|以")


def undone_behind(spot: Spot) -> bool:
    """Behind it, the sentence takes it back: …的规定一律取消, …行为予以纠正."""
    behind = [t for t in spot.sentence.terms({UNDO}) if t.start >= spot.term.end]
    if not behind:
        return False
    first = behind[0].start
    return any(
        spot.term.end <= t.start < first for t in spot.sentence.terms({"doc_kind", "conduct"})
    )


def past(spot: Spot) -> bool:
    """It is told as done: 已经公布, 曾处罚, 印发了."""
    before = spot.reading.text[spot.clause.start : spot.term.start]
    behind = spot.reading.text[spot.term.end : spot.term.end + 2]
    return bool(_PAST.search(before)) or behind.startswith(("了", "过"))


def listed_as_wrong(spot: Spot) -> bool:
    """The sentence lists what others do wrong: 包括…、…等情形, 存在…等问题."""
    text = spot.reading.text
    behind = text[spot.term.end : spot.sentence.end]
    before = text[spot.sentence.start : spot.term.start]
    return bool(_SUMMED.search(behind)) and bool(_LISTS.search(before))


def barred_itself(spot: Spot) -> bool:
    """What is named is itself barred: 外地企业不得参加…, not 不得排斥外地企业."""
    return any(
        MUST_NOT in t.classes and t.start >= spot.term.end for t in spot.clause.terms
    ) and not any(MUST_NOT in t.classes and t.end <= spot.term.start for t in spot.clause.terms)


def local_acts(spot: Spot) -> bool:
    """The local business itself must do it to something else: 本市电网企业应当优先收购电量."""
    terms = spot.sentence.terms({"local_business", "must"})
    ends = {t.end for t in terms if "local_business" in t.classes and t.end <= spot.term.start}
    bound = any(t.start in ends for t in terms if "must" in t.classes)
    behind = any(
        "local_business" in t.classes for t in spot.clause.terms if t.start >= spot.term.end
    )
    return bound and not behind and spot.clause.end - spot.term.end > _OBJECT
