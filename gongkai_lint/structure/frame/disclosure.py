"""公开属性: labels wherever they stand, circulation scope, reasons for withholding."""

from collections.abc import Iterable, Iterator, Sequence

from gongkai_lint.model.document import Disclosure
from gongkai_lint.model.element import Element
from gongkai_lint.model.source import METADATA
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.script import align, fold
from gongkai_lint.structure.units import Unit

_SAYS = "(?:属于?|系|为|可以?|应当?|拟|同意)?"
_VALUES = (
    (compiled(r"删减后公开|有删减"), "redacted"),
    (compiled(rf"^{_SAYS}依申请公开"), "on_request"),
    (compiled(rf"^{_SAYS}(?:不予公开|不公开|不公开发布|不宜公开发布)"), "withheld"),
    (compiled(rf"^{_SAYS}(?:主动公开|公开发布|全文公开|向社会公开)"), "proactive"),
    (compiled(r"公开|内部|免于|免予|保密"), "nonstandard"),
)
_NONSTANDARD = compiled(
    r"^(内部公开|免予公开|免于公开|缓公开|暂不公开|部分公开|内部文件|公开|内部|"
    r"依法公开|有限公开|社会公开|全部公开|限制公开)$"
)
_WHOM = r"(?:[^，。；（）()]|（[^，。；（）()]{1,12}）){1,30}"  # 各村（社区）
_NOTE = compiled(
    rf"^[（〔\[【《“]?(?:[印转下]?发至{_WHOM}[，；、])?(?:此件|本件|本文|此文|该件)(?:[发印转下]?发至{_WHOM}[，；、])?(?P<value>"
    r"(?:可?依申请|不予|不|主动|免[予于]|内部|不宜|暂[不缓]|缓期?|延期|延后|推迟|择机|适时|视情|酌情|适[度当]|部分|局部"
    r"|选择性|有条件|有限|限[制定期]?|依法|全部|社会|系统内)?公开(?:发布)?|"
    r"删减后公开|有删减|内部文件|属内部文件|[^，。；：（）\s征]{1,8}公开(?:发布)?(?=[）〕\]】，]|$))"
)
_KEY = compiled(
    r"^（?(?:政府)?(?:信息)?公开(?:属性|选项|形式|方式|类别|类型)"
    r"(?:[：|]|(?=主动|依申|不予|不公))(?P<value>[^，。；（）|：]{1,14})"
)
_CELL = compiled(
    r"\|(?:政府)?(?:信息)?公开(?:属性|选项|形式|方式|类别|类型)[：|]{1,2}"
    r"(?P<value>[^，。；（）|：]{1,14})(?:\||$)"
)
_IN_LINE = compiled(  # one of several pairs that stand in one line of a page
    r"(?:索引号|字号|文号|机关|机构|单位|日期|时间|分类|编号|主题词)：[^：]{1,60}?"
    r"公开(?:属性|选项|形式|方式|类别|类型)：(?P<value>主动公开|依申请公开|不予公开)"
)
_BARE = compiled(r"^[（〔\[【](?P<value>主动公开|依申请公开|不予公开|公开发布)[）〕\]】]?$")
_BARE_TAIL = compiled(r"^(?P<value>主动公开|依申请公开|不予公开)$")
_CONTACT = compiled(  # a bracket that names whom to ask before it names the attribute
    r"^（(?:本文|此件)?联系(?:人|电话|方式|单位)[^（）]{0,60}?[；，。　 ]"
    r"(?=[此本该][件文]|(?:政府)?(?:信息)?公开(?:属性|选项|形式|方式|类别|类型|发布)|主动公开|依申请公开|不予公开)"
)
_SCOPE = compiled(rf"此件(?:不公开发布[，,])?[印转下]?发至?{_WHOM}")
_BESIDE_LABEL = compiled(rf"{_SCOPE.pattern}|(?<=[，,；;（])[ ]?(?:印|转|下)?发至{_WHOM}")
_CUT = compiled(r"(?:本文|第[^，。；（）]{1,8}[条款项])?有删[减节略改]")
_REASON_LINE = compiled(
    r"^(?:不予公开|不公开|依申请公开)?.{0,8}理由|^不予?公开的?(?:依据|原因)[：:]"
)
_REASON = compiled(r"(?:理由|原因|依据|公开说明)(?:和依据|及依据)?[：:]\s*(?P<reason>[^\n）)]*)")
_SHEET_LABEL = compiled(r"公开(?:属性|选项|形式|方式|类别|类型)|^公开$")
_SHEET_REASON = compiled(r"(?:不予?公开|依申请公开|公开属性).{0,4}(?:理由|依据|原因)|^理由$")
_SECRET = compiled(r"绝密|机密|秘密")
_TELLING = ("公开", "此件", "有删", "理由")
_LONGEST = 90


