"""How a Word file of the corpus is set, and which ones are set how."""

from typing import NamedTuple

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

THREE = 16  # 三号 in points


class Face(NamedTuple):
    """A font with its size in points."""

    font: str
    size: float = THREE
    bold: bool = False


class Make(NamedTuple):
    """How a document is set: as it stands, by GB/T 9704-2012."""

    margins: tuple[float, float, float, float] = (37, 26, 35, 28)  # as in CSS, millimetres
    title: Face = Face("方正小标宋简体", 22)
    title_alignment: ALIGN = ALIGN.CENTER
    body: Face = Face("仿宋_GB2312")
    indent: int = 2
    pitch: float = 28.95
    headings: tuple[Face, Face] = (Face("黑体"), Face("楷体_GB2312"))
    number: Face | None = Face("宋体", 14)
    dashes: bool = True


STANDARD = Make()
PRESSED: dict[str, tuple[str, Make]] = {
    "exemplars/27-通知-2024.docx": ("27-通知-2024", STANDARD),
    "exemplars/28-通知-2022.docx": ("28-通知-2022", STANDARD),
    "exemplars/29-通知-2023.docx": ("29-通知-2023", STANDARD),
    "exemplars/31-函-2024.docx": ("31-函-2024", STANDARD),
    "exemplars/32-意见-2021.docx": ("32-意见-2021", STANDARD),
    "exemplars/34-通知-2020.docx": ("34-通知-2020", STANDARD),
    "drafts/110-页面和标题.docx": (
        "33-通知-2023",
        Make(
            margins=(25.4, 31.8, 25.4, 31.8),
            title=Face("宋体", THREE, bold=True),
            title_alignment=ALIGN.LEFT,
        ),
    ),
    "drafts/111-正文.docx": (
        "32-意见-2021",
        Make(body=Face("宋体", 14), indent=0, pitch=20, number=None),
    ),
    "drafts/112-层次标题.docx": (
        "27-通知-2024",
        Make(
            headings=(Face("仿宋_GB2312", bold=True), Face("黑体")),
            number=Face("宋体", 9),
            dashes=False,
        ),
    ),
}
