"""Whether an organ has nothing to decide for the issuer (不相隶属), as their names tell.

A superior is what the issuer's name begins with, the government or party committee of its place
or above, and the department of its own field: of the same trade one level higher, or the one that
runs institutions of its kind. Where a name tells nothing of its field nothing is said.
"""

from collections.abc import Callable
from typing import Literal

from gongkai_lint.model.document import Document
from gongkai_lint.model.level import RANKS, level_of
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

Sort = Literal[
    "company", "court", "prosecutor", "body", "government", "party", "party_office", "office",
    "assembly", "mass", "guild", "department", "institution", "other",
]  # fmt: skip

# the first that a name shows is what it is
_SORTS: tuple[tuple[Sort, str], ...] = (
    ("court", r"法院$|法庭$"),
    ("prosecutor", r"检察院$"),
    ("assembly", r"人大(?!附)|政协|人民代表大会|政治协商会议|常务委员会|常委会"),
    (
        "body",
        (
            r"(?:指挥部|领导小组|联席会议|专班|协调机制|会议|筹备组|工作组)$"
            r"|(?:安全生产|防汛抗旱|机构编制|规划|爱国卫生运动|评审|绿化|国防动员)委员会(?:办公室)?$|委员会办公室$"
        ),
    ),
    (
        "company",
        (
            r"公司|集团|(?:银行|支行|分行|联社|信用社|厂|矿|供电局|供电所|工务段|车务段|供电段|机务段|火车站|机场|合作社|酒店|宾馆|"
            r"加油站|铁路局|商场|超市|有限责任)$|^中国(?:移动|联通|电信|铁塔|石油|石化)"
        ),
    ),
    (
        "mass",
        (
            r"残(?:疾人)?联(?:合会)?$|总?工会$|工会委员会$|妇(?:女)?联(?:合会)?$|团[省市县区]?委$|共青团|科学技术协会$|科协$"
            r"|文学艺术界联合会$|文联$|工商(?:业)?联(?:合会)?$|红十字会$|侨联$|归国华侨联合会$|作家协会$|台联$|社会科学界联合会$"
        ),
    ),
    ("guild", r"(?:协会|学会|商会|研究会|促进会|基金会|联合会|供销(?:合作)?社|合作社联合社)$"),
    (
        "party_office",
        (
            r"(?:组织部|宣传部|统战部|统一战线工作部|政法委(?:员会)?|社会工作部|编办|编委|编制委员会|巡察.{0,6}|纪委|监委|监察委员会|"
            r"纪律检查委员会|纪委监委|党校|老干部局|政策研究室|网信办|工作委员会|机关工委|保密局|档案局|机要局)$"
        ),
    ),
    (
        "party",
        r"^(?:中共|中国共产党)(?!.*(?:部|办公[室厅])$)|(?:党委|党工委|党组|党总支|党支部|[省市县区州旗镇乡]委)$|市委市政府$|党委、政府$",
    ),
    (
        "government",
        r"(?:人民政府|政府|街道办事处|办事处|街道办|管委会|管理委员会|村民委员会|村委会|居民委员会|居委会|社区)$|国务院$",
    ),
    ("office", r"办公[厅室]$|研究室$|督查室$"),
    (
        "department",
        r"(?:局|厅|总署|审计署|分局|委|委员会|[交教科公民司财住水农商文卫应安建务输部察]部)$",
    ),
    (
        "institution",
        r"(?:院|校|中学|小学|大学|中心|站|所|馆|队|园|场|台|社|基地|宫|段|处|库|圃|大队|支队|监狱)$",
    ),
)
_SORT_SHAPES = tuple((sort, compiled(shape)) for sort, shape in _SORTS)
# the fields of work that a name tells of; names that share one may be of one line of command
_FIELDS = {
    "教育": (
        "教育|教体|教科|学校|中学|小学|大学|学院|幼儿园|中专|职高|高中|一中|校$|教研|"
        "招生|学区|中心校"
    ),
    "卫生": (
        "卫生|卫健|卫计|医院|疾病预防|疾控|血站|急救|保健|医疗(?!保障)|中医|计生|红十字|"
        "医养|医学会|医师|护理"
    ),
    "医保": "医疗保障|医保",
    "财政": "财政|国有资产|国资|会计",
    "公安": "公安|派出所|交警|看守所|警察|拘留所",
    "民政": "(?<!人)民政|福利|敬老|养老|殡|救助|未成年人保护|婚姻登记|慈善|老龄",
    "司法": "司法|公证|戒毒|监狱|法律援助|律师",
    "人社": "人力资源|人社|社会保险|社保|就业|人才|劳动|技工|技师|职业技能",
    "资源": "自然资源|国土|规划|不动产|测绘|地质|矿产|林业|林草|海洋",
    "环境": "生态环境|环境保护|环保|环境监测|环境科学",
    "建设": (
        "住房|住建|建设|城乡|城市管理|城管|园林|公积金|房产|房屋|环卫|环境卫生|市政|"
        "燃气|供热|热力|自来水|供水|排水|水务|污水|人防|人民防空|综合执法|行政执法|物业|"
        "建筑|城建|城投|城市建设|勘察|设计院|招标投标"
    ),
    "交通": (
        "交通|公路|运输|公交|客运|货运|港航|港口|航道|铁路|地铁|轨道|高速|路政|海事|汽车站|出租"
    ),
    "水利": (
        "水利|水务|水库|灌区|河道|水文|自来水|供水|排水|污水|防汛|堤防|水电|大坝|河长|调水|引水"
    ),
    "农业": (
        "农业|农村|农机|畜牧|兽医|种子|种业|渔业|水产|乡村振兴|扶贫|农技|良种|农科|茶|"
        "蚕桑|果业|农垦|农场|养殖|动物"
    ),
    "林业": "林业|林草|林场|林木|苗圃|园林|森林|绿化|湿地|自然保护区|国家公园|野生",
    "商务": (
        "商务|供销|会展|酒店|宾馆|招商|投资促进|外贸|贸易|商贸|餐饮|物流|口岸|成品油|"
        "进出口|电商|商业"
    ),
    "文化": (
        "文化|旅游|文旅|广电|广播|电视|体育|文物|图书|博物|剧|歌舞|融媒|景区|出版|体校|"
        "美术|非遗|艺术|演艺|报社|影"
    ),
    "市场": (
        "市场监督|市场监管|工商行政|质量|质检|计量|药|食品|知识产权|特种设备|检验检测|个体|消费者"
    ),
    "应急": "应急|安全生产|安监|消防|地震|防汛|减灾|防灾|煤矿|森林防火",
    "发改": "发展改革|发展和改革|发改|物价|粮食|粮油|粮库|粮站|能源|价格|项目|投资|重点工程",
    "工信": (
        "工业|经济和信息|工信|经信|科技|科学|大数据|数据|通信|无线电|中小企业|电力|"
        "信息产业|电信|盐业|化工|机械|数字|国防科工"
    ),
    "审计": "审计",
    "统计": "统计|调查队",
    "税务": "税务",
    "退役": "退役军人|军休|烈士|双拥|军队离",
    "审批": "行政审批|政务服务|公共资源|政务|数据",
    "气象": "气象",
    "民宗": "民族|宗教|民宗|民委|佛教|道教|伊斯兰|基督",
    "信访": "信访",
    "机关": "机关事务|机关后勤|接待",
    "残联": "残疾|残联",
    "金融": "金融|银行|证券|保险监",
    "外事": "外事|侨务|港澳",
    "烟草": "烟草",
    "邮政": "邮政",
    "档案": "档案",
}
_FIELD_SHAPES = tuple((name, compiled(words)) for name, words in _FIELDS.items())
# a place's name tells nothing of a field: 文山, 水城县, 林州市
_PLACE = compiled(
    r"^(?:国家税务总局|中共|共青团)?(?:[一-鿿]{1,8}?"
    r"(?:省|自治区|自治州|自治县|(?<!城)市|州|(?<!联)盟|地区|县|(?<![社园景校院])区|旗|(?<!城)镇|(?<!城)乡|街道))+"
)
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
# a branch stands for its parent in a lower place: 云岭市公安局柏原分局
_BRANCH = compiled(r"分局$")
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
_VILLAGE = compiled(r"(?:村民?委员?会|居民?委员?会|社区|村)$")
_LOWEST = len(RANKS)


