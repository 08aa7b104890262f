"""Several names of one unit in one document: 市民族宗教事务局, 市民宗局."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.short_names import defined, stands_before
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.organs import running
from gongkai_lint.patterns import compiled

# how a name ends, and what class of name it is: only names of one class are names of one unit
_ENDS = {
    "总局": "总局",
    "局": "局",
    "厅": "厅",
    "委员会": "委",
    "委": "委",
    "委员会办公室": "办",
    "办公室": "办",
    "办公厅": "办",
    "办": "办",
    "联合会": "联",
    "联": "联",
    "中心": "中心",
    "支队": "支队",
    "大队": "大队",
    "总队": "总队",
}
_OFFICE = "(?<![公民经承举主申补查督开兴筹].)(?!成)"  # 承办, 办成: done, and no office
_COMMISSION = "委(?![托员派屈任]|会(?!同|商|审|签))"  # 县住建委会同乡镇 is no 委会
_ENDING = "|".join(
    _COMMISSION if end == "委" else running(end) + _OFFICE * (end == "办")
    for end in sorted(_ENDS, key=len, reverse=True)
)
# a name begins with its level (市 of 城市 and 市场 is none) and holds no word that leads to another
_INNER = (
    "(?:应急|不动产|对外|经济|经营|经信|经(?=委)|(?!会同|有关|牵头|负责|组织|设立|成立|配合|人民政府[和及与]|部门)"
    "(?![经由向请将把对在于及与报未不可应须要予给是的了等为并到从以或各所凡其级直属])[一-鿿])"
)
_NAME = compiled(
    r"(?P<level>(?<![城超都门新])市(?!场监)|省|县|(?<![社园地片新分])区(?!域)|州|旗|盟)委?"
    rf"(?P<stem>(?!委){_INNER}{{1,14}}?)(?P<end>{_ENDING})"
)
# a name of two levels runs together: 市市场监管局 is also written 市场监管局
_RUN_TOGETHER = compiled(
    r"(?P<level>(?<![市县省区州旗盟])市)(?=场监)(?P<stem>场监[一-鿿]{1,8}?)(?P<end>总?局)"
)
# the office of a zone: its name begins with what the zone is for, whatever place it lies in
_OF_ZONE = compiled(
    r"(?P<stem>(?:高新|经济技术|经开|综合保税|综保|自由贸易|自贸|旅游度假|临空|空港|农业科技)[一-鿿]{0,10}?区)"
    r"(?P<level>)(?P<end>管理委员会|管委会|管委)(?!办)"
)
_ZONE = "管委"
# what a place has one department for, a 局 or a 委: 市住房城乡建设局, 市住建委
_DEPARTMENTS = (
    "住房和城乡建设",
    "发展和改革",
    "卫生健康",
    "卫生和计划生育",
    "经济和信息化",
    "民族宗教事务",
    "商务",
    "交通运输",
    "农业农村",
    "市场监督管理",
    "国有资产监督管理",
    "文化和旅游",
    "文化广电和旅游",
    "教育",
    "科学技术",
)
_DEPARTMENTAL = frozenset("局委")
_WHOLE = frozenset(name.replace("和", "") for name in _DEPARTMENTS)
_LEADS_TO = frozenset("由请经向对和及与为")
# words that a short name may leave out at its end: they say what is done, not what about
_FILLERS = compiled(
    "监督管理|管理|监督|监管|服务|事务|保障|救援|发展|综合|行政|执法|运输|指导|建设|委员会|领导小组|工作|化|员|和|与"
)
_WORD = 2
# 市委编办, 市残联: one character is a name, of how long a one; 县农委: of a department's alone
_ONE_CHARACTER = {"办": 4, "联": 2, "局": 2, "委": 2}
_COMMISSIONS = frozenset("农建经商交民卫教科")
_SHORTEST = 2
_FORMER, _BEFORE = "原", 4  # 原云岭市环保局: what was once so called is no name of today


class Name(NamedTuple):
    """A name at its place, taken apart: 市, 民族宗教事务, 局."""

    span: Span
    words: str
    level: str
    stem: str
    kind: str


class UnitNames(NamedTuple):
    """Report each name of a unit that differs from the first one in the scope.

    Two names are one unit's where level and ending are alike and the characters of one stand in
    the other, its last word of matter among them (资规 in 自然资源和规划, not 公安 in 公安交通).
    Names inside cited titles do not count, nor former ones (原…), nor those before what
    ``not_before`` matches, nor those that end with the group ``name`` of a match of ``defined``.
    Each is reported once, with its ``count``.
    """

    defined: tuple[Pattern, ...]
    not_before: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the names in order of place."""
        document = view.document
        told: dict[tuple[str, str], dict[str, list[Name]]] = {}
        for name in self._names(view):
            key = (name.level, _family(document.text, name))
            told.setdefault(key, {}).setdefault(name.words, []).append(name)
        several = {key: names for key, names in told.items() if len(names) > 1}
        if not several:
            return
        known = tuple(defined(document, self.defined))
        found = (match for names in several.values() for match in _others(names, known))
        yield from sorted(found, key=lambda match: match.span)

    def _names(self, view: View) -> Iterator[Name]:
        document = view.document
        cited = SortedSpans(citation.span for citation in document.citations)
        for scope in view.spans:
            for name in _named(document.text, scope):
                inside = any(title.covers(name.span) for title in cited.touching(name.span))
                if not inside and not stands_before(document, name.span, self.not_before):
                    yield name


