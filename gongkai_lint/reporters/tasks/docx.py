"""督察表: the tasks as a Word form to print and fill in (python-docx, extra ``docx``)."""

from collections.abc import Container, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.tasks.listing import ListedTask, TaskList, units
from gongkai_lint.reporters.workbook import legal

_ABSENT = "写督察表需要安装 python-docx：pip install 'gongkai-lint[docx]'。"
_COLUMNS = (
    ("序号", 13),
    ("工作任务", 84),
    ("完成情况", 26),
    ("存在问题", 36),
    ("整改措施", 36),
    ("整改责任主体", 34),
    ("材料提供部门", 34),
)
_GAP, _HEAD_HEIGHT = 1.5, 9
_TO_TICK = "□已完成\n□未完成"
_TITLE, _HEAD, _TEXT = "方正小标宋简体", "黑体", "仿宋"
_TITLE_SIZE, _TEXT_SIZE, _FOOT_SIZE = 22, 12, 10.5
_PAPER, _MARGINS, _FOOTER = (297, 210), (20, 18, 17, 17), 9
_CENTRED = frozenset((0, 2))


def build(lists: Sequence[TaskList], _now: datetime, subject: str = "") -> bytes:
    """Give the form: landscape A4, a header that comes again on each page.

    ``subject`` is whom it inspects; where that is not known, there is room to write it.
    """
    try:
        from docx import Document
    except ImportError:
        raise UsageError(_ABSENT) from None
    form: Any = Document()
    form.core_properties.author = "公开规范核查"
    form.core_properties.title = title = _title(lists)
    _set_page(form.sections[0])
    heading = form.add_paragraph()
    _write(heading, title, _TITLE, _TITLE_SIZE)
    _centre(heading)
    head = f"督察对象：{subject or '　' * 8}　　　　督察时间：{'　' * 6}年　　月　　日"
    _write(form.add_paragraph(), head, _TEXT)
    _fill(form, list(_rows(lists)))
    out = BytesIO()
    form.save(out)
    return out.getvalue()


def _title(lists: Sequence[TaskList]) -> str:
    titles = [found.title for found in lists if found.title]
    return f"{titles[0]}任务落实督察表" if len(lists) == 1 and titles else "工作任务落实督察表"


def _rows(lists: Sequence[TaskList]) -> Iterator[tuple[str, ...]]:
    """Yield the rows; where there are several documents, the title of each before its tasks."""
    number = 0
    for found in lists:
        if len(lists) > 1 and found.tasks:
            yield (found.title or found.path,)
        for task in found.tasks:
            number += 1
            everybody = units(tuple(dict.fromkeys(task.lead + task.others)))
            yield (str(number), _words(task), _TO_TICK, "", "", units(task.lead), everybody)


def _words(task: ListedTask) -> str:
    return f"{task.words}\n完成时限：{task.deadline_words}" if task.deadline_words else task.words


def _set_page(section: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(size) for size in _PAPER)
    top, bottom, left, right = (Mm(size) for size in _MARGINS)
    section.top_margin, section.bottom_margin = top, bottom
    section.left_margin, section.right_margin = left, right
    section.footer_distance = Mm(_FOOTER)
    foot = section.footer.paragraphs[0]
    _centre(foot)
    for words, field in (("第 ", "PAGE"), (" 页，共 ", "NUMPAGES"), (" 页", "")):
        _dress(foot.add_run(words), _TEXT, _FOOT_SIZE)
        if field:
            _add_field(foot, field)


def _add_field(paragraph: Any, name: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    run = paragraph.add_run("1")
    _dress(run, _TEXT, _FOOT_SIZE)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run._r.addprevious(field)  # noqa: SLF001 (python-docx has no fields of its own)
    field.append(run._r)  # noqa: SLF001 (as above)


def _fill(form: Any, rows: Sequence[tuple[str, ...]]) -> None:
    from docx.shared import Mm

    table = form.add_table(rows=1, cols=len(_COLUMNS))
    table.style = "Table Grid"
    table.autofit = False
    for column, (_, width) in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(width)
    head = table.rows[0]
    head.height = Mm(_HEAD_HEIGHT)
    _put(head, [name for name, _ in _COLUMNS], font=_HEAD, centred=range(len(_COLUMNS)))
    _mark(head, "w:tblHeader")
    for row in rows:
        line = table.add_row()
        if len(row) == 1:
            cells = line.cells
            _write(cells[0].merge(cells[-1]).paragraphs[0], row[0], _HEAD, _TEXT_SIZE)
        else:
            _put(line, row, font=_TEXT, centred=_CENTRED)
        _mark(line, "w:cantSplit")


def _put(row: Any, words: Sequence[str], *, font: str, centred: Container[int]) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL
    from docx.shared import Mm

    cells = zip(row.cells, words, _COLUMNS, strict=True)
    for number, (cell, said, (_, width)) in enumerate(cells):
        cell.width = Mm(width)
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
        for place, line in enumerate(said.split("\n")):
            paragraph = cell.add_paragraph() if place else cell.paragraphs[0]
            _write(paragraph, line, font, _TEXT_SIZE)
            if number in centred:
                _centre(paragraph)


def _mark(row: Any, name: str) -> None:
    """Let a header row come again on each page, or keep a row on one page."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 (nothing public for it)


def _write(paragraph: Any, words: str, font: str, size: float = _TEXT_SIZE) -> None:
    from docx.shared import Pt

    spacing = paragraph.paragraph_format
    spacing.space_before = spacing.space_after = Pt(_GAP)
    _dress(paragraph.add_run(legal(words)), font, size)


def _centre(paragraph: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _dress(run: Any, font: str, size: float) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    run.font.name = font
    run.font.size = Pt(size)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001
