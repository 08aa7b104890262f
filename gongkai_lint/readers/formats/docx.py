"""Word files."""

from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import DOCX, Format, Manner


def _read(data: bytes, manner: Manner) -> Source:
    from gongkai_lint.readers.docx import read_docx

    return read_docx(data, formatting=manner.formatting, read_chunk=manner.read_chunk)


FORMATS = (Format(DOCX, _read, (".docx", ".docm"), (".dotx", ".dotm")),)
