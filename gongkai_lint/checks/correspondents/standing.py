"""上下级: how an organ that a document names stands to the one that issues it."""

import re
from typing import Literal

from gongkai_lint.checks.correspondents.leaders import is_leader
from gongkai_lint.model.document import Document, Issuer
from gongkai_lint.model.level import RANKS, level_of
from gongkai_lint.organs import CALLED, LAST
from gongkai_lint.patterns import compiled

_Simple = Literal["above", "peer", "below", "leader"]
Relation = Literal[_Simple, "higher", "commanded"]
_MANY = compiled(
    r"^(?![省市县区州旗]委)(?:[一-鿿]{0,4}(?:中心|机关|管委会|园区|集团|联社|[院校局厅委办所队场站馆社司处])内?)?(?:所[属辖]|直属|下[属辖]|派[出驻]|内设)?各(?!民主|位|常委|党派)"
    rf"|^(?:[{CALLED}]|中心)?(?:属|直属|机关各|内设)"
    rf"|^[本我](?:[{CALLED}场社矿]|公司|集团|中心|机关|(?:检察|法)院|管委会|单位|部门|系统)(?=.)"
    r"|^(?:(?:[所下]辖|[所下]属|派[出驻])(?![省市])|辖[区内])"
    r"|^(?:有关|相关|部分)(?:县|区|市县|乡|镇|街道|村)"
)
# a department's neighbours, a government's own: 市直各部门, 各有关单位
_NEIGHBOURS = compiled(
    r"^(?:[省市县区州](?:直|级|政府)?(?:机关)?)?各?(?:有关|相关|成员)?(?:部门|单位|委办局)$"
)
_RULING = {"government", "office", "party", "joint"}
_BASE = compiled(
    r"(?:街道办事处|居民?委员?会|村民?委员?会|科室|[管服]理?所|服务中心(?:（局属）)?"
    r"|派出所|[分子]公司|项目部|营业部|支行|分[校院站队]|教学点|中心校|村民小组)$"
)
_RULERS = compiled(r"(?:人民政府|政府|党委|省委|市委|县委|区委|州委|人大|政协|纪委|监委|编办)")
_JUSTICE = compiled(r"(?:法院|检察院)$")
# a government and a department of a higher one: neither is under the other (议事协调机构 aside)
_DEPARTMENT = compiled(
    r"(?:[局厅署]|(?:发展(?:和|与)?改革|发改|卫生健康|卫健|国有资产监督管理|国资)委(?:员会)?)$"
)
_RANK_OF_PLACE = tuple(
    compiled(rf"(?:{ends})$")
    for ends in ("[镇乡]|街道", "[县旗]|(?<!自治)(?<!地)区", "[市州盟]|地区", "省|自治区")
)
# whose they are is known for these alone; any other department is a stranger to them
_PARENTS = (
    (compiled(r"医院|卫生院|保健院"), compiled(r"卫生|卫健|医")),
    (compiled(r"[中小]学|幼儿园|[一二三四五六七八九十]中$|[实附]小$"), compiled(r"教")),
)
# an office that answers to the government or the party committee of its place, not these
_DEPARTMENTAL = compiled(
    rf"^(?!中共[^委]*委员会$).*(?:[{LAST}署](?<![省市县区州盟旗党]委)(?<!指挥部)|委员会|委(?:员会)?办公室)$"
)
# a department in all but its name: 县人民政府移民管理办公室
_DESK = compiled(r"(?:管理|事务|防空|信访)办公室$")
# one that its ministry leads, or an office elsewhere
_LED_FROM_ABOVE = compiled(
    r"税务|海关|烟草|邮政管理|海事|气象|地震|消防救援|外汇|金融监督管理局|调查总?队|铁路|民用?航|"
    r"中国人民银行|分局$"
)
_OWNED = compiled(r"^[省市县区州](?:直|属|级)|各")
# beside a government, and under none
_NOT_ITS_OWN = compiled(
    r"党派|工商联|工商业联合会|工会|妇联|妇女联合会|团委|共青团|残联|联合会|红十字|军|武警|武装|人武|消防救援|国家安全|部队|银行|公司|大学|学院|"
    r"税务|海关|气象|邮政|烟草|供电|调查队|海事"
)
_BODIES = compiled(r"(?:指挥部|领导小组|委员会办公室|工作专班|会议)$")
_MARKS = " 　。，、；：:（）()"
# many at once: 局机关各科室, 市直有关单位, 区属各医院
_GROUP = compiled(
    r"(?P<whose>[一-鿿]{0,14}?)(?P<by>所属|直属|下属|权属|属|各|有关|相关|内设|全体)(?P<what>.*)$"
)
_IDLE = compiled(r"机关$|直$|级$|所$|内部?$")
_PUBLIC_OFFICES = compiled(
    r"[省市县区州盟旗](?:直|级|直机关)?$|[省市县区州盟旗](?:人民)?政府|[省市县区州盟旗]委"
)
_GOVERNMENTS = compiled(
    r"(?:政府|党委|党工委|办事处|管委会|管理委员会|[省市县区州盟旗镇乡]|街道|社区|村)(?:[（(][^（）()]*[）)])?$"
)
_OUTSIDERS = compiled(
    r"会员|成员|股东|理事|业主|供应商|投标|银行|金融|保险|证券|企业|公司|媒体|商会|协会|学会|基金会|党派|"
    r"兄弟|友邻|合作(?!社)|共建|协作|(?<!派)驻|部队|军|代表|委员|专家|考生|家长|[队职教学社]员|人员|志愿者|学生|[市居村]民|用户|工地|项目部|药店|商场|超市|酒店|景区|小区|"
    r"(?:施工|建设|监理|生产|经营|用人|参保|物业|运营|排污|使用|参[赛展]|承[建办]|申报)单位|客户|经营者|商户|律师"
)
_MEMBERS = compiled(r"成员|[子分]公司|企业|公司")
_HEADS = compiled(r"公司|集团|指挥部|领导小组|委员会|联席会议|专班")
# 县（市、区）住建局, 各县区民政局: what stands between the place and the kind of office
_FIELD_OF = compiled(
    r"(?:[省市县区州盟旗]{1,3}|[（(][^（）()]*[）)])"
    rf"(?P<field>[一-鿿]{{2,12}}?)(?:分局|委员会|[{LAST}])$"
)
_FIELDS = (
    *_PARENTS,
    (compiled(r"学校|中小学|校$"), compiled(r"教")),
    (compiled(r"医疗|卫生|疾控|急救|血站"), compiled(r"卫生|卫健|医")),
    (compiled(r"农场|良种场|农技站|畜牧站|种子站"), compiled(r"农")),
    (compiled(r"林场|苗圃"), compiled(r"林|自然资源")),
)


