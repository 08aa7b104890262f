"""The processing sheet (发文稿纸) that travels with a draft: front matter, properties, a table."""

from collections.abc import Sequence
from itertools import pairwise

from gongkai_lint.model.element import Element
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.disclosure import sheet_label
from gongkai_lint.structure.units import Unit

_FIELD = compiled(r"(?P<key>[^：:]{1,20})[：:][ \t\u3000]*(?P<value>.*)$")
_KEYS = compiled(
    r"公开属性|信息公开|公开方式|不予?公开(的)?(理由|依据)|是否需要?解读|解读|密级|保密审查|合法性审[核查]|公平竞争审查|政务公开|"
    r"主送|抄送|成文日期|文种|紧急程度|拟稿|核稿|会签|签发|标题|发文字号|发文机关|主办|是否公开"
)
_KEY_CELL = compiled(
    r"^(?:(?:政府)?信息公开(?:属性|选项|方式)|公开属性|公开方式|不予?公开(?:的)?(?:理由|依据)|是否需要?解读|解读方案|密级|保密审查|"
    r"合法性审[核查]|公平竞争审查|政务公开.{0,8}|主送(?:机关)?|抄送(?:机关)?|成文日期|文种|紧急程度|拟稿(?:人|科室|单位)?|核稿人?|会签|"
    r"签发人?|文号|发文字号|份数|标题|事由|主办(?:单位|科室)?|打印|校对|附件)[：]?$"
)


def find_sheet_table(units: Sequence[Unit], text: str, first: int) -> tuple[Element, ...]:
    """Give the fields of a sheet laid out as a table above the title: key cell, value cell."""
    cells = [unit for unit in units[:first] if unit.place == "table"]
    elements: list[Element] = []
    for key, value in pairwise([*cells, None]):
        if key is None or not _KEY_CELL.match(key.words):
            continue
        told = value is not None and not _KEY_CELL.match(value.words)
        span = value.span if value and told else Span(key.span.end, key.span.end)
        elements += _field(key.words.rstrip("："), span, text)
    return tuple(elements) if len(elements) > 1 else ()


def _field(key: str, span: Span, text: str) -> list[Element]:
    label = sheet_label(key, span, text)
    field = Element("sheet_field", span, value=key, where="sheet")
    return [field, label] if label else [field]


def find_sheet(units: Sequence[Unit], text: str) -> tuple[Element, ...]:
    """Give the fields of the sheet with what they say about disclosure."""
    elements: list[Element] = []
    for unit in units:
        if unit.place not in {"front_matter", "properties"}:
            continue
        found = _FIELD.match(text[unit.span.start : unit.span.end])
        if not found or (unit.place == "properties" and not _KEYS.search(found["key"])):
            continue
        key = found["key"].strip()
        span = Span(*found.span("value")).shifted(unit.span.start)
        elements += _field(key, span, text)
    return tuple(elements)
