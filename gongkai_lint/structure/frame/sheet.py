"""The processing sheet (发文稿纸) that travels with a draft: front matter, properties, a table."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai_lint.model.element import Element
from gongkai_lint.model.source import METADATA
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.frame.disclosure import sheet_label
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.units import Unit

_FEWEST_BARS = 2

_FIELD = compiled(r"(?P<key>[^：:]{1,20})[：:][ \t\u3000]*(?P<value>.*)$")
_KEYS = compiled(
    r"公开属性|信息公开|公开方式|不予?公开(的)?(理由|依据)|是否需要?解读|解读|密级|保密审查|合法性审[核查]|公平竞争审查|政务公开|"
    r"主送|抄送|成文日期|文种|紧急程度|拟稿|核稿|会签|签发|标题|发文字号|发文机关|主办|是否公开"
)
_KEY_CELL = compiled(
    r"^(?:(?:政府)?(?:信息)?公开(?:属性|选项|形式|方式|类别|类型)|(?:不予?公开(?:的)?)?(?:理由|依据)|是否需要?解读|解读方案|密级|保密审[查核].{0,4}|"
    r"合法性审[核查].{0,4}|公平竞争审查.{0,4}|政务公开.{0,8}|主送(?:机关)?|抄送(?:机关)?|成文日期|文种|紧急程度|"
    r"(?:拟稿|起草|承办|主办|牵头)(?:人|科室|单位|部门|处室|机关)?|.{0,6}舆情.{0,8}|.{0,6}风险评估.{0,4}|专家论证.{0,4}|"
    r".{0,4}减负.{0,10}|(?:统一|规范性文件)?登记编?号|统一登记.{0,4}|核稿人?|会签.{0,6}|(?:公开)?征求意见.{0,4}|签发人?|文号|发文字号|份数|"
    r"(?:文件)?(?:标题|名称)|事由|联系人|联系电话|解读(?:材料)?.{0,6}|(?:是否)?(?:属于)?重大(?:行政)?决策.{0,4}|"
    r"(?:是否)?(?:属于)?(?:行政)?规范性文件|集体审议.{0,4}|.{0,10}审[核查]意见|打印|校对|附件|备注|页数)[：]?$"
)


# a web page's table of metadata has a title, a number and a date too; these a sheet alone has
_OF_A_SHEET = compiled(
    r"密级|保密审|合法性审|公平竞争|会签|签发|核稿|拟稿|是否需要?解读|解读(?:方案|材料)|舆情|减负|(?:主办|牵头)(?:单位|部门|科室)"
    r"|不予?公开的?理由|政务公开|.{0,8}审[核查]意见"
)
# what a letterhead has too, where it says so in lines
_OVER_A_TITLE = compiled(r"密级|保密期限|紧急程度|签发人|文号|发文字号|份数|主送|标题|附件|联系")
_FEWEST_LINES = 2
_TICKED = compiled(r"[☑☒√✓✔■●]\s*(?P<words>[^□☐○☑☒√✓✔■●\s，、；。（）()]+)")
_TICK_BEHIND = compiled(r"(?P<words>[^□☐○☑☒√✓✔■●\s，、；。（）()]+)\s*[（(]?\s*[√✓✔☑]")
_BOX = compiled(r"[□☐☑☒■]|[√✓✔]")


def sheet_field(key: str, span: Span, text: str) -> list[Element]:
    """Give a field of the sheet, its ticked option where it offers some, and what it declares."""
    span = _ticked(span, text)
    label = sheet_label(key, span, text)
    field = Element("sheet_field", span, value=key, where="sheet")
    return [field, label] if label else [field]


def is_key(words: str) -> bool:
    """Say whether a cell of a sheet names the field of the next cell."""
    return "：" not in words[:-1] and _KEY_CELL.match(words) is not None


def _ticked(span: Span, text: str) -> Span:
    if not _BOX.search(text, *span):
        return span
    boxed = "□" in text[slice(*span)] or "☐" in text[slice(*span)] or "☑" in text[slice(*span)]
    found = (_TICKED if boxed else _TICK_BEHIND).search(text, *span)
    found = found or _TICKED.search(text, *span)
    return Span(*found.span("words")) if found else Span(span.start, span.start)


def find_sheet_above(units: Sequence[Unit], text: str, first: int) -> tuple[Element, ...]:
    """Give the fields of a sheet above the title, whose first line is ``first``.

    They are laid out as a table (key cell, value cell), in rows drawn with bars, or line by line.
    """
    cells = [(unit.span, unit.words) for unit in units[:first] if unit.place == "table"]
    rows = [list(_barred(unit, text)) for unit in units[:first] if unit.place != "table"]
    elements = [element for row in (cells, *rows) if row for element in _paired(row, text)]
    elements += _lines(units[:first], text)
    drawn = any(_OF_A_SHEET.match(element.value or "") for element in elements)
    return tuple(elements) if len(elements) > 1 and (drawn or cells) else ()


def _paired(cells: list[tuple[Span, str]], text: str) -> Iterator[Element]:
    for (key, name), value in pairwise([*cells, None]):  # type: ignore[misc]
        if is_key(name):
            told = value is not None and not is_key(value[1])
            span = value[0] if value and told else Span(key.end, key.end)
            yield from sheet_field(name.rstrip("："), span, text)


def _lines(units: Sequence[Unit], text: str) -> list[Element]:
    """Give what the lines say that are name and value, if several are and no letterhead has one."""
    found = [(unit, _FIELD.match(text[slice(*unit.span)])) for unit in units if "：" in unit.words]
    fields = [
        (fold(field["key"]), Span(*field.span("value")).shifted(unit.span.start))
        for unit, field in found
        if unit.place == "body" and field and is_key(fold(field["key"]))
    ]
    fields = [field for field in fields if not _OVER_A_TITLE.match(field[0])]
    if len(fields) < _FEWEST_LINES or not any(_OF_A_SHEET.match(key) for key, _ in fields):
        return []
    return [element for key, span in fields for element in sheet_field(key, span, text)]


def _barred(unit: Unit, text: str) -> Iterator[tuple[Span, str]]:
    """Yield the cells of a line that is a row drawn with bars."""
    words = text[slice(*unit.span)]
    if words.count("|") < _FEWEST_BARS:
        return
    at = unit.span.start
    for cell in words.split("|"):
        lead = len(cell) - len(cell.lstrip())
        inner = cell.strip()
        span = Span(at + lead, at + lead + len(inner))
        if inner or 0 < at - unit.span.start < len(words) - 1:
            yield span, fold(inner)
        at += len(cell) + 1


def find_sheet(units: Sequence[Unit], text: str) -> tuple[Element, ...]:
    """Give the fields of the sheet with what they say about disclosure."""
    elements: list[Element] = []
    for unit in units:
        if unit.place not in METADATA:
            continue
        found = _FIELD.match(text[unit.span.start : unit.span.end])
        if not found or (unit.place == "properties" and not _KEYS.search(found["key"])):
            continue
        key = found["key"].strip()
        span = Span(*found.span("value")).shifted(unit.span.start)
        elements += sheet_field(key, span, text)
    return tuple(elements)
