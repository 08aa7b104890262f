"""Whether a step that a document must pass is waived, put off, replaced or turned round.

The place is a word for the step (合法性审核, 会签). What forbids this (不得以会签代替…), blames it
(纠正…的做法) or rests on an exception of the law (突发事件) waives nothing.
"""

from collections.abc import Iterator

from gongkai_lint.patterns import compiled
from gongkai_lint.reading.grammar import MUST_NOT
from gongkai_lint.reading.sentence import Clause
from gongkai_lint.reading.spot import Spot
from gongkai_lint.reading.term import Term

_TRIGGERS = frozenset({"waive", "stand_in", "afterwards"})
_NO_BAN = frozenset({"不再", "不要"})  # these end a duty and forbid nothing
# between a waiver and its step stand only a few words: 不再另行出具书面的合法性审核意见
_NEAR = 16
# between 未列入 and the step that it is about: 未列入本次征求意见范围
_OF_STEP = 4
_PARTED = compiled(r"应当?|必须|须|要(?!求)|方可|才|[，；：]|的(?:单位|部门|文件|事项|项目|，)")
_PASSED = compiled(r"(?:经过?|通过|完成|凭|依据|按照|根据|出具|依法)[^，。；]{0,4}$")
# between a step and what waives it behind: 合法性审核的环节，凡日常文件的一律免除
_LED = compiled(
    r"(?:等|这一|这道|此项)?的?(?:环节|程序|手续|步骤|流程|要求|规定|意见书?|结论|工作|过程|关|一环|制度|"
    r"情况|报告|公告|会议|讨论|审议|研究|一环|活动|书面|材料|一栏|是否[^，。；]{1,4}|与否)*"
    r"(?:，?(?:由|凡|对|除)[^，。；]{2,12}?)?，?"
    r"(?:一律|均|都|也|可以?|原则上|暂时?|今后|现|予以|应|则|即|就|一概|全部|统统|改为|自[^，。；]{2,10}起)*"
)
_NOT = compiled(
    r"(?<!从)(?<!决)(?:不|无须再|无需再)(?:对外|向[^，。；]{1,6}|在[^，。；]{0,8}|刊登|登载|刊载|发布到|再|搞|走|另行?|专门|单独|逐[件条一]|统一|作|做|办|"
    r"经|送|报|提交|提请|组织|开展|召开|列入|进入|安排|面向[^，。；]{1,6}|公开)*$"
)
_TAKEN = compiled(r"(?:完毕|通过|合格|完成|结束)?[之以]?后")
_INSTEAD = compiled(r"由|以|用|改为|改由")
# 视为 holds a step to be done; what is held not to be done, or asked for, is another matter
_TAKEN_AS = "视即算当就作"
_HELD_DONE = compiled(
    r"(?:是|了|其|该|文件|材料|[^，。；]{0,6}?已经?|依法|同意)?(?:完成|通过|经过?|履行|进行|开展|取得|征得|走完|办理)?了?"
)
_NOT_INSTEAD = compiled(r"[^由以用，；：]{0,16}")
_FIRST = compiled(
    r"(?<![首优领率原预事])先(?!进|后|生|例|锋)(?P<done>[^。；]{0,48}?)"
    r"(?:再|随后|然后|之后|后续|尔后|事后|择期|择机|另行|后|待)[^，。；]{0,16}$"
)
_OUT = compiled(
    r"印发|发布|公布(?!草案)|公开(?!征|听)|上网|宣布|签发|出台|实施|执行|施行|用印|决策|决定|开工|上线|"
    r"张贴|挂网|挂出|发文|下发|报道|推送|报批|上会|提交|提请|审议|敲定|拍板|推行|启动|转发|办理|发出|编号"
)
_WITHOUT = compiled(
    r"(?:未经过?|未履行|未通过|没有经过|没经过|未进行|未开展|未完成|未组织|未送|未取得|尚未|不经过?)"
    r"[^，。；]{0,8}$"
)
_UNFINISHED = compiled(
    r"[^，。；]{0,8}(?:之前|前(?!置)|期间|未结束|未完成|未办结|尚未|未出具|未反馈|没有结果)"
)
_GOES_ON = compiled(
    r"即可|也可|亦可|可以|可先|可直接|可(?!能|行|靠)|直接|径行|照常|仍(?!须|应|要)|同样|先行|准予|"
    r"不影响|允许|同步"
)
_BARRED = compiled(r"不得|严禁|禁止|不准|不能|不予|不可|一律不|不应|不许")
_AVERTED = compiled(r"避免|防止|谨防|防范")
_UNDONE = compiled(
    r"(?:未(?!发现|收到|采纳|提出|见)|没有(?!收到|提出|发现)|没(?=[来有能])|来不及|"
    r"不(?=予|作|做|另|单独|专门|在))[^，。；：]{0,12}$"
)
_ONLY = compiled(r"(?:仅|只)(?!有|要|需)[^。；，]{0,20}$")
_NOTHING = compiled(
    r"(?:的?(?:情况|环节|程序|手续|结论|意见|报告|工作|一[项栏]))?[：:\s]*"
    r"(?:无|没有|暂缺|空缺|缺|从略|略|不需要|无需|未(?:做|作|办|开展|进行|组织|启动|完成|送审|送|出具|征求|评估|审核|审查)"
    r"[^，。；]{0,8}|(?:没有|未)(?:征求|听取|召开|组织|开展|进行|审议|研究|参与|会签)[^，。；]{0,8}|尚未[^，。；]{0,8}|待(?:补|定|办)[^，。；]{0,6})(?=[，。；\s、]|$)"
)