def _named(text: str, scope: Span) -> Iterator[Name]:
    for found in _OF_ZONE.finditer(text, *scope) if _ZONE[0] in text else ():
        yield Name(Span(*found.span()), found[0], "", found["stem"], _ZONE)
    for shape, missing in ((_NAME, ""), (_RUN_TOGETHER, "市")):
        for found in shape.finditer(text, *scope):
            if _FORMER in text[max(scope.start, found.start() - _BEFORE) : found.start()]:
                continue
            kind, stem = _ENDS[found["end"]], missing + found["stem"]
            if len(stem) >= _SHORTEST or _is_one_character(stem, kind):
                yield Name(Span(*found.span()), found[0], found["level"], stem, kind)


def _is_one_character(stem: str, kind: str) -> bool:
    """Say whether one character names a unit: an office, a union, a commission of the list."""
    return kind in {"办", "联"} or (kind == "委" and stem in _COMMISSIONS)


def _family(text: str, name: Name) -> str:
    """Give the class of a name; a 委 that is a department is a 局, unless its place is named."""
    before = text[name.span.start - 1 : name.span.start]
    placed = "一" <= before <= "鿿" and before not in _LEADS_TO
    if name.kind != "委" or placed:
        return name.kind
    stem = name.stem
    department = any(stem == one or _abbreviates(stem, one, "局") for one in _DEPARTMENTS)
    return "局" if department else name.kind


def _others(names: dict[str, list[Name]], known: tuple[str, ...]) -> Iterator[Match]:
    """Yield the names that mean the unit of an earlier one."""
    groups: list[Name] = []
    in_order = sorted(names.values(), key=lambda places: places[0].span)
    for places in (each for each in in_order if not each[0].words.endswith(known)):
        name = places[0]
        first = next((other for other in groups if _one_unit(name, other)), None)
        if first is None:
            groups.append(name)
            continue
        captures = (("first", first.words), ("count", str(len(places))))
        yield Match(name.span, captures, (Related(first.span, first.words),))


def _one_unit(one: Name, other: Name) -> bool:
    short, long = sorted((one.stem, other.stem), key=len)
    head, joint, _ = long.partition("和")  # 行审 in 行政审批和政务信息管理
    return (
        short in {long, head}
        or _abbreviates(short, long, one.kind)
        or (bool(joint) and _abbreviates(short, head, one.kind))
    )


def _abbreviates(short: str, long: str, kind: str) -> bool:
    at = -1
    for character in short[:-1]:
        at = long.find(character, at + 1)
        if at < 0:
            return False
    last = long.rfind(short[-1], at + 1)
    if len(short) < _SHORTEST:
        named = kind not in _DEPARTMENTAL or long.replace("和", "") in _WHOLE
        return last >= 0 and named and len(long) >= _ONE_CHARACTER[kind]
    return last >= _last_word(long)


def _last_word(stem: str) -> int:
    """Give where the last word of matter begins: 数据 in 政务服务数据管理."""
    parts = [Span(*found.span()) for found in _FILLERS.finditer(stem)]
    end = len(stem)
    while parts and parts[-1].end == end:
        end = parts.pop().start
    begin = parts[-1].end if parts else 0
    return max(begin, end - _WORD)


KIND = Kind(UnitNames, "同一单位的几种名称", words=("first", "count"))
