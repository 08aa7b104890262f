"""The names of fields, and the words by which labels and columns name them."""

from functools import lru_cache

from gongkai_lint.patterns import compiled

# A label ends in one of the words, a column's name holds one. The first line that fits names the
# field, so 材料提供单位 are others and 时间要求 is a deadline.
FIELDS = {
    "number": "序号 编号",
    "remark": "备注 附注",
    "others": "配合 配合单位 配合部门 协办 协办单位 参与 参与单位 参加 参加单位 协同 材料提供",
    "channel": "渠道 载体 公开方式 报送方式 公开形式",
    "audience": "对象 全社会 特定群体",
    "level": "层级",
    "deadline": "时限 期限 完成时间 时间安排 时间节点 时间要求 办理时间 报送时间 公开时间 完成日期"
    " 进度安排 完成进度 进度要求 限期 截止 办结 节点 工期 日程 何时",
    "contact": "联系人 联系电话 电话 联系方式 责任人 负责人",
    "basis": "依据 法规条款 法律条款",
    "reason": "理由 原因",
    "unit": "责任单位 牵头 主办 承办 单位 部门 主体 科室 处室 主体责任 负责 经办 责任方 接收 机构",
    "result": "成果 目标 结果 成效 完成情况 交付物",
    "scope": "范围 内容 要素 说明 情形 要求 细则 要点",
    "name": "任务 事项 名称 项目 措施 工作 举措 类别 信息 材料 清单 目录 指标",
}
_WORDS = {name: tuple(words.split()) for name, words in FIELDS.items()}
_LONGEST_LABEL = 10
_SENTENCE = ("下", "应", "提交", "的", "请", "将", "现")  # 应当提交下列材料： opens a list
_ONLY_TIME = "时间"  # alone a deadline, in 成立时间 and 会议时间 none
# a unit, though a person stands beside it
UNIT_AND_PERSON = (
    "责任人[及与和、/／（]{1,2}.{0,4}(?:单位|部门)|(?:单位|部门)[及与和、/／（]{1,2}责任人"
)
_BOTH = compiled(UNIT_AND_PERSON)


@lru_cache(maxsize=512)
def column_field(name: str) -> str:
    """Give the field that a column of a table tells, empty where its name is not known."""
    if name == _ONLY_TIME:
        return "deadline"
    if _BOTH.search(name):
        return "unit"
    return next((field for field, words in _WORDS.items() if any(w in name for w in words)), "")


@lru_cache(maxsize=512)
def label_field(label: str) -> str:
    """Give the field that a label such as 责任单位 opens, empty where it is not known."""
    if len(label) > _LONGEST_LABEL or any(word in label for word in _SENTENCE):
        return ""
    if label == _ONLY_TIME:
        return "deadline"
    return next((field for field, words in _WORDS.items() if label.endswith(words)), "")
