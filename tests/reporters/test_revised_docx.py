import copy
import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from gongkai_lint.engine.fix import apply_edits
from gongkai_lint.model.finding import Edit, Finding, Fix, Report
from gongkai_lint.model.span import Span
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.reporters.word.comment_words import Comment
from gongkai_lint.reporters.word.original import reopened
from gongkai_lint.reporters.word.revised_docx import revised_docx
from gongkai_lint.wordml.archive import repacked
from gongkai_lint.wordml.editable import why_not

Builder = Callable[..., bytes]
Reporter = Callable[..., Report]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
US = "公开规范核查"
NOON = datetime(2026, 11, 25, 12)  # noqa: DTZ001 (Word writes the time on the wall)
BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def root_of(data: bytes, name: str = MAIN) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def text_of(data: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in read_docx(data).paragraphs)


def ours(root: etree._Element, *tags: str) -> list[etree._Element]:
    names = [f"{W}{tag}" for tag in tags]
    return [node for node in root.iter(*names) if node.get(f"{W}author") == US]


def rejected(data: bytes, name: str = MAIN) -> bytes:
    """Reject our changes as the standard says: what is new goes, what is struck out comes back."""
    root = root_of(data, name)
    for mark in ours(root, "ins"):
        properties = mark.getparent()
        if properties is not None and properties.tag == f"{W}rPr":
            _join_with_next(properties.getparent(), mark)
    for change in ours(root, "pPrChange"):
        _look_as_before(change)
    for node in ours(root, "ins"):
        _remove(node)
    for node in ours(root, "del"):
        for text in list(node.iter(f"{W}delText")):
            text.tag = f"{W}t"
        for child in list(node):
            node.addprevious(child)
        _remove(node)
    return repacked(data, {name: etree.tostring(root)})


def _remove(node: etree._Element) -> None:
    parent = node.getparent()
    assert parent is not None
    parent.remove(node)


def _join_with_next(properties: etree._Element | None, mark: etree._Element) -> None:
    assert properties is not None
    paragraph = properties.getparent()
    assert paragraph is not None
    following = next(paragraph.itersiblings(f"{W}p"))
    _remove(mark)
    place = len(following.findall(f"{W}pPr"))
    for child in reversed([node for node in paragraph if node is not properties]):
        following.insert(place, child)
    _remove(paragraph)


def _look_as_before(change: etree._Element) -> None:
    properties = change.getparent()
    assert properties is not None
    mark = properties.find(f"{W}rPr")
    before = list(change[0])
    for child in list(properties):
        properties.remove(child)
    properties.extend([*before, *([] if mark is None else [mark])])


def without_cuts(data: bytes, name: str = MAIN) -> str:
    """Give a part with what stands side by side in one look joined, to compare copy and file."""
    root = root_of(data, name)
    for inserted in list(root.iter(f"{W}ins")):
        previous = inserted.getprevious()
        if previous is not None and previous.tag == inserted.tag and len(inserted):
            inserted[:0] = list(previous)
            inserted.set(f"{W}id", previous.get(f"{W}id", ""))
            _remove(previous)
    for runs in list(root.iter(f"{W}r")):
        previous = runs.getprevious()
        if previous is not None and previous.tag == runs.tag and _look(previous) == _look(runs):
            runs[:0] = [c for c in previous if c.tag == f"{W}rPr"]
            for extra in runs.findall(f"{W}rPr")[1:]:
                runs.remove(extra)
            place = len(runs.findall(f"{W}rPr"))
            runs[place:place] = [c for c in previous if c.tag != f"{W}rPr"]
            _remove(previous)
    for text in list(root.iter(f"{W}t")):
        text.attrib.clear()
        previous = text.getprevious()
        if previous is not None and previous.tag == text.tag:
            text.text = f"{previous.text or ''}{text.text or ''}"
            _remove(previous)
    return etree.tostring(root).decode()


