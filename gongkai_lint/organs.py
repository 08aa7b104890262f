"""The words that end the name of an organ, a unit or an office: their one home.

A line, a cell or a piece of a list is such a name where one of ``NAME_ENDS`` ends it. In running
text a name has no mark at its end: ``RUNNING_ENDS`` end one there, and ``running`` says before
which characters an ending is the beginning of another word (局 but not 局面, 办 but not 办理).
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_OFFICES = _words("""
    人民政府 政府 府 办公厅 办公室 室 委员会 管委会 党委 党组 支部 委 厅 总局 局 部 总署 署 会 办
    处 科 中心 队 组 小组 指挥部 专班 工作组 推进组 指导组 督导组 法院 检察院 检察厅 法庭
    税务局 海关 街道 开发区 高新区 园区 编办 台办 司令部 人武部 监狱 戒毒所 气象台 电视台 党校
""")
_BODIES = _words("""
    院 科学院 学院 行政学院 医院 学校 中学 小学 大学 幼儿园 银行 分行 公司 集团 合作社 社 残联
    工商联 文联 团委 妇联 总工会 侨联 科协 林场 农场 牧场 茶场 渔场 苗圃 少年宫 文化宫
    馆 所 站
""")
_SECTIONS = "秘书[一二三四五六]科|[一二三四五六][处科]"
_AREAS = _words("县 区 市 镇 乡 乡镇")
_KINDS = _words("单位 部门 机关 机构 企业 场")
RUNNING_ENDS = _words("""
    局 委 委员会 办 办公室 办公厅 办事处 厅 总署 部 部门 等部门 政府 中心 会 院 支队 大队 总队 中队
    派出所 研究所 管理所 司法所 服务站 工作站 监测站 气象台 电视台 广播台 街道 管委会 指挥部
    领导小组 工作组 专班 单位 机关 机构 集团 公司 学校 中学 小学 中小学 幼儿园 学院 医院 银行 海关
    监狱 林场 园区 开发区 合作社 工会 残联 妇联 团委 党组 党委 支部 科 处 乡镇 区县 县区
    县（市、区） 市（县、区）
""")
# those by which a name is known without a level before it: 移交城管局
BARE_ENDS = _words("局 委 厅 部门 中心 支队 办公室 人民政府 委员会 指挥部 管委会 机构")
# 空间格局, 产业布局: no office
_NOT_BEHIND = {"局": "格布"}
# characters, and behind a stroke words, that make another word of an ending
_NOT_BEFORE = {
    "局": "面部势长属|限(?![期时0-9])",  # 县水利局限期整改
    "委": "托员派屈任会",
    "办": "理法公结事学案件好证税医矿",
    "厅": "长级堂",
    "部": "门分署队长级位件委",
    "政府": "性采信网投购",
    "中心": "城镇工任思组村环区学",
    "会": "议同商计展员务见谈场期费审签诊考",
    "院": "长内校士",
    "街道": "两建",
    "单位": "和面",
    "机关": "大",
    "机构": "改编",
    "科": "学技目研普室以",
    "处": "理置分罚于方级长",
    "联": "合系网动席盟",
}


def longest_first(words: frozenset[str]) -> list[str]:
    """Give words so that none stands before a longer one that it begins or ends."""
    return sorted(words, key=lambda word: (-len(word), word))


def running(ending: str) -> str:
    """Give an ending as a pattern for running text."""
    behind = _NOT_BEHIND.get(ending, "")
    barred, stroke, words = _NOT_BEFORE.get(ending, "").partition("|")
    begins = f"(?<![{behind}])" if behind else ""
    return f"{begins}{ending}(?![{barred}]{stroke}{words})" if barred else f"{begins}{ending}"


# the one character that ends most names of offices, for a set: [局委办厅部…]
LAST = "局委办厅部"
# behind 我, 本, 你, 贵: 我局, 贵院; and who has a head of its own: 局长, 院长
CALLED = "省市县区州盟旗镇乡局厅委办部院校司处会所站馆队"
HEADED = "省市县区州盟旗乡镇部厅局署院校行社司处科所"
# whose orders are numbered: 国务院令, 公安部令
ORDERING = "院府部局委会署"
# what gives units a task where they stand in a bracket behind it: 〔市民政局牵头，市财政局配合〕
ASSIGNS = "牵头|责任单位|责任部门|责任主体|落实单位|负责|配合|主办|承办"
# offices, no 事业单位 or company
OFFICE_ENDS = "|".join((_SECTIONS, *longest_first(_OFFICES)))
# the endings of names, as an alternation to be wrapped in a group
NAME_ENDS = "|".join((_SECTIONS, *longest_first(_OFFICES | _BODIES)))
# … and of what stands for units in a list: 各县（市、区）, 有关部门, 相关企业
UNIT_ENDS = "|".join((NAME_ENDS, *longest_first(_AREAS | _KINDS)))
