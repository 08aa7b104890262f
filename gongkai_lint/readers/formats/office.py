"""What LibreOffice opens: .doc, .wps, .rtf, .odt, .fodt."""

from collections.abc import Callable

from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import DOC, FODT, ODT, RTF, Format, Manner


def _read(media_type: str) -> Callable[[bytes, Manner], Source]:
    def read(data: bytes, _manner: Manner) -> Source:
        from gongkai_lint.readers.office import read_office

        return read_office(data, media_type)

    return read


FORMATS = (
    Format(DOC, _read(DOC), (".doc", ".wps"), (".dot", ".wpt")),
    Format(RTF, _read(RTF), (".rtf",), magic=(b"{\\rtf",)),
    Format(ODT, _read(ODT), (".odt",)),
    Format(FODT, _read(FODT), (".fodt",)),
)
