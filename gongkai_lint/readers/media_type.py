"""What kind of file some bytes are: told by themselves, and only then by their name."""

import re
from pathlib import Path

from gongkai_lint.errors import UnreadableError
from gongkai_lint.patterns import compiled
from gongkai_lint.readers.format import (
    DOC,
    DOCX,
    FODT,
    HTML,
    MARKDOWN,
    MHTML,
    ODT,
    OFD,
    PLAIN,
    WORD_XML,
)
from gongkai_lint.readers.formats import FORMATS

SUFFIXES = {suffix: one.media_type for one in FORMATS for suffix in one.suffixes}
_RARER = {suffix: one.media_type for one in FORMATS for suffix in one.rarer}
_MAGIC = tuple((magic, one.media_type) for one in FORMATS for magic in one.magic)
_NAMED = frozenset(one.media_type for one in FORMATS if one.named)
_TEXTS = frozenset({PLAIN, MARKDOWN})
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_FIB = b"\xec\xa5"  # how the text of a Word 97 file begins
_SLIDES = "PowerPoint Document".encode("utf-16-le")
_MARKUP = compiled(r"(?i)<(!doctype\s+html|html|head|body)\b")
# a fragment that a web system saved as .doc opens with any tag of a page
_FRAGMENT = compiled(
    r"(?is)\s*(?:<!--.*?-->\s*)*<(?:p|div|table|span|font|center|style|meta|title|section|article|h[1-6]|"
    r"b|strong|br|ul|ol)\b[^<>]*>"
)
# browsers write the headers of an archive in any order: Blink opens with “From: <Saved by Blink>”
_HEADER = compiled(r"\A(?:[\w-]+:[^\0\n]*\n(?:[ \t][^\0\n]*\n)*)+")
_RELATED = compiled(r"(?im)^Content-Type:\s*multipart/related")
_WORD_XML = compiled(
    r"<\?mso-application|<(?:\w+:)?(?:package|wordDocument)\s[^>]*"
    r"schemas\.microsoft\.com/office/(?:2006/xmlPackage|word/2003/wordml)"
)
_FLAT_ODT = compiled(r"<office:document\s[^>]*office:mimetype=[\"']" + re.escape(ODT) + r"[\"']")
_HEAD = 4096
_START = 64  # bytes in which the first tag begins
_BOMS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"), (b"\xef\xbb\xbf", "utf-8"))

_ASK_FOR_DOCX = "请用 WPS 或 Word 另存为 .docx 后再检查。"
_PICTURE = "这是图片，图片里的文字无法检查，请提供可编辑的文件。"
_ARCHIVE = "这是压缩文件，请解压后检查里面的文件。"
_FOREIGN_MAGIC = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
)
_LOCK_FILE = "这是 Word 或 WPS 打开文件时留下的临时锁文件，不是文稿。请检查去掉“~$”的同名文件。"


def media_type(data: bytes, name: str) -> str:
    """Say which kind of file this is, or raise the reason why it cannot be read."""
    if not data:
        raise UnreadableError("文件是空的（0 字节），没有可检查的内容。请确认文件已保存完整。")
    base = "" if name == "-" else re.split(r"[/\\]", name)[-1]
    suffix = Path(base).suffix.lower()
    named = SUFFIXES.get(suffix) or _RARER.get(suffix)
    if data.startswith(_ZIP_MAGIC):
        return DOCX if named == DOCX else _zipped(data)
    if base.startswith(("~$", ".~")):
        raise UnreadableError(_LOCK_FILE)
    return _by_content(data, trusted=bool(suffix) and named in _TEXTS) or _by_name(suffix, named)


def _zipped(data: bytes) -> str:
    import io
    import zipfile

    try:
        names = {name.lower() for name in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return DOCX  # its reader says what is wrong
    if "ofd.xml" in names:
        return OFD
    return ODT if "content.xml" in names and "mimetype" in names else DOCX


def _by_content(data: bytes, *, trusted: bool) -> str | None:
    """Tell by the first bytes; a name that is ``trusted`` to mean text keeps markup as text."""
    if data.startswith(_OLE_MAGIC):
        return _ole(data)
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    for magic, reason in _FOREIGN_MAGIC:
        if data.startswith(magic):
            raise UnreadableError(reason)
    return None if trusted else _marked_up(_head(data))


def _marked_up(head: str) -> str | None:
    """Tell pages, web archives and Word files in XML by their opening."""
    if _WORD_XML.search(head):
        return WORD_XML
    if _FLAT_ODT.search(head):
        return FODT
    header = _HEADER.match(head.replace("\r\n", "\n"))
    if header and _RELATED.search(header[0]):
        return MHTML
    return HTML if _MARKUP.search(head) or _FRAGMENT.match(head) else None


def _head(data: bytes) -> str:
    """Give the opening characters; only those of ASCII count, so any encoding of them will do."""
    opening = data[: 2 * _HEAD]
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return opening[len(mark) :].decode(encoding, "replace")
    for sign, encoding in ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be")):
        if sign in opening[:_START]:
            return opening.decode(encoding, "replace")
    return opening.decode("latin-1")


def _by_name(suffix: str, named: str | None) -> str:
    if named in _NAMED:
        return str(named)
    if named:
        raise UnreadableError(
            f"文件名以 {suffix} 结尾，内容却不是这种文件（可能下载不完整或被改过后缀）。"
            "请重新获取文件，或用 WPS、Word 打开后另存为 .docx。"
        )
    raise UnreadableError(
        f"不支持 {suffix} 文件。可检查 {'、'.join(SUFFIXES)}；其他格式请另存为 .docx。"
    )


def _is_encrypted_doc(data: bytes) -> bool:
    """Say whether the head of a Word 97 text, which begins a sector, says that it is encrypted."""
    at = data.find(_FIB, 512)
    while at >= 0 and at % 512:
        at = data.find(_FIB, at + 1)
    return at >= 0 and len(data) > at + 11 and bool(data[at + 11] & 1)


def _ole(data: bytes) -> str:
    if _ENCRYPTED in data:
        raise UnreadableError("文件已加密，无法读取。请解除密码后再检查。")
    if _WORKBOOK in data:
        raise UnreadableError(f"这是旧版 Excel 表格，不是文稿，{_ASK_FOR_DOCX}")
    if _SLIDES in data:
        raise UnreadableError(f"这是旧版演示文稿，不是公文文稿，{_ASK_FOR_DOCX}")
    if _is_encrypted_doc(data):
        raise UnreadableError("文件已加密，无法读取。请解除密码后再检查。")
    if _WORD not in data:
        raise UnreadableError(
            f"这个文件的开头像旧版 Word 文件，里面却没有 Word 正文，{_ASK_FOR_DOCX}"
        )
    return DOC