_ENOUGH = compiled(
    r"[^，。；]{0,16}，?[^，。；]{0,6}(?:即[为算]|即?视[为同作]|就算|即可|代替|替代|即完成|等同|等于)"
)
_ON = compiled(r"(?:在|通过|经|由|于|登|上传)[^，。；]{0,10}$")
_FIRST_THERE = compiled(r"[^，。；]{0,6}(?:独家|首发|率先|先行|先发|先期)")
# 网站择日转载 does not publish with what comes first
_LATER = ("择", "随后", "后续", "再", "届时")
# papers between equals or downwards, which others may sign
_LIGHT = ("函", "通知", "便笺", "简报", "纪要", "一般")
# what comes 印发后 is put off where the step is said to follow then
_AFTER = ("再", "补", "另行", "才", "统一补", "一并补", "及时补", "完善", "由", "送", "限期")
# a rule by its name, and not as the ground of what is said
_NAMED = compiled(
    r"(?<![据照按合反行实彻从遵])《[^《》\n]{2,40}(?:规定|办法|细则|规范|规程|标准)(?:（[^（）]*）)?》(?!第|的?(?:规定|要求|精神))"
)
_THEN = compiled(r"[^，。；]{0,12}(?:再|补|另行|才)")


def _may_be_waived(spot: Spot) -> bool:
    """Say whether the sentence, before it is read, may hold what one of the ways looks for."""
    reading, step = spot.reading, spot.term
    clause, sentence = reading.bounds_of(step.start)
    return bool(
        "先" in reading.text[sentence[0] : step.start]
        or _NOT.search(reading.text, clause[0], step.start)
        or _GOES_ON.search(reading.text, step.end, sentence[1])
        or reading.may_hold(_TRIGGERS, sentence)
    )


NEEDS = {"of_weighty_papers": {"weighty_paper"}}
EARLY = {"waived": _may_be_waived}


def waived(spot: Spot) -> bool:
    """A rule lets the step be left out, replaced, put off or passed by."""
    trigger = next((found for way in _WAYS for found in way(spot)), None)
    return trigger is not None and not _told_against(spot, trigger)


