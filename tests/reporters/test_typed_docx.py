"""A text typed anew as a Word file: what it says is kept, tables too."""

from gongkai_lint.model.source import Source
from gongkai_lint.readers.docx import read_docx
from gongkai_lint.readers.html import read_html
from gongkai_lint.reporters.word.typed_docx import typed_docx
from gongkai_lint.structure.recognize import recognize

NOTICE = (
    "青禾县人民政府文件",
    "青政发〔2026〕6号",
    "青禾县人民政府关于开展河道清障的通知",
    "各乡镇人民政府：",
    "　　一、清障范围。河道<b>两侧</b>的障碍物 &amp; 垃圾。",
    "　　（一）范围以水利部门划定的为准。",
)
TABLE = (
    "<table><tr><td rowspan='2'>序号</td><td colspan='2'>任务</td></tr>"
    "<tr><td>清障</td><td>疏浚</td></tr><tr><td>1</td><td><p>甲</p><p>乙</p></td><td></td></tr></table>"
)
CLOSE = ("青禾县人民政府", "2026年8月3日", "（此件公开发布）")


def _page() -> Source:
    before, after = ("".join(f"<p>{line}</p>" for line in lines) for lines in (NOTICE, CLOSE))
    return read_html(f"<html><body>{before}{TABLE}{after}</body></html>".encode(), whole=True)


def _told(source: Source) -> list[str]:
    paragraphs = (p for p in source.paragraphs if p.place.kind != "footer")
    return [p.text.strip() for p in paragraphs if p.text.strip()]


def test_every_line_and_cell_is_kept() -> None:
    page = _page()
    typed = read_docx(typed_docx(recognize(page)))
    assert _told(typed) == _told(page)
    shape = [
        [(c.row, c.column, c.rows, c.columns) for c in table.cells]
        for source in (page, typed)
        for table in source.tables
    ]
    assert shape[0] == shape[1]


def test_it_is_set_as_the_standard_sets_it() -> None:
    typed = read_docx(typed_docx(recognize(_page())))
    faces = {
        p.text: p.formatting.runs[0].face.font for p in typed.paragraphs if p.formatting and p.text
    }
    assert faces["青禾县人民政府关于开展河道清障的通知"] == "方正小标宋简体"
    headings = {text[:2]: font for text, font in faces.items()}
    assert (headings["一、"], headings["（一"]) == ("黑体", "楷体_GB2312")
    (section,) = typed.sections
    assert (round(section.top or 0), round(section.left or 0)) == (37, 28)
    assert section.page_numbers[0].text == "— 1 —"


def test_the_same_text_gives_the_same_bytes() -> None:
    document = recognize(_page())
    assert typed_docx(document) == typed_docx(document)
