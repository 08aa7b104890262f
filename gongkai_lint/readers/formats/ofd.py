"""OFD, told from other zip files by its parts."""

from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import OFD, Format, Manner


def _read(data: bytes, _manner: Manner) -> Source:
    from gongkai_lint.readers.ofd import read_ofd

    return read_ofd(data)


FORMATS = (Format(OFD, _read, (".ofd",)),)
