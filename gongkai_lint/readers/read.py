"""The door of the readers: a file's bytes, and the reader that they need."""

from collections.abc import Callable
from pathlib import Path

from gongkai_lint.errors import UnreadableError, plainly
from gongkai_lint.files import SpecialFileError, size_of
from gongkai_lint.model.source import Source
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.media_type import (
    DOC,
    DOCX,
    HTML,
    MARKDOWN,
    MHTML,
    ODT,
    OFD,
    PDF,
    PLAIN,
    RTF,
    WORD_XML,
    media_type,
)

MAX_BYTES = 50 * 1024 * 1024


class _Manner(NamedTuple):
    encoding: str | None
    formatting: bool


def read(data: bytes, name: str, *, encoding: str | None = None, formatting: bool = True) -> Source:
    """Read a file's bytes with the reader that the bytes, and only then the name, ask for.

    ``encoding`` is that of a text file, found out where it is None; without ``formatting`` a Word
    file's paragraphs come without theirs, which takes a third of the reading.
    """
    check_size(len(data))
    kind = media_type(data, name)
    source = _READERS[kind](data, _Manner(encoding, formatting))
    if kind not in {PLAIN, MARKDOWN}:  # an empty text is what it says; else nobody read the words
        _require_text(source)
    return source


def _require_text(source: Source) -> None:
    for notice in source.notices:
        if notice.kind == "no_text":
            raise UnreadableError(notice.message)


def check_size(size: int) -> None:
    """Refuse a file that is too big, before or after its bytes are read."""
    if size > MAX_BYTES:
        raise UnreadableError(
            f"文件太大（{size / 2**20:.0f} MB），上限是 {MAX_BYTES // 2**20} MB。"
            "请压缩其中的图片或拆分后再检查。"
        )


def read_path(path: Path) -> bytes:
    """Give a file's bytes, or say in Chinese why they cannot be had."""
    try:
        if path.is_dir():
            raise UnreadableError(f"“{path}”是文件夹，不是文件。")
        check_size(size_of(path))
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"找不到文件“{path}”。请核对路径和文件名。") from None
    except PermissionError:
        raise UnreadableError(f"没有权限读取“{path}”。请关闭占用它的程序或检查访问权限。") from None
    except SpecialFileError as error:
        raise UnreadableError(f"“{path}”{error}。请给出文件。") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"无法读取“{path}”：{plainly(error)}。") from None


def _read_docx(data: bytes, manner: _Manner) -> Source:
    from gongkai_lint.readers.docx import read_docx

    return read_docx(data, formatting=manner.formatting, read_chunk=_read_chunk)


def _read_chunk(data: bytes, name: str) -> Source:
    """Read what is put into a Word file in another format; a chunk in a chunk stays unread."""
    kind = media_type(data, name)
    if kind == HTML:
        from gongkai_lint.readers.html import read_html

        return read_html(data, whole=True)
    if kind == MHTML:
        from gongkai_lint.readers.html import read_mhtml

        return read_mhtml(data, whole=True)
    if kind == DOCX:
        from gongkai_lint.readers.docx import read_docx

        return read_docx(data, formatting=False)
    if kind in {PLAIN, WORD_XML}:
        return _READERS[kind](data, _Manner(None, formatting=False))
    raise UnreadableError(f"片段的格式 {kind} 不在这里读。")


def _read_plain(data: bytes, manner: _Manner) -> Source:
    from gongkai_lint.readers.text import read_text

    return read_text(data, markdown=False, encoding=manner.encoding)


def _read_markdown(data: bytes, manner: _Manner) -> Source:
    from gongkai_lint.readers.text import read_text

    return read_text(data, markdown=True, encoding=manner.encoding)


def _read_html(data: bytes, manner: _Manner) -> Source:
    from gongkai_lint.readers.html import read_html

    return read_html(data, manner.encoding)


def _read_mhtml(data: bytes, manner: _Manner) -> Source:
    from gongkai_lint.readers.html import read_mhtml

    return read_mhtml(data, manner.encoding)


def _read_word_xml(data: bytes, _manner: _Manner) -> Source:
    from gongkai_lint.readers.word_xml import read_word_xml

    return read_word_xml(data, _read_chunk)


def _read_pdf(data: bytes, _manner: _Manner) -> Source:
    from gongkai_lint.readers.pdf import read_pdf

    return read_pdf(data)


def _read_ofd(data: bytes, _manner: _Manner) -> Source:
    from gongkai_lint.readers.ofd import read_ofd

    return read_ofd(data)


def _read_office(kind: str) -> Callable[[bytes, _Manner], Source]:
    def read_one(data: bytes, _manner: _Manner) -> Source:
        from gongkai_lint.readers.office import read_office

        return read_office(data, kind)

    return read_one


_READERS: dict[str, Callable[[bytes, _Manner], Source]] = {
    DOCX: _read_docx,
    PLAIN: _read_plain,
    MARKDOWN: _read_markdown,
    HTML: _read_html,
    MHTML: _read_mhtml,
    WORD_XML: _read_word_xml,
    PDF: _read_pdf,
    OFD: _read_ofd,
    **{kind: _read_office(kind) for kind in (DOC, RTF, ODT)},
}
