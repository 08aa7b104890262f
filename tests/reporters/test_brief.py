"""The brief view: order, places, what is said once, and what is left to ``-v``."""

from collections.abc import Sequence

from gongkai_lint.law.instrument import LegalBasis
from gongkai_lint.model.document import Document
from gongkai_lint.model.element import Element
from gongkai_lint.model.finding import Finding, Severity
from gongkai_lint.model.source import Anchor, Paragraph, Place, Source
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.brief import Told, brief

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BODY = Place()
LINES = ("关于防汛的通知", "各镇：", "一、检查", "请尽快检查堤坝。", "二、值守", "请尽快安排值守。")
BASIS = (LegalBasis("some-format", "某格式", "", "7.3"),)


def _document(kind: str = WORD, lines: Sequence[str] = LINES, place: Place = BODY) -> Document:
    paragraphs = tuple(Paragraph(line, Anchor(0, n), place=place) for n, line in enumerate(lines))
    text = "\n".join(lines)
    headings = [line for line in lines if line[1:2] == "、"]
    elements = tuple(Element("heading", _at(text, line), 1) for line in headings)
    return Document(text, Source(paragraphs, "sha256:0", kind), elements)


def _at(text: str, words: str, start: int = 0) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def _found(
    span: Span, rule: str = "X01", severity: Severity = "warning", message: str = "要写日期。"
) -> Finding:
    return Finding(rule, "", severity, "violation", message, span, basis=BASIS)


def _said(document: Document, *findings: Finding) -> list[str]:
    lines = brief(document, [Told(finding) for finding in findings])
    return [f"{line.head} {line.rest}".strip() for line in lines]


def test_what_must_be_changed_stands_first_and_each_level_in_order_of_place() -> None:
    document = _document()
    spans = [_at(document.text, words) for words in ("值守。", "堤坝", "各镇")]
    found = [
        _found(spans[0], "X03", "error"),
        _found(spans[2], "X02", "info"),
        _found(spans[1], "X04"),
        _found(spans[1], "X05", "error"),
    ]
    heads = [line[:6] for line in _said(document, *found) if not line.startswith("依据")]
    assert heads == ["必改 X05", "必改 X03", "建议 X04", "提示 X02"]


def test_the_same_said_often_is_one_line_with_its_places_and_one_basis() -> None:
    document = _document()
    first = _at(document.text, "尽快")
    second = _at(document.text, "尽快", first.end)
    assert _said(document, _found(second), _found(first)) == [
        "建议 X01 “一、检查”下“请尽快检查堤坝。”、“二、值守”下“请尽快安排值守。”：要写日期。",
        "依据：《某格式》7.3",
    ]


def test_of_many_places_the_first_are_shown_and_all_are_counted() -> None:
    lines = [f"{number}号堤坝请尽快加固。" for number in range(12)]
    document = _document(lines=lines)
    spans = [_at(document.text, f"{number}号堤坝请尽快") for number in range(12)]
    (line, _) = _said(document, *map(_found, spans))
    assert line.endswith("“2号堤坝请尽快”等 12 处：要写日期。")
    assert "3号" not in line


def test_places_that_look_alike_are_counted() -> None:
    document = _document(lines=["甲请尽快办理此事", "乙"])
    span = _at(document.text, "请尽快办理此事")
    (line, _) = _said(document, _found(span), _found(span))
    assert line == "建议 X01 “请尽快办理此事”（2 处）：要写日期。"


def test_only_three_messages_of_a_rule_are_shown_but_every_must() -> None:
    document = _document()
    spans = [_at(document.text, words) for words in ("防汛", "各镇", "检查", "堤坝", "值守")]
    many = [_found(span, message=f"第{n}句。") for n, span in enumerate(spans)]
    said = _said(document, *many)
    assert said[-1] == "同类的另有 2 处，加 -v 全部列出。"
    assert len(said) == 5
    must = _said(document, *[one._replace(severity="error") for one in many])
    assert sum(line.startswith("必改") for line in must) == 5


def test_a_text_file_has_lines_and_a_table_rows() -> None:
    document = _document("text/plain")
    assert _said(document, _found(_at(document.text, "堤坝")))[0].startswith("建议 X01 第4行“")
    document = _document(place=Place("table", 2, 3, 1))
    assert _said(document, _found(_at(document.text, "堤坝")))[0].startswith("建议 X01 表2第3行“")


def test_what_is_missing_is_behind_words_or_before_them() -> None:
    document = _document(lines=["关于防汛的通知", "各镇"])
    end, start = len(document.text), document.text.index("各镇")
    assert "“各镇”后：" in _said(document, _found(Span(end, end)))[0]
    assert "“各镇”前：" in _said(document, _found(Span(start, start)))[0]


def test_where_there_is_much_to_say_each_rule_says_one_thing() -> None:
    document = _document(lines=[f"{number}号堤坝请尽快加固。" for number in range(40)])
    spans = [_at(document.text, f"{number}号堤坝") for number in range(40)]
    many = [_found(s, f"X{n % 20:02}", message=f"第{n}句。") for n, s in enumerate(spans)]
    said = _said(document, *many)
    assert sum(line.startswith("建议") for line in said) == 20
    assert said.count("同类的另有 1 处，加 -v 全部列出。") == 20


def test_few_words_are_quoted_with_their_short_paragraph() -> None:
    document = _document()
    (said, _) = _said(document, _found(_at(document.text, "二、")))
    assert "“二、值守”" in said