def stands(document: Document, organ: str, relation: Relation) -> bool:
    """Say whether an organ stands so to the issuer.

    ``higher`` is a department of a higher place to one that answers to its own place's rulers.
    """
    if relation == "commanded":
        return commands(document, organ)
    if relation != "higher":
        return relation_of(document, organ) == relation
    own, other = RANKS.get(document.issuer.level), RANKS.get(level_of(organ) or "unknown")
    ranks = own is not None and other is not None and other < own
    return ranks and _answers(document.issuer, organ) and relation_of(document, organ) == "above"


def _answers(issuer: Issuer, organ: str) -> bool:
    """Say whether both are departments, the issuer one under the rulers of its place."""
    own, other = issuer.names[0], organ.strip(_MARKS)
    known = issuer.kind in {"department", "party", "joint"}
    departments = (known and _DEPARTMENTAL.match(own)) or _DESK.search(own)
    return bool(departments and _DEPARTMENTAL.match(other)) and not _LED_FROM_ABOVE.search(own)


def relation_of(document: Document, organ: str) -> _Simple | None:
    """Say whether an organ stands above, beside or below the issuer, or is a leader in person."""
    name = organ.strip(_MARKS)
    if not name:
        return None
    if is_leader(name):  # a person's note to his head (请假报告) has neither issuer nor number
        official = document.issuer.names or document.of("document_number")
        return "leader" if official else None
    return _among_organs(document, name) if document.issuer.names else None


def _among_organs(document: Document, name: str) -> _Simple | None:
    if _NEIGHBOURS.search(name):
        return "below" if document.issuer.kind in _RULING else None
    if _MANY.search(name) or _is_base(document, name) or _runs(document, name):
        return "below"
    if any(_are_alike(one, name) for one in document.issuer.names):
        return "peer"
    return _by_rank(document, name)


def _is_base(document: Document, name: str) -> bool:
    """Say whether it is a unit at the base; a 服务中心 of the issuer's place may be anybody's."""
    own_place = level_of(name) in {None, document.issuer.level}
    named = any(name.startswith(one) for one in document.issuer.names)
    if name.endswith("服务中心") and own_place and level_of(name) and not named:
        return False
    if name.endswith(("公司", "支行")) and not _HEADS.search(document.issuer.names[0]):
        return named
    return bool(_BASE.search(name))


def _runs(document: Document, name: str) -> bool:
    """Say whether an organ is of those that the issuer runs: 县直各中小学 of 县教育局."""
    if any(name.startswith(own) and name != own for own in document.issuer.names):
        return True
    owned = _OWNED.search(name) or _is_no_higher(document, name)
    return bool(owned) and _is_own_kind(document.issuer.names[0], name)


def _is_no_higher(document: Document, name: str) -> bool:
    """Say whether it is a school or a hospital of the issuer's place or of one below: 市二中."""
    own, other = RANKS.get(document.issuer.level), RANKS.get(level_of(name) or "unknown")
    known = own is not None and other is not None and other >= own
    return known and any(kind.search(name) for kind, _ in _PARENTS)


