"""PDF."""

from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import PDF, Format, Manner


def _read(data: bytes, _manner: Manner) -> Source:
    from gongkai_lint.readers.pdf import read_pdf

    return read_pdf(data)


FORMATS = (Format(PDF, _read, (".pdf",), magic=(b"%PDF",)),)
