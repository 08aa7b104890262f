"""Word files in XML; no suffix is theirs alone."""

from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import WORD_XML, Format, Manner


def _read(data: bytes, manner: Manner) -> Source:
    from gongkai_lint.readers.word_xml import read_word_xml

    return read_word_xml(data, manner.read_chunk)


FORMATS = (Format(WORD_XML, _read),)
