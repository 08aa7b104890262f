"""What is repeated, and where: the adversarial inputs that the growth table is made of."""

from collections.abc import Callable
from typing import NamedTuple

# One of each kind of thing that a check, a recognizer or a reader looks for, and of what merely
# looks like it. Repeated thousands of times each of them is a document that nobody writes and
# a conversion can produce.
TOKENS: tuple[str, ...] = (
    # marks
    *"，。、；：？！“”‘’（）〔〕【】《》〈〉…—·|\t ",
    "\u3000", "\u2028", "\u200b", "\ufeff", "\u0301", "😀", "𠀀", "-", "*", "#", ">", "`", "_", "=",
    # letters and figures
    "a", "汉", "的", "一", "１", "1", "1.", "1,", "0.5", "A1", "Ⅳ", "①", "%", "10^4",
    # times
    "年", "月", "日", "2024年", "3月底前", "2024年3月1日", "2024年3月1日至5月1日", "2月30日",
    "每月5日前", "5个工作日内", "自印发之日起30日内", "尽快", "近期", "春节前", "上半年", "二〇二四年",
    "99999999999 1日", "2024.3.1", "3月1日—", "15日",
    # numbers of documents, citations, articles
    "号", "国办发〔2019〕54号", "云政办发[2024]1号", "第1号令", "《办法》", "《", "》",
    "《关于做好工作的通知》（国办发〔2019〕54号）", "《关于印发《办法》的通知》", "第一条", "第1条第2款",
    "根据《条例》第三条规定，", "（国办发〔2019〕54号）",
    # order
    "一、", "（一）", "1．", "（1）", "第一章", "附件：1.", "附件1", "一是", "其中：",
    # units, tasks
    "市政府", "市财政局、", "各县（市、区）人民政府", "（责任单位：市财政局）", "牵头单位：市财政局；",
    "市财政局负责", "由市财政局牵头，", "县", "局", "委", "有关部门", "责任单位：", "完成时限：",
    "张三、", "某某某、", "办公室",
    # openness, interpretation, forms
    "主动公开", "依申请公开", "（此件主动公开）", "不予公开", "解读", "征求意见", "抄送：", "主送：", "印发",
    "有效期5年", "自2024年1月1日起施行", "废止", "联系电话：13800138000", "110101199003070011",
    "公开方式：", "公开属性：", "序号|事项|时限|",
    # what a file brings along
    "![图](data:image/png;base64,iVBORw0KGgo)", "iVBORw0KGgoAAAANSUhEUg", "https://example.com/a?b=c&",
    "<!-- gongkai-lint: ignore A01 理由 -->", "<!--", "|---", "| a | b ", "&nbsp;", "\\", "[^1]",
    "通知通知", "做好做好工作", "本规定规定", "进一步", "贯彻落实", "和和", "总投资100万元，",
)  # fmt: skip

_HEAD = "云岭市人民政府办公室文件\n云政办发〔2024〕12号\n"
_TITLE = "云岭市人民政府办公室关于做好森林防火工作的通知\n"
_TO = "各县（市、区）人民政府，市政府各部门：\n"
_TEXT = "为做好森林防火工作，经市人民政府同意，现就有关事项通知如下：\n"
_END = "云岭市人民政府办公室\n2024年3月1日\n（此件主动公开）\n"
_LAST = "抄送：市委办公室。\n云岭市人民政府办公室　2024年3月2日印发\n"


class Place(NamedTuple):
    """Where a token is repeated; ``fill`` makes the text of so many characters of it."""

    name: str
    fill: Callable[[str, int], str]


def _line(token: str, size: int) -> str:
    return token * max(1, size // len(token))


def _lines(token: str, size: int, lead: str = "", tail: str = "") -> str:
    each = len(token) + len(lead) + len(tail) + 1
    return f"{lead}{token}{tail}\n" * max(1, size // each)


def _rows(token: str, size: int) -> str:
    cell = token.replace("\n", "")
    row = f"1 | {cell} | 市财政局 | 3月底前\n"
    return "序号 | 工作任务 | 责任单位 | 完成时限\n" + row * max(1, size // len(row))


PLACES: tuple[Place, ...] = (
    Place("alone", _line),
    Place("lines", _lines),
    Place("letterhead", lambda t, n: f"{_line(t, n)}\n{_HEAD}{_TITLE}{_TO}{_TEXT}{_END}"),
    Place("number", lambda t, n: f"云岭市人民政府办公室文件\n{_line(t, n)}\n{_TITLE}{_TO}{_TEXT}{_END}"),
    Place("title", lambda t, n: f"{_HEAD}关于{_line(t, n)}的通知\n{_TO}{_TEXT}{_END}"),
    Place("addressee", lambda t, n: f"{_HEAD}{_TITLE}{_line(t, n)}：\n{_TEXT}{_END}"),
    Place("body", lambda t, n: f"{_HEAD}{_TITLE}{_TO}{_TEXT}{_line(t, n)}\n{_END}"),
    Place("sentences", lambda t, n: f"{_HEAD}{_TITLE}{_TO}{_TEXT}{_line(t + '，完成。', n)}\n{_END}"),
    Place("headings", lambda t, n: f"{_HEAD}{_TITLE}{_TO}{_TEXT}{_lines(t, n, '一、', '。市财政局负责。')}{_END}"),
    Place("brackets", lambda t, n: f"{_HEAD}{_TITLE}{_TO}{_TEXT}推进工作。（责任单位：{_line(t, n)}）\n{_END}"),
    Place("rows", lambda t, n: f"{_HEAD}{_TITLE}{_TO}{_TEXT}{_rows(t, n)}{_END}"),
    Place("attachments", lambda t, n: f"{_HEAD}{_TITLE}{_TO}{_TEXT}附件：{_line(t, n)}\n{_END}附件1\n名单\n{_line(t, n // 4)}\n"),
    Place("imprint", lambda t, n: f"{_HEAD}{_TITLE}{_TO}{_TEXT}{_END}抄送：{_line(t, n)}\n{_LAST}"),
)  # fmt: skip