def _look(node: etree._Element) -> str:
    properties = copy.deepcopy(node.find(f"{W}rPr"))
    if properties is None:
        return ""
    for change in properties.iter(f"{W}rPrChange"):
        change.attrib.pop(f"{W}id", "")
    return etree.tostring(properties).decode()


def revise(
    report: Report, data: bytes, *edits: tuple[int, int, str], like: int | None = None
) -> bytes:
    made = [Edit(Span(start, end), text) for start, end, text in edits]
    return revised_docx(report, data, made, NOON, like=like)


def pieces(data: bytes) -> list[str]:
    """Give what stands in the first paragraph, changes marked as people write them."""
    said = []
    for node in root_of(data).iter(f"{W}t", f"{W}delText"):
        run = node.getparent()
        assert run is not None
        look = "*" if run.find(f"{W}rPr/{W}b") is not None else ""
        holders = [etree.QName(h).localname for h in run.iterancestors(f"{W}ins", f"{W}del")]
        said.append(f"{'/'.join(reversed(holders))}:{look}{node.text}")
    return said


def test_only_what_differs_is_changed_and_looks_as_before(
    make_docx: Builder, report_on: Reporter
) -> None:
    data = make_docx(p(run("于3月", BOLD), run("31日前报送")))
    copy = revise(report_on(data), data, (1, 5, "4月1"))
    assert pieces(copy) == [":*于", "del:*3月", "del:31", "ins:*4月1", ":日前报送"]
    assert text_of(copy) == "于4月1日前报送"
    assert text_of(rejected(copy)) == text_of(data)


def test_a_change_is_signed_and_numbered(make_docx: Builder, report_on: Reporter) -> None:
    data = make_docx(p('<w:bookmarkStart w:id="41" w:name="a"/>', run("甲乙")))
    root = root_of(revise(report_on(data), data, (0, 1, "丙")))
    signature = {f"{W}author": US, f"{W}date": "2026-11-25T12:00:00Z"}
    changes = [dict(node.items()) for node in ours(root, "del", "ins")]
    assert sorted(change.pop(f"{W}id") for change in changes) == ["42", "43"]
    assert changes == [signature, signature]


@pytest.mark.parametrize(
    ("edit", "changed"),
    [
        ((1, 1, "丁"), [":甲", "ins:丁", "ins:乙丙"]),
        ((2, 2, "丁"), [":甲", "ins:乙", "ins:丁", "ins:丙"]),
        ((1, 2, "丁"), [":甲", "ins/del:乙", "ins:丁", "ins:丙"]),
        ((0, 2, ""), ["del:甲", "ins/del:乙", "ins:丙"]),
    ],
)
def test_what_somebody_inserted_is_cut_never_nested(
    make_docx: Builder, report_on: Reporter, edit: tuple[int, int, str], changed: list[str]
) -> None:
    data = make_docx(p(run("甲"), f'<w:ins w:id="3" w:author="李">{run("乙丙")}</w:ins>'))
    copy = revise(report_on(data), data, edit)
    assert pieces(copy) == changed
    numbers = [node.get(f"{W}id") for node in root_of(copy).iter(f"{W}ins", f"{W}del")]
    assert len(set(numbers)) == len(numbers)
    assert text_of(rejected(copy)) == text_of(data)


def test_words_go_behind_a_field_not_into_it(make_docx: Builder, report_on: Reporter) -> None:
    field = f'<w:fldSimple w:instr="TITLE">{run("题")}</w:fldSimple>'
    data = make_docx(p(field, run("后")))
    copy = revise(report_on(data), data, (1, 1, "，"))
    (inserted,) = ours(root_of(copy), "ins")
    assert inserted.getparent() is next(iter(inserted.iterancestors(f"{W}p")))
    assert text_of(copy) == "题，后"


