"""Which files the page can read: those whose readers run in a browser."""

from gongkai_lint.errors import UnreadableError
from gongkai_lint.readers.format import DOC, FODT, ODT, OFD, PDF, RTF
from gongkai_lint.readers.media_type import media_type

_AS_DOCX = "请用 WPS 或 Word 打开后另存为 .docx，再放进来。"
_REFUSED = {
    PDF: f"核稿页不能读 PDF。{_AS_DOCX}扫描件请用原来的可编辑文稿。",
    OFD: f"核稿页不能读 OFD。{_AS_DOCX}",
    DOC: f"核稿页不能读旧版 Word 和 WPS 文件（.doc、.wps）。{_AS_DOCX}",
    RTF: f"核稿页不能读 RTF。{_AS_DOCX}",
    ODT: f"核稿页不能读 ODT。{_AS_DOCX}",
    FODT: f"核稿页不能读 FODT。{_AS_DOCX}",
}


def require_readable(data: bytes, name: str) -> None:
    """Raise ``UnreadableError`` with what to do, where the page has no reader for a file."""
    refusal = _REFUSED.get(media_type(data, name))
    if refusal:
        raise UnreadableError(refusal)
