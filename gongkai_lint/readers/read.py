"""The door of the readers: which reader a file needs, or why no reader can take it."""

import re
from collections.abc import Callable
from pathlib import Path

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Source

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_BYTES = 50 * 1024 * 1024

_WORD_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_TEXT_SUFFIXES = {"": PLAIN, ".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN}
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_SLIDES = "PowerPoint Document".encode("utf-16-le")
_MARKUP = re.compile(rb"<(!doctype\s+html|html)\b|<\?mso-application", re.IGNORECASE)

_ASK_FOR_DOCX = "请用 WPS 或 Word 另存为 .docx 后再检查。"
_FOREIGN_MAGIC = (
    (b"%PDF", "这是 PDF 文件，本版本暂不支持，请检查定稿前的 Word 文件。"),
    (b"{\\rtf", f"这是 RTF 文件，本版本暂不支持，{_ASK_FOR_DOCX}"),
    (b"\x89PNG", "这是图片，图片里的文字无法检查，请提供可编辑的文件。"),
    (b"\xff\xd8\xff", "这是图片，图片里的文字无法检查，请提供可编辑的文件。"),
    (b"Rar!", "这是压缩文件，请解压后检查里面的文件。"),
    (b"7z\xbc\xaf", "这是压缩文件，请解压后检查里面的文件。"),
)


def read(data: bytes, name: str, *, encoding: str | None = None) -> Source:
    """Read a file's bytes with the reader that the bytes, and only then the name, ask for."""
    check_size(len(data))
    kind = media_type(data, name)
    return _READERS[kind](data, encoding)


def media_type(data: bytes, name: str) -> str:
    """Say which kind of file this is, or raise the reason why it cannot be read."""
    if not data:
        raise UnreadableError("文件是空的（0 字节），没有可检查的内容。请确认文件已保存完整。")
    if data.startswith(_ZIP_MAGIC):
        return DOCX
    base = re.split(r"[/\\]", name)[-1]
    if base.startswith(("~$", ".~")):
        raise UnreadableError(
            "这是 Word 或 WPS 打开文件时留下的临时锁文件，不是文稿。请检查去掉“~$”的同名文件。"
        )
    if reason := _foreign(data, base):
        raise UnreadableError(reason)
    suffix = Path(base).suffix.lower() if base != "-" else ""
    if suffix in _WORD_SUFFIXES:
        raise UnreadableError(
            f"文件名以 {suffix} 结尾，内容却不是 Word 文件（可能下载不完整或被改过后缀）。"
            "请重新获取文件，或用 WPS、Word 打开后另存为 .docx。"
        )
    if suffix not in _TEXT_SUFFIXES:
        raise UnreadableError(
            f"不支持 {suffix} 文件。可检查 .docx、.docm、.txt、.md；其他格式请另存为 .docx。"
        )
    return _TEXT_SUFFIXES[suffix]


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
        check_size(path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableError(f"找不到文件“{path}”。请核对路径和文件名。") from None
    except PermissionError:
        raise UnreadableError(f"没有权限读取“{path}”。请关闭占用它的程序或检查访问权限。") from None
    except (OSError, ValueError) as error:
        raise UnreadableError(f"无法读取“{path}”：{error}。") from None


def _foreign(data: bytes, base: str) -> str | None:
    if data.startswith(_OLE_MAGIC):
        return _ole(data)
    for magic, reason in _FOREIGN_MAGIC:
        if data.startswith(magic):
            return reason
    if not base.lower().endswith((".txt", ".md", ".markdown")) and _MARKUP.search(data[:1024]):
        return f"这是网页或 XML 格式的文件，本版本暂不支持，{_ASK_FOR_DOCX}"
    return None


def _ole(data: bytes) -> str:
    if _ENCRYPTED in data:
        return "文件已加密，无法读取。请解除密码后再检查。"
    if _WORKBOOK in data:
        return f"这是旧版 Excel 表格，不是文稿，{_ASK_FOR_DOCX}"
    if _SLIDES in data:
        return f"这是旧版演示文稿，不是公文文稿，{_ASK_FOR_DOCX}"
    return (
        "这是旧版 Word（.doc）或 WPS 文件，本版本暂不支持，请用 WPS 或 Word 另存为 .docx 后再检查。"
    )


def _read_docx(data: bytes, _encoding: str | None) -> Source:
    from gongkai_lint.readers.docx import read_docx

    return read_docx(data)


def _read_plain(data: bytes, encoding: str | None) -> Source:
    from gongkai_lint.readers.text import read_text

    return read_text(data, markdown=False, encoding=encoding)


def _read_markdown(data: bytes, encoding: str | None) -> Source:
    from gongkai_lint.readers.text import read_text

    return read_text(data, markdown=True, encoding=encoding)


_READERS: dict[str, Callable[[bytes, str | None], Source]] = {
    DOCX: _read_docx,
    PLAIN: _read_plain,
    MARKDOWN: _read_markdown,
}
