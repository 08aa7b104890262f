"""Whether an organ has nothing to decide for the issuer (不相隶属), as their names tell.

A superior is what the issuer's name begins with, the government or party committee of its place
or above, and the department of its own field: of the same trade one level higher, or the one that
runs institutions of its kind. Where a name tells nothing of its field nothing is said.
"""

from collections.abc import Callable

from gongkai_lint.checks.correspondents.organ_told import Organ, Sort, organ_told
from gongkai_lint.model.document import Document
from gongkai_lint.model.level import RANKS
from gongkai_lint.patterns import compiled

_HEADS = compiled(r"(?:集团|总公司|控股|集团有限(?:责任)?公司|总院|总场|总站|总队|中心校|本部)$")
# they decide for companies whatever these do: who owns them, where they are registered
_OWNERS = compiled(r"国有资产|国资|财政|金融|审批")
_ADMINISTERS = frozenset({"government", "office", "party", "party_office", "department", "mass"})
# institutions that decide for no office, of whatever level or field; 档案馆 may be one itself
_SERVES = compiled(
    r"(?:(?<!档案)馆|医院|大学|学院|学校|[中小]学|幼儿园|剧院|研究[院所]|公园|景区|电视台|报社|融媒体中心)$"
)
_ZONE = compiled(
    r"区(?:管委会|管理委员会)$"
)  # under the government that set it up, not its bureaus
_SHORTEST_BRAND = 2
# of a government or a committee itself; any other may be a department's: 重点工程建设办公室
_GENERAL = compiled(r"(?:人民)?政府办|委")
# nobody calls his own government 贵市
_CALLED = compiled(r"(?<![富高])贵[省市县区旗镇]")
# each office of the party with those that it leads; the cadres' one decides for departments, too
_LED = tuple(
    (compiled(office), compiled(led))
    for office, led in (
        (r"组织部$", r"[局馆会院心站所]$|老干部|党校|编"),
        (r"宣传部$", r"新闻|出版|广播|广电|网信|网络|文明|融媒|文化|文旅|社会科学|报社|影"),
        (r"(?:统战|统一战线工作)部$", r"民族|民宗|宗教|侨|台|工商|社会主义"),
        (r"政法委(?:员会)?$", r"公安|司法|安全|法学"),
        (r"社会工作部$", r"信访|志愿"),
    )
)


def are_strangers(document: Document, name: str) -> bool:
    """Say whether an organ is certainly no superior of the issuer, as far as names tell."""
    name = name.strip(" 　。，、；：:（）()")
    issuer = document.issuer
    if not name or not issuer.names or any(own.startswith(name) for own in issuer.names):
        return False
    own, other = organ_told(issuer.names[0]), organ_told(name)
    if own.rank is None:
        own = own._replace(rank=RANKS.get(issuer.level))
    if other.sort == "government" and _is_called(document):
        return True
    judge = _JUDGES.get(other.sort)
    return judge is not None and judge(own, other)


def _is_called(document: Document) -> bool:
    """Say whether a text speaks to another's government: 贵市."""
    bodies = (element.span for element in document.of("body"))
    return any(_CALLED.search(document.text, *body) for body in bodies)


def _apart(own: Organ, other: Organ) -> bool:
    """Say whether both names tell of fields, and of none in common."""
    return bool(own.fields and other.fields) and own.fields.isdisjoint(other.fields)


def _at_least(own: Organ, other: Organ) -> bool:
    """Say whether an organ is of the issuer's level or above it; unknown where a place is not."""
    return own.rank is not None and other.rank is not None and other.rank <= own.rank


def _same_level(own: Organ, other: Organ) -> bool:
    return own.rank is not None and own.rank == other.rank


def _company(own: Organ, other: Organ) -> bool:
    if own.sort != "company":
        return not own.name.startswith(other.name.removesuffix("有限公司"))
    return not _HEADS.search(other.name) and not _brand(own, other)


def _brand(own: Organ, other: Organ) -> bool:
    """Say whether two companies share a word of their names behind the place."""
    words = {own.rest[i : i + _SHORTEST_BRAND] for i in range(len(own.rest) - 1)}
    words -= {"有限", "限公", "公司", "集团", "团有", "责任", "任公", "限责", "股份", "份有"}
    return any(word in other.rest for word in words)


def _justice(own: Organ, other: Organ) -> bool:
    return own.sort != other.sort or _same_level(own, other)


def _government(own: Organ, other: Organ) -> bool:
    return own.sort == "government" and _same_level(own, other) and own.name[:2] != other.name[:2]


def _office(own: Organ, other: Organ) -> bool:
    """Say whether both serve rulers of one place: 县政府办公室 and 县委办公室."""
    return own.sort in {"office", "assembly"} and _same_level(own, other)


def _party_office(own: Organ, other: Organ) -> bool:
    """Say whether an office of the party leads the issuer in nothing: 宣传部 and 组织部."""
    if own.sort not in {"party_office", "office", "department"} or not _same_level(own, other):
        return False
    led = next((led for office, led in _LED if office.search(other.name)), None)
    return led is not None and own.rest != other.rest and not led.search(own.rest)


def _mass(own: Organ, other: Organ) -> bool:
    if own.sort == "mass":
        return _same_level(own, other)
    return own.sort in _ADMINISTERS | {"court", "prosecutor"} and _same_level(own, other)


def _institution(own: Organ, other: Organ) -> bool:
    if _HEADS.search(other.name):
        return False
    if own.sort in _ADMINISTERS and _SERVES.search(other.name):
        return True
    if own.sort in {"court", "prosecutor"} | _ADMINISTERS:
        lower = other.rank is not None and not _at_least(own, other)
        return _same_level(own, other) or (not lower and _apart(own, other))
    if own.sort == "institution":
        if own.fields & other.fields and not _same_level(own, other):
            return False
        return _same_level(own, other) or _apart(own, other)
    return own.sort == "company" and _apart(own, other)


def _department(own: Organ, other: Organ) -> bool:
    asked = _OF_DEPARTMENTS.get(own.sort)
    return asked is not None and asked(own, other)


def _beside(own: Organ, other: Organ) -> bool:
    """Say whether a department stands beside another, or above it in another field."""
    if _same_level(own, other):
        return not own.fields & other.fields or own.rest == other.rest
    return _at_least(own, other) and _apart(own, other)


# a court has no superior among departments; a government none among those of a higher one
_OF_DEPARTMENTS: dict[Sort, Callable[[Organ, Organ], bool]] = {
    "court": lambda *_: True,
    "prosecutor": lambda *_: True,
    "government": lambda own, other: (
        bool(_ZONE.search(own.name) and (other.rank or 0) >= RANKS["city"])
        or (_at_least(own, other) and not _same_level(own, other))
    ),
    "party": lambda own, other: _at_least(own, other) and not _same_level(own, other),
    "party_office": _at_least,
    "office": lambda own, other: (
        _at_least(own, other) if _GENERAL.match(own.rest) else _apart(own, other)
    ),
    "assembly": _same_level,
    "body": _apart,
    "department": _beside,
    "company": lambda own, other: _apart(own, other) and not _OWNERS.search(other.rest),
    "mass": lambda own, other: _at_least(own, other) and own.fields.isdisjoint(other.fields),
    "institution": _apart,
    "guild": _apart,
}


_JUDGES: dict[Sort, Callable[[Organ, Organ], bool]] = {
    "company": _company,
    "court": _justice,
    "prosecutor": _justice,
    "government": _government,
    "office": _office,
    "party_office": _party_office,
    "mass": _mass,
    "guild": _mass,
    "institution": _institution,
    "department": _department,
}