def left_out(spot: Spot) -> bool:
    """This document was made without the step, it says: 未征求公众意见, 不再上会, 专家论证：无."""
    text = spot.reading.text
    barred = _BARRED.search(text, spot.term.end, spot.clause.end)
    if barred or _is_told_of_others(spot) or _is_excepted(spot):
        return False
    before = text[spot.sentence.start : spot.term.start]
    behind = text[spot.term.end : spot.sentence.end]
    undone = _UNDONE.search(before) or _NOTHING.match(behind)
    return bool(undone) or (_may_be_waived(spot) and waived(spot))


def asked_of_few(spot: Spot) -> bool:
    """Only some were asked: 仅向区直部门征求意见."""
    before = spot.reading.text[spot.sentence.start : spot.term.start]
    return bool(_ONLY.search(before)) and not _is_told_of_others(spot)


def told_against(spot: Spot) -> bool:
    """It is forbidden or blamed, or the law excepts it."""
    return _told_against(spot, spot.term.start)


def of_rules(spot: Spot) -> bool:
    """Its paragraph, a heading over it or the title is about what is made as a rule or decision.

    So is what explains or submits a draft, by its title, and a sentence that names one and does not
    rest on it: 《市停车收费规定》由分管领导签批即可.
    """
    if _is_about(spot, "rule_text") or _is_about(spot, "submits_draft"):
        return True
    found = _NAMED.search(spot.reading.text, spot.sentence.start, spot.sentence.end)
    return found is not None


def _is_about(spot: Spot, name: str) -> bool:
    if name in spot.article_classes or name in spot.heading_classes:
        return True
    document = spot.document
    titles = (*document.of("title"), *document.of("issued_text_title"))
    reading = spot.reading.telling((name,))
    return any(name in reading.classes_in(title.span) for title in titles)


def of_decisions(spot: Spot) -> bool:
    """Its paragraph, a heading or the title is about what is decided: a project, a price."""
    return _is_about(spot, "decided")


def of_weighty_papers(spot: Spot) -> bool:
    """What is signed is a paper to a superior or a weighty one.

    Its clause names it, or goes on with who signs behind one that does and no lighter one:
    报市政府的请示，由副局长签发.
    """
    clause = spot.clause
    before = [t for t in spot.sentence.terms({"weighty_paper"}) if t.end <= clause.end]
    if not before or before[-1].start >= clause.start:
        return bool(before)
    between = spot.reading.text[before[-1].end : spot.term.start]
    return not any(word in between for word in _LIGHT)


def only_there(spot: Spot) -> bool:
    """What must be made public is only there, or counts as public by it: 仅在公示栏张贴."""
    text, place = spot.reading.text, spot.term
    before = text[spot.clause.start : place.start]
    behind = text[place.end : spot.sentence.end]
    enough = _ENOUGH.match(behind)
    found = _ONLY.search(before) or (enough and not _BARRED.search(enough[0]))
    first = _FIRST_THERE.match(behind)
    return bool(found or first) and not _told_against(spot, place.start)


def published_elsewhere(spot: Spot) -> bool:
    """Another clause of the sentence publishes it on an official platform."""
    return any(
        clause is not spot.clause
        and (_publishes(spot, clause) or _ON.search(spot.reading.text, clause.start, term.start))
        for clause in spot.sentence.clauses
        for term in clause.terms
        if "official_platform" in term.classes and spot.reading.affirms(clause, term)
    )


def _publishes(spot: Spot, clause: Clause) -> bool:
    words = spot.reading.text[clause.start : clause.end]
    return "publish" in clause.classes and not any(later in words for later in _LATER)


def _told_against(spot: Spot, trigger: int) -> bool:
    if _is_told_of_others(spot) or _is_excepted(spot):
        return True
    text, words = spot.reading.text, spot.words
    if any(
        term.start < trigger and words(term) not in _NO_BAN
        for term in spot.sentence.terms({MUST_NOT})
    ):
        return True
    behind = text[spot.clause.end : spot.sentence.end]
    condition = text[spot.clause.start : spot.clause.end].rstrip().endswith("的")
    averted = _AVERTED.search(text, spot.clause.start, trigger)
    return bool(averted) or (condition and not _GOES_ON.search(behind))