def _by_rank(document: Document, name: str) -> _Simple | None:
    own, other = RANKS.get(document.issuer.level), RANKS.get(level_of(name) or "unknown")
    if own is None or other is None:
        return None
    if other == own:
        return _at_one_level(document, name)
    if other > own:
        return "below"
    government = document.issuer.kind == "government"
    return "peer" if government and _DEPARTMENT.search(name) else "above"


def _are_alike(own: str, other: str) -> bool:
    """Say whether two organs are the same one of two places of one rank: 石埠镇卫生院."""
    common = 0
    while common < min(len(own), len(other)) and own[-common - 1] == other[-common - 1]:
        common += 1
    for tail in range(common, 1, -1):
        here, there = own[:-tail], other[:-tail]
        ranks = [(bool(p.search(here)), bool(p.search(there))) for p in _RANK_OF_PLACE]
        if any(map(any, ranks)):  # where the places end; 沙河区城市 and 云岭市城市 are none
            return here != there and any(map(all, ranks))
    return False


def _at_one_level(document: Document, name: str) -> _Simple | None:
    """Tell peers from the government, the party and the organ's own parent."""
    government = document.issuer.kind == "government"
    if _BODIES.search(name) or any(one.startswith(name) for one in document.issuer.names):
        return None
    if _JUSTICE.search(name):
        return "peer"
    if document.issuer.kind == "other":
        fields = [field for kind, field in _PARENTS if kind.search(document.issuer.names[0])]
        strange = any(not field.search(name) for field in fields)
        return "peer" if strange and _DEPARTMENT.search(name) else None
    if _RULERS.search(name):
        return "peer" if government and name.endswith(("人民政府", "政府")) else "above"
    if government and _NOT_ITS_OWN.search(name):
        return None
    return "below" if government else "peer"


def commands(document: Document, organ: str) -> bool:
    """Say whether the issuer may order an organ: its own offices and units, or its system's below.

    To be lower is not enough: a department commands no government or party committee, and no other
    department's offices; an association has members, a platform users, that obey nobody.
    """
    name, issuer = organ.strip(_MARKS), document.issuer
    if not name or not issuer.names:
        return False
    rules = issuer.kind in _RULING or bool(_BODIES.search(issuer.names[0]))
    group = _GROUP.match(name)
    if group:
        return _commands_many(issuer, group, rules=rules)
    return _commands_one(document, name, rules=rules)


def _commands_many(issuer: Issuer, group: re.Match[str], *, rules: bool) -> bool:
    """Say whether the issuer commands those that a collective names: 局属各单位."""
    told, what = group["whose"].lstrip("本我全"), group["what"].removeprefix("各")
    whose = _IDLE.sub("", told)
    if _GOVERNMENTS.search(what) or _PUBLIC_OFFICES.match(told):
        own = _is_own_kind(issuer.names[0], what) and not _GOVERNMENTS.search(what)
        return rules or own
    if whose and group["by"] != "属" and not _is_part_of(whose, issuer.names):
        return False
    if _OUTSIDERS.search(what) and group["by"] != "属":
        return bool(_MEMBERS.search(what)) and bool(_HEADS.search(issuer.names[0]))
    certain = group["by"] not in {"有关", "相关"} and _is_of_its_field(issuer, what)
    return rules or bool(whose) or certain


def _commands_one(document: Document, name: str, *, rules: bool) -> bool:
    """Say whether the issuer commands an organ that is named by itself."""
    relation = relation_of(document, name)
    if _GOVERNMENTS.search(name):
        return rules and relation == "below"
    if document.issuer.kind == "office" and relation == "peer":
        return not _RULERS.search(name) and not _JUSTICE.search(name)
    return relation == "below" and (rules or _is_of_its_field(document.issuer, name))


def _is_of_its_field(issuer: Issuer, name: str) -> bool:
    """Say whether what is below may be of a department's own field: 县水利局 of 市水利局.

    Where the name tells no field (各科室, 各分局) it is the department's own.
    """
    if issuer.kind != "department":
        return True
    if any(kind.search(name) for kind, _ in _FIELDS):
        return _is_own_kind(issuer.names[0], name)
    field = _FIELD_OF.search(name)
    if field is None:
        return True
    rest = iter(issuer.names[0])
    return all(character in rest for character in field["field"])


def _is_part_of(whose: str, names: tuple[str, ...]) -> bool:
    return any(whose in name or whose.lstrip("省市县区州旗乡") in name for name in names)


def _is_own_kind(issuer: str, what: str) -> bool:
    """Say whether units are of the kind that an issuer's field runs: schools of 教育局."""
    return any(kind.search(what) and field.search(issuer) for kind, field in _FIELDS)