def test_chinese_quotes_are_called_chinese(make_docx: Builder, report_on: Reporter) -> None:
    data = make_docx(p(run('"甲"', '<w:rPr><w:rStyle w:val="a"/><w:b/></w:rPr>')))
    copy = revise(report_on(data), data, (0, 1, "“"), (2, 3, "”"))
    for inserted in ours(root_of(copy), "ins"):
        names = [etree.QName(node).localname for node in inserted.iter()]
        assert names == ["ins", "r", "rPr", "rStyle", "rFonts", "b", "t"]
        assert inserted.find(f".//{W}rFonts[@{W}hint='eastAsia']") is not None


def test_words_go_into_an_empty_paragraph(make_docx: Builder, report_on: Reporter) -> None:
    data = make_docx(p("<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>") + p(run("后")))
    copy = revise(report_on(data), data, (0, 0, "甲"))
    assert pieces(copy) == ["ins:*甲", ":后"]


def test_a_break_can_be_struck_out(make_docx: Builder, report_on: Reporter) -> None:
    data = make_docx(p(run("关于"), "<w:r><w:br/></w:r>", run("公开的通知")))
    copy = revise(report_on(data), data, (2, 3, ""))
    assert text_of(copy) == "关于公开的通知"
    assert text_of(rejected(copy)) == "关于\n公开的通知"


RIGHT = '<w:pPr><w:jc w:val="right"/><w:rPr><w:sz w:val="32"/></w:rPr></w:pPr>'
BODY = '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>'
DATE = p(RIGHT, run("2024年3月1日"))


@pytest.mark.parametrize(
    "rest", [p(run("抄送：各镇")), "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>" + p(), ""]
)
def test_a_new_paragraph_looks_like_the_text_and_can_be_rejected(
    make_docx: Builder, report_on: Reporter, rest: str
) -> None:
    data = make_docx(p(BODY, run("请认真落实。", BOLD)) + DATE + rest)
    copy = revise(report_on(data), data, (16, 16, "\n（此件公开发布）"), like=0)
    label = root_of(copy)[0][2]
    assert label.findtext(f".//{W}ins/{W}r/{W}t") == "（此件公开发布）"
    assert label.find(f"{W}pPr/{W}ind") is not None
    assert label.find(f".//{W}b") is not None
    assert text_of(copy) == text_of(data).replace("1日", "1日\n（此件公开发布）")
    again = rejected(copy)
    assert text_of(again) == text_of(data)
    assert without_cuts(again) == without_cuts(data)


def test_no_paragraph_is_put_behind_one_that_ends_a_section(
    make_docx: Builder, report_on: Reporter
) -> None:
    last = "<w:pPr><w:sectPr/></w:pPr>"
    data = make_docx(p(BODY, run("请认真落实。")) + p(last, run("2024年3月1日")) + p(run("甲")))
    edit = Edit(Span(16, 16), "\n（此件公开发布）")
    assert "不能另起一段" in why_not(reopened(report_on(data), data).live, edit, [])


def test_what_cannot_be_changed_is_commented(make_docx: Builder, report_on: Reporter) -> None:
    field = f'<w:fldSimple w:instr="TITLE">{run("甲,乙")}</w:fldSimple>'
    data = make_docx(p(field, run("丙,丁")))
    fix = Fix("改为“，”", (), "safe")
    finding = Finding("L04", "例", "warning", "violation", "用全角。", Span(1, 2), fix=fix)
    edits = [Edit(Span(4, 5), "，")]
    copy = revised_docx(
        report_on(data), data, edits, NOON, remarks=[Comment(finding, remark="未改：在域里。")]
    )
    comments = root_of(copy, "word/comments.xml")
    said = "".join(node.text or "" for node in comments.iter(f"{W}t"))
    assert said == "〔L04〕建议：用全角。 依据：行文惯例。改法：改为“，”未改：在域里。"
    assert text_of(copy) == "甲,乙丙，丁"


