"""What a kind of file tells about itself: its names, its first bytes, its reader."""

from collections.abc import Callable

from gongkai_lint.model.source import Source
from gongkai_lint.named import NamedTuple

PLAIN, MARKDOWN = "text/plain", "text/markdown"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HTML, MHTML = "text/html", "multipart/related"
PDF, OFD = "application/pdf", "application/ofd"
DOC, RTF = "application/msword", "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
FODT = "application/vnd.oasis.opendocument.text-flat-xml"
BY_OFFICE = frozenset({DOC, RTF, ODT, FODT})  # what LibreOffice opens for us
WORD_XML = "application/vnd.ms-word.xml"


class Manner(NamedTuple):
    """How to read: the encoding of a text if it is known, whether formatting is wanted.

    ``read_chunk`` reads what is put into a Word file in another format.
    """

    encoding: str | None = None
    formatting: bool = True
    read_chunk: Callable[[bytes, str], Source] | None = None


class Format(NamedTuple):
    """A kind of file that can be read.

    ``suffixes`` are looked for in folders and told to people, ``rarer`` ones known as well.
    ``magic`` are the bytes that such files begin with; where no byte tells the kind, it is
    ``named``: the suffix is believed. Its reader imports what it needs when it is called.
    """

    media_type: str
    read: Callable[[bytes, Manner], Source]
    suffixes: tuple[str, ...] = ()
    rarer: tuple[str, ...] = ()
    magic: tuple[bytes, ...] = ()
    named: bool = False