class _Organ(NamedTuple):
    """What a name tells: the sort of organ, its level, what stands behind its place, its fields."""

    name: str
    sort: Sort
    rank: int | None
    rest: str
    fields: frozenset[str]


def are_strangers(document: Document, name: str) -> bool:
    """Say whether an organ is certainly no superior of the issuer, as far as names tell."""
    name = name.strip(" 　。，、；：:（）()")
    issuer = document.issuer
    if not name or not issuer.names or any(own.startswith(name) for own in issuer.names):
        return False
    own, other = _organ(issuer.names[0]), _organ(name)
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


def _organ(name: str) -> _Organ:
    found = _PLACE.match(name)
    rest = name[found.end() :] if found and found.end() < len(name) else name
    rank = RANKS.get(level_of(name) or "unknown")
    if rank is not None and _BRANCH.search(name):
        rank += 1
    sort: Sort = next((s for s, shape in _SORT_SHAPES if shape.search(name)), "other")
    fields = frozenset(field for field, shape in _FIELD_SHAPES if shape.search(rest))
    if _VILLAGE.search(name):
        return _Organ(name, sort, _LOWEST, rest, fields)
    return _Organ(name, sort, rank, rest, fields)


def _apart(own: _Organ, other: _Organ) -> bool:
    """Say whether both names tell of fields, and of none in common."""
    return bool(own.fields and other.fields) and own.fields.isdisjoint(other.fields)


