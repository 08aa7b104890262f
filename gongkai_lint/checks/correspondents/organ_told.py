"""What the name of an organ tells: its sort, its level, its fields of work."""

from typing import Literal

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
# a branch stands for its parent in a lower place: 云岭市公安局柏原分局
_BRANCH = compiled(r"分局$")
_VILLAGE = compiled(r"(?:村民?委员?会|居民?委员?会|社区|村)$")
_LOWEST = len(RANKS)


class Organ(NamedTuple):
    """What a name tells: the sort of organ, its level, what stands behind its place, its fields."""

    name: str
    sort: Sort
    rank: int | None
    rest: str
    fields: frozenset[str]


def organ_told(name: str) -> Organ:
    """Give what the name of an organ tells."""
    found = _PLACE.match(name)
    rest = name[found.end() :] if found and found.end() < len(name) else name
    rank = RANKS.get(level_of(name) or "unknown")
    if rank is not None and _BRANCH.search(name):
        rank += 1
    sort: Sort = next((s for s, shape in _SORT_SHAPES if shape.search(name)), "other")
    fields = frozenset(field for field, shape in _FIELD_SHAPES if shape.search(rest))
    if _VILLAGE.search(name):
        return Organ(name, sort, _LOWEST, rest, fields)
    return Organ(name, sort, rank, rest, fields)
