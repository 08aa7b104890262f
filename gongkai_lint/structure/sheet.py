"""The processing sheet (发文稿纸) that travels with a draft: front matter, properties, a table."""

from collections.abc import Sequence

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
        elements.append(Element("sheet_field", span, value=key, where="sheet"))
        label = sheet_label(key, span, text)
        if label:
            elements.append(label)
    return tuple(elements)