def _at_least(own: _Organ, other: _Organ) -> bool:
    """Say whether an organ is of the issuer's level or above it; unknown where a place is not."""
    return own.rank is not None and other.rank is not None and other.rank <= own.rank


def _same_level(own: _Organ, other: _Organ) -> bool:
    return own.rank is not None and own.rank == other.rank


def _company(own: _Organ, other: _Organ) -> bool:
    if own.sort != "company":
        return not own.name.startswith(other.name.removesuffix("有限公司"))
    return not _HEADS.search(other.name) and not _brand(own, other)


def _brand(own: _Organ, other: _Organ) -> bool:
    """Say whether two companies share a word of their names behind the place."""
    words = {own.rest[i : i + _SHORTEST_BRAND] for i in range(len(own.rest) - 1)}
    words -= {"有限", "限公", "公司", "集团", "团有", "责任", "任公", "限责", "股份", "份有"}
    return any(word in other.rest for word in words)


def _justice(own: _Organ, other: _Organ) -> bool:
    return own.sort != other.sort or _same_level(own, other)


def _government(own: _Organ, other: _Organ) -> bool:
    return own.sort == "government" and _same_level(own, other) and own.name[:2] != other.name[:2]


def _office(own: _Organ, other: _Organ) -> bool:
    """Say whether both serve rulers of one place: 县政府办公室 and 县委办公室."""
    return own.sort in {"office", "assembly"} and _same_level(own, other)


def _party_office(own: _Organ, other: _Organ) -> bool:
    """Say whether an office of the party leads the issuer in nothing: 宣传部 and 组织部."""
    if own.sort not in {"party_office", "office", "department"} or not _same_level(own, other):
        return False
    led = next((led for office, led in _LED if office.search(other.name)), None)
    return led is not None and own.rest != other.rest and not led.search(own.rest)


def _mass(own: _Organ, other: _Organ) -> bool:
    if own.sort == "mass":
        return _same_level(own, other)
    return own.sort in _ADMINISTERS | {"court", "prosecutor"} and _same_level(own, other)


def _institution(own: _Organ, other: _Organ) -> bool:
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


def _department(own: _Organ, other: _Organ) -> bool:
    asked = _OF_DEPARTMENTS.get(own.sort)
    return asked is not None and asked(own, other)


def _beside(own: _Organ, other: _Organ) -> bool:
    """Say whether a department stands beside another, or above it in another field."""
    if _same_level(own, other):
        return not own.fields & other.fields or own.rest == other.rest
    return _at_least(own, other) and _apart(own, other)


# a court has no superior among departments; a government none among those of a higher one
_OF_DEPARTMENTS: dict[Sort, Callable[[_Organ, _Organ], bool]] = {
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


_JUDGES: dict[Sort, Callable[[_Organ, _Organ], bool]] = {
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