_MAIN: dict[str | None, Disclosure] = {
    "proactive": "proactive",
    "on_request": "on_request",
    "withheld": "withheld",
}
_LABEL_ORDER = ("note", "imprint", "key_value", "sheet", "metadata")
_LAST_IN_TEXT = _LABEL_ORDER.index("key_value")


def main_label(elements: Iterable[Element]) -> Disclosure | None:
    """Give the attribute that the label nearest to the text declares.

    One in the text itself, then one in what it issues or forwards, then those beside the text.
    """
    every = tuple(elements)
    labels = [e for e in every if e.kind == "disclosure_note" and e.value in _MAIN]
    enclosed = SortedSpans(e.span for e in every if e.kind in {"issued_text", "attachment"})

    def place(label: Element) -> tuple[bool, bool, int]:
        order = _LABEL_ORDER.index(label.where or "metadata")
        within = bool(enclosed.cover(label.span))
        return order > _LAST_IN_TEXT, within, order

    labels.sort(key=place)
    return _MAIN[labels[0].value] if labels else None


def label_value(words: str) -> str:
    """Normalize a label's words to ``proactive``, ``on_request``, ``withheld`` or another key."""
    if _NONSTANDARD.match(words):
        return "nonstandard"
    return next((value for shape, value in _VALUES if shape.search(words)), "nonstandard")


def find_labels(
    units: Sequence[Unit], text: str, imprint: Span | None, head: int
) -> Iterator[Element]:
    """Find labels, scopes and reasons in short lines of their own; never in running text."""
    text = align(text)
    for index, unit in enumerate(units):
        if unit.place in METADATA or not _may_tell(unit.words):
            continue
        label = _label(unit, _where(unit, imprint, early=index < head))
        if label:
            yield label
        cut = _redaction(unit, text, label)
        if cut:
            yield cut
        scope = (_BESIDE_LABEL if label else _SCOPE).search(text, *unit.span)
        if scope:
            yield Element("distribution_scope", Span(*scope.span()))
        reason = _REASON.search(text, *unit.span)
        if reason and (label or _REASON_LINE.match(unit.words)):
            yield Element("withholding_reason", Span(*reason.span("reason")))


def _redaction(unit: Unit, text: str, label: Element | None) -> Element | None:
    """Give what a note says of its being shortened, beside a label or alone: （注：有删节）."""
    if not unit.words.startswith("（") or (label and label.value == "redacted"):
        return None
    found = _CUT.search(text, *unit.span)
    return (
        Element("disclosure_note", Span(*found.span()), value="redacted", where="note")
        if found
        else None
    )


def _may_tell(words: str) -> bool:
    return len(words) <= _LONGEST and any(word in words for word in _TELLING)


def _where(unit: Unit, imprint: Span | None, *, early: bool) -> str:
    words = _CONTACT.sub("（", unit.words)
    if _NOTE.match(words) or _BARE.match(words):
        return "note"
    if imprint and imprint.start <= unit.span.start:
        return "imprint"
    return "metadata" if early else "key_value"


def _label(unit: Unit, where: str) -> Element | None:
    words = _CONTACT.sub("（", unit.words)
    found = _NOTE.match(words) or _KEY.match(words) or _BARE.match(words)
    if where == "metadata":
        found = found or _CELL.search(words) or _IN_LINE.search(words)
    else:
        found = found or _BARE_TAIL.match(words)
    value = label_value(found["value"]) if found else "nonstandard"
    if found is None or (where == "metadata" and value == "nonstandard"):
        return None
    return Element("disclosure_note", unit.span, value=value, where=where)


def sheet_label(key: str, span: Span, text: str) -> Element | None:
    """Read a processing-sheet field as a label or a reason."""
    words = fold(text[span.start : span.end]).strip("“”\"'（）")
    if _SHEET_LABEL.search(key) and words:
        return Element("disclosure_note", span, value=label_value(words), where="sheet")
    if _SHEET_REASON.search(key):
        return Element("withholding_reason", span, where="sheet")
    if key == "密级" and _SECRET.search(words):
        return Element("classification", span, where="sheet")
    return None
