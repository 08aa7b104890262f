"""The door of the readers: a file's bytes, and the reader that they need."""

from pathlib import Path

from gongkai_lint.errors import UnreadableError, plainly
from gongkai_lint.files import SpecialFileError, size_of
from gongkai_lint.model.source import Source
from gongkai_lint.readers.format import DOCX, HTML, MARKDOWN, MHTML, PLAIN, WORD_XML, Manner
from gongkai_lint.readers.formats import FORMATS
from gongkai_lint.readers.media_type import media_type

MAX_BYTES = 50 * 1024 * 1024


_READERS = {one.media_type: one.read for one in FORMATS}


def read(data: bytes, name: str, *, encoding: str | None = None, formatting: bool = True) -> Source:
    """Read a file's bytes with the reader that the bytes, and only then the name, ask for.

    ``encoding`` is that of a text file, found out where it is None; without ``formatting`` a Word
    file's paragraphs come without theirs, which takes a third of the reading.
    """
    check_size(len(data))
    kind = media_type(data, name)
    source = _READERS[kind](data, Manner(encoding, formatting, _read_chunk))
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
        return _READERS[kind](data, Manner(formatting=False, read_chunk=_read_chunk))
    raise UnreadableError(f"片段的格式 {kind} 不在这里读。")
