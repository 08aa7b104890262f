"""Plain text and Markdown."""

from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import MARKDOWN, PLAIN, Format, Manner


def _read_plain(data: bytes, manner: Manner) -> Source:
    from gongkai_lint.readers.text import read_text

    return read_text(data, markdown=False, encoding=manner.encoding)


def _read_markdown(data: bytes, manner: Manner) -> Source:
    from gongkai_lint.readers.text import read_text

    return read_text(data, markdown=True, encoding=manner.encoding)


FORMATS = (
    Format(PLAIN, _read_plain, (".txt",), ("", ".text"), named=True),
    Format(MARKDOWN, _read_markdown, (".md",), (".markdown",), named=True),
)
