"""Pages and their archives."""

from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import HTML, MHTML, Format, Manner


def _read_html(data: bytes, manner: Manner) -> Source:
    from gongkai_lint.readers.html import read_html

    return read_html(data, manner.encoding)


def _read_mhtml(data: bytes, manner: Manner) -> Source:
    from gongkai_lint.readers.html import read_mhtml

    return read_mhtml(data, manner.encoding)


FORMATS = (
    Format(HTML, _read_html, (".html", ".htm"), (".xhtml",), named=True),
    Format(MHTML, _read_mhtml, (".mhtml", ".mht")),
)