def commented(root: etree._Element) -> list[str]:
    """Give the characters of each comment, struck ones in brackets, new ones in braces."""
    held: dict[str, str] = {}
    open_ones: set[str] = set()
    for node in root.iter():
        number = node.get(f"{W}id", "")
        if node.tag == f"{W}commentRangeStart":
            open_ones.add(number)
        elif node.tag == f"{W}commentRangeEnd":
            open_ones.remove(number)
        elif node.tag in {f"{W}t", f"{W}delText"}:
            is_new = next(node.iterancestors(f"{W}ins"), None) is not None
            struck = "[{}]" if node.tag == f"{W}delText" else "{}"
            shown = (f"{{{node.text}}}" if is_new else struck.format(node.text)) or ""
            for one in open_ones:
                held[one] = held.get(one, "") + shown
    return list(held.values())


def test_a_comment_and_a_change_stand_on_the_same_words(
    make_docx: Builder, report_on: Reporter
) -> None:
    data = make_docx(p(run("根据甲,乙"), run("办法、丙", BOLD), run("尽快报送")))
    report = report_on(data, (3, 4), (7, 8), (9, 11), (4, 8))
    edits = [Edit(Span(3, 4), "，"), Edit(Span(7, 8), "")]
    remarks = [Comment(finding, remark="已改。") for finding in report.findings]
    made = revised_docx(report, data, edits, NOON, remarks=remarks)
    assert sorted(commented(root_of(made))) == sorted(["[,]{，}", "[、]", "尽快", "乙办法[、]"])
    assert text_of(made) == "根据甲，乙办法丙尽快报送"
    assert text_of(rejected(made)) == text_of(data)


def test_margins_and_notes_take_changes_in_their_own_parts(
    make_docx: Builder, report_on: Reporter
) -> None:
    more = {"x": ("footer", "ftr", p(run("电话:1")))}
    data = make_docx(p(run("甲")) + '<w:sectPr><w:footerReference r:id="x"/></w:sectPr>', more=more)
    copy = revise(report_on(data), data, (4, 5, "："))
    assert text_of(copy) == "甲\n电话：1"
    assert text_of(rejected(copy, "word/x.xml")) == text_of(data)
    assert root_of(copy, MAIN).find(f".//{W}ins") is None


@st.composite
def edits_for(draw: st.DrawFn, text: str) -> list[Edit]:
    cuts = sorted(
        draw(
            st.lists(st.integers(0, len(text)), min_size=min(2, len(text)), max_size=8, unique=True)
        )
    )
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    edits = [Edit(Span(*pair), draw(st.text("新“", max_size=3))) for pair in pairs]
    if len(cuts) % 2:
        edits.append(Edit(Span(cuts[-1], cuts[-1]), draw(st.text("新“", min_size=1, max_size=3))))
    return edits


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_changes_of_any_file_can_be_accepted_and_rejected(
    make_docx: Builder, report_on: Reporter, bodies: st.SearchStrategy[str], data: st.DataObject
) -> None:
    file = make_docx(data.draw(bodies))
    report = report_on(file)
    text = text_of(file)
    live = reopened(report, file).live
    edits = [
        edit
        for edit in data.draw(edits_for(text))
        if not why_not(live, edit, [edit.span] if edit.span.end > edit.span.start else [])
    ]
    made = revised_docx(report, file, edits, NOON)
    assert text_of(made) == apply_edits(text, edits)
    assert without_cuts(rejected(made)) == without_cuts(file)
    _keeps_the_rules(root_of(made))


def _keeps_the_rules(root: etree._Element) -> None:
    numbers = [n.get(f"{W}id") for n in root.iter(f"{W}ins", f"{W}del", f"{W}rPrChange")]
    assert len(numbers) == len(set(numbers))
    for node in root.iter(f"{W}del"):
        assert next(node.iter(f"{W}t"), None) is None
    for node in root.iter(f"{W}ins"):
        assert next(node.iterancestors(f"{W}ins"), None) is None
