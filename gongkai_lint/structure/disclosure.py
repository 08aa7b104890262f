"""公开属性: labels wherever they stand, circulation scope, reasons for withholding."""

from collections.abc import Sequence

from gongkai_lint.model.element import Element
from gongkai_lint.model.span import Span
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import fold
from gongkai_lint.structure.units import Unit

_VALUES = (
    (compiled(r"删减后公开|有删减"), "redacted"),
    (compiled(r"^(?:可)?依申请公开"), "on_request"),
    (compiled(r"^(?:不予公开|不公开|不公开发布|不宜公开发布)"), "withheld"),
    (compiled(r"^(?:主动公开|公开发布|全文公开|向社会公开)"), "proactive"),
    (compiled(r"公开|内部|免于|免予|保密"), "nonstandard"),
)
_NONSTANDARD = compiled(
    r"^(内部公开|免予公开|免于公开|缓公开|暂不公开|部分公开|内部文件|公开|不公开|内部|依法公开|有限公开|社会公开|全部公开|限制公开)$"
)
_NOTE = compiled(
    r"^（?(?:此件|本件|本文|此文|该件)(?P<value>(?:可?依申请|不予|不|主动|暂不|免予|免于|内部|部分|缓|不宜)?公开(?:发布)?|删减后公开|有删减|内部文件|属内部文件)"
)
_KEY = compiled(
    r"^（?(?:政府)?(?:信息)?公开(?:属性|选项|形式|方式|类别|类型)(?:[：|]|(?=主动|依申|不予|不公))(?P<value>[^，。；（）|：]{1,14})"
)
_BARE = compiled(r"^（(?P<value>主动公开|依申请公开|不予公开|公开发布)）?$")
_BARE_TAIL = compiled(r"^(?P<value>主动公开|依申请公开|不予公开)$")
_SCOPE = compiled(r"此件(?:不公开发布，)?发至?[^，。；）]{1,20}")
_REASON = compiled(r"(?:理由|原因|依据|公开说明)(?:和依据|及依据)?[：:]\s*(?P<reason>[^\n）)]*)")
_SHORT = 90


def label_value(words: str) -> str:
    """Normalize a label's words to ``proactive``, ``on_request``, ``withheld`` or another key."""
    if _NONSTANDARD.match(words) and words not in {"不公开"}:
        return "nonstandard"
    return next((value for shape, value in _VALUES if shape.search(words)), "nonstandard")


def find_labels(
    units: Sequence[Unit], text: str, imprint: Span | None, head: int
) -> tuple[Element, ...]:
    """Find labels, scopes and reasons in short lines of their own; never in running text."""
    elements: list[Element] = []
    for index, unit in enumerate(units):
        if (
            len(unit.words) > _SHORT
            or "公开" not in unit.words
            and "此件" not in unit.words
            and "有删减" not in unit.words
            and "理由" not in unit.words
        ):
            continue
        if unit.place in {"front_matter", "properties"}:
            continue
        where = _where(unit, imprint, early=index < head)
        label = _label(unit, text, where)
        if label:
            elements.append(label)
        elements += _scope(unit, text)
        if label or compiled(r"^(?:不予公开|不公开|依申请公开)?.{0,8}理由").match(unit.words):
            elements += _reason(unit, text)
    return tuple(elements)


def _where(unit: Unit, imprint: Span | None, *, early: bool) -> str:
    if _NOTE.match(unit.words) or _BARE.match(unit.words):
        return "note"
    if imprint and imprint.start <= unit.span.start:
        return "imprint"
    return "metadata" if early else "key_value"


def _label(unit: Unit, text: str, where: str) -> Element | None:
    found = _NOTE.match(unit.words) or _KEY.match(unit.words) or _BARE.match(unit.words)
    if where != "metadata":
        found = found or _BARE_TAIL.match(unit.words)
    if not found:
        return None
    value = label_value(found["value"])
    if where == "metadata" and value == "nonstandard":
        return None
    return Element("disclosure_note", unit.span, value=value, where=where)


def _scope(unit: Unit, text: str) -> list[Element]:
    if not _SCOPE.search(unit.words):
        return []
    raw = text[unit.span.start : unit.span.end]
    found = compiled(r"此件(?:不公开发布[，,])?发至?[^，。；）)]{1,30}").search(raw)
    span = Span(*found.span()).shifted(unit.span.start) if found else unit.span
    return [Element("distribution_scope", span)]


def _reason(unit: Unit, text: str) -> list[Element]:
    raw = text[unit.span.start : unit.span.end]
    found = _REASON.search(raw)
    if not found:
        return []
    return [Element("withholding_reason", Span(*found.span("reason")).shifted(unit.span.start))]


def sheet_label(key: str, span: Span, text: str) -> Element | None:
    """Read a processing-sheet field as a label or a reason."""
    words = fold(text[span.start : span.end]).strip("“”\"'（）")
    if compiled(r"公开(属性|选项|形式|方式|类别|类型)|^公开$").search(key) and words:
        return Element("disclosure_note", span, value=label_value(words), where="sheet")
    if compiled(r"(不予?公开|依申请公开|公开属性).{0,4}(理由|依据|原因)|^理由$").search(key):
        return Element("withholding_reason", span, where="sheet")
    if key == "密级" and compiled(r"绝密|机密|秘密").search(words):
        return Element("classification", span, where="sheet")
    return None
