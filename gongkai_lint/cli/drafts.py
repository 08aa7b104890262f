"""The drafts that commands write copies of: which take changes, and as what Word file."""

from pathlib import Path

from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.format import BY_OFFICE, DOCX, HTML, MARKDOWN, MHTML, PLAIN, WORD_XML
from gongkai_lint.readers.media_type import media_type

TEXTS = frozenset({PLAIN, MARKDOWN})
WORD = (".docx", ".docm")
WRITABLE = (*WORD, ".doc", ".wps", ".rtf", ".odt", ".fodt", ".dot", ".wpt")
_PAGES = frozenset({HTML, MHTML})
_PAGE_SUFFIXES = frozenset({".html", ".htm", ".mhtml", ".mht", ".xhtml"})
_DOCX = ".docx"
_BY_OFFICE = "副本由 LibreOffice 转换成 .docx 后写成，个别版面可能与原件不同；原件未动。"
_TYPED = "文件里其实是网页或者旧式 XML，副本按公文格式重新排成 .docx，文字照旧；原件未动。"


class Draft(NamedTuple):
    """A file to write a copy of: its path as given, its bytes, what they are, what to know."""

    path: str
    data: bytes
    kind: str
    notices: tuple[str, ...] = ()

    @property
    def is_text(self) -> bool:
        """Whether it is plain text, which takes no comments."""
        return self.kind in TEXTS

    @property
    def is_word(self) -> bool:
        """Whether it is a Word file, or is written as one; a web page named so stays a page."""
        named = Path(self.path).suffix.lower()
        return self.kind in {DOCX, WORD_XML, *BY_OFFICE} or (
            self.kind in _PAGES and named not in _PAGE_SUFFIXES
        )

    @property
    def suffix(self) -> str:
        """The suffix of its copy; empty where that is its own."""
        keeps = self.is_text or (self.kind == DOCX and Path(self.path).suffix.lower() in WORD)
        return "" if keeps else _DOCX

    def as_word(self) -> "Draft":
        """Give it as the Word file that changes and comments can be written into."""
        if not self.is_word or (self.kind == DOCX and not self._is_hollow()):
            return self
        data, notices = self._made()
        return Draft(str(Path(self.path).with_suffix(_DOCX)), data, DOCX, notices)

    def _is_hollow(self) -> bool:
        """Say whether nothing stands in the Word file but a web page."""
        from gongkai_lint.readers.docx import is_all_chunks

        return is_all_chunks(self.data)

    def _made(self) -> tuple[bytes, tuple[str, ...]]:
        if self.kind in BY_OFFICE:
            from gongkai_lint.readers.office import as_docx

            return as_docx(self.data, self.kind), (_BY_OFFICE,)
        if self.kind == WORD_XML:
            from gongkai_lint.readers.word_xml import unpacked

            flat = unpacked(self.data)
            if flat is not None:
                return flat, ()
        from gongkai_lint.readers.read import read
        from gongkai_lint.reporters.word.typed_docx import typed_docx
        from gongkai_lint.structure.recognize import recognize

        return typed_docx(recognize(read(self.data, self.path))), (_TYPED,)


def draft_of(path: str, data: bytes) -> Draft:
    """Say what a file's bytes are; raises ``UnreadableError`` where nobody reads them."""
    return Draft(path, data, media_type(data, path))