def _is_excepted(spot: Spot) -> bool:
    """Say whether the law lets the step be left out: 突发事件, 未列入目录.

    未列入征求意见范围 names no catalogue: what is left out of is the step itself.
    """
    return any(
        not (spot.words(term)[0] == "未" and 0 <= spot.term.start - term.end <= _OF_STEP)
        for term in spot.sentence.terms({"excepted"})
    )


def _is_told_of_others(spot: Spot) -> bool:
    return "blamed" in spot.sentence.classes


def _dropped(spot: Spot) -> Iterator[int]:
    """Yield where it is waived: 不再提交会议研究, 合法性审核环节可以省略."""
    text, step = spot.reading.text, spot.term
    passed = _PASSED.search(text, spot.clause.start, step.start)
    refused = _NOT.search(text, spot.clause.start, step.start)
    if _is_taken_before(spot):
        return
    if refused:
        yield refused.start()
    for term in spot.sentence.terms({"waive"}):
        if term.end <= step.start:
            between = text[term.end : step.start]
            if len(between) <= _NEAR and not _PARTED.search(between):
                yield term.start
        elif term.start >= step.end and not passed and _LED.fullmatch(text, step.end, term.start):
            yield term.start


def _is_taken_before(spot: Spot) -> bool:
    """Say whether the step was taken: 统一编号后，不再另行编号."""
    text = spot.reading.text
    return any(
        _TAKEN.match(text, term.end)
        for term in spot.sentence.terms(spot.term.classes)
        if term.end <= spot.clause.start
    )


def _replaced(spot: Spot) -> Iterator[int]:
    """Yield where it is replaced: 以会签代替合法性审核, 合法性审核由会签代替."""
    text, step = spot.reading.text, spot.term
    for term in _near(spot, "stand_in"):
        if term.end <= step.start:
            between = text[term.end : step.start]
            taken = spot.words(term)[0] in _TAKEN_AS
            if (_HELD_DONE if taken else _NOT_INSTEAD).fullmatch(between):
                yield term.start
        elif term.start >= step.end and _INSTEAD.search(text, step.end, term.start):
            yield term.start


def _put_off(spot: Spot) -> Iterator[int]:
    """Yield where it comes after the fact: 审核意见会后补送, 印发后再送司法局."""
    text, step = spot.reading.text, spot.term
    for term in _near(spot, "afterwards"):
        if spot.words(term).endswith("后") and spot.words(term)[0] != "后":
            behind = text[term.end : spot.clause.end]
            if not behind.startswith(_AFTER) and not (
                term.end <= step.start and _THEN.match(behind)
            ):
                continue
        yield term.start


def _reversed(spot: Spot) -> Iterator[int]:
    """Yield where what should follow comes first: 先上网发布，再办审查手续."""
    found = _FIRST.search(spot.reading.text, spot.sentence.start, spot.term.start)
    if found and _OUT.search(found["done"]):
        yield found.start()


def _passed_by(spot: Spot) -> Iterator[int]:
    """Yield where things go on without it: 未经审核的，可以直接印发."""
    text, step = spot.reading.text, spot.term
    behind = text[step.end : spot.sentence.end]
    without = _WITHOUT.search(text, spot.sentence.start, step.start)
    unfinished = _UNFINISHED.match(behind)
    if without or unfinished:
        rest = behind[unfinished.end() :] if unfinished else behind
        if _GOES_ON.search(rest) and not _BARRED.search(behind):
            yield without.start() if without else step.start


def _near(spot: Spot, name: str) -> Iterator[Term]:
    return (term for term in spot.clause.terms if name in term.classes)


_WAYS = (_dropped, _replaced, _put_off, _reversed, _passed_by)
