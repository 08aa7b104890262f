"""Web pages (.html, .htm, .mhtml) to Source: the article, its title and its metadata."""

import re

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Anchor, Notice, Paragraph, Source
from gongkai_lint.readers.decode import decode
from gongkai_lint.readers.format import HTML, MHTML
from gongkai_lint.readers.html_blocks import Walk, walk_blocks
from gongkai_lint.readers.html_page import Page, find_page
from gongkai_lint.readers.html_tree import parse_html
from gongkai_lint.readers.mhtml import page_of

_CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)
_HEAD = 4096
_MOST_BAD = 0.001  # of the bytes: more is another encoding than it is taken for
_DAMAGED = "网页里有 {number} 处字节不成文字（显示为“\ufffd”），可能下载时损坏，请核对那里的文字。"
# A page that Word wrote has some 150,000 tags for a book; the tree of so many takes 200 MB.
_MOST_TAGS = 500_000
_TOO_MANY_TAGS = "网页里的标签太多，不像公文，为安全起见拒绝读取。请拆分后再检查。"
_CHINESE = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk"})
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_NO_TEXT = Notice("no_text", "网页里没有找到文字（可能全是图片），没有检查，需要人工核对。")


def read_html(data: bytes, encoding: str | None = None, *, whole: bool = False) -> Source:
    """Read a page: metadata lines first, then the title and the article, one block a paragraph.

    Of a ``whole`` page everything is the article, as where it stands in a Word file.
    """
    text, notices = _decoded(data, encoding)
    if text.count("<") > _MOST_TAGS:
        raise UnreadableError(_TOO_MANY_TAGS)
    root = parse_html(text)
    page = Page(root, (), ()) if whole else find_page(root)
    walk = walk_blocks(page.article)
    lines = [*(f"{key}：{value}" for key, value in page.metadata), *page.title]
    head = [Paragraph(line, Anchor(0, number)) for number, line in enumerate(lines)]
    body = [
        Paragraph(block.text, Anchor(1, number), place=block.place)
        for number, block in enumerate(walk.blocks)
    ]
    return Source(
        paragraphs=(*head, *body),
        digest=digest_of(data),
        media_type=HTML,
        properties=page.metadata,
        tables=walk.tables(len(head)),
        notices=(*notices, *_notices(page, walk)),
    )


def read_mhtml(data: bytes, encoding: str | None = None, *, whole: bool = False) -> Source:
    """Read the page in a web archive; the digest is that of the archive."""
    page, named = page_of(data)
    source = read_html(page, encoding or _usable(page, named), whole=whole)
    digest = digest_of(data)
    return source._replace(digest=digest, media_type=MHTML)


def _decoded(data: bytes, encoding: str | None) -> tuple[str, tuple[Notice, ...]]:
    """Decode a page; some bytes that belong to no character do not hide the rest of it."""
    try:
        return decode(data, encoding or _declared(data))
    except UnreadableError:
        found = _CHARSET.search(data[:_HEAD])
        named = [found[1].decode("ascii").lower()] if found else []
        names = ["gb18030" if name in _CHINESE else name for name in named]
        read = [_read_over(data, name) for name in (encoding, *names, "utf-8", "gb18030") if name]
        best = min((one for one in read if one), key=lambda one: one[1], default=None)
        if b"\0" in data or best is None or best[1] > _MOST_BAD * len(data):
            raise
        return best[0], (Notice("damaged", _DAMAGED.format(number=best[1])),)


def _read_over(data: bytes, name: str) -> tuple[str, int] | None:
    """Give the text with a mark for what belongs to no character, and how often that is so."""
    try:
        text = data.decode(name, "replace")
    except LookupError:
        return None
    return text, text.count("\ufffd")


def _declared(data: bytes) -> str | None:
    """Give the encoding that a page declares; None leaves it to the bytes."""
    found = _CHARSET.search(data[:_HEAD])
    if data.startswith(_BOMS) or not found:
        return None
    return _usable(data, found[1].decode("ascii"))


def _usable(data: bytes, name: str | None) -> str | None:
    """Give the encoding if the bytes are really written in it."""
    if name is None:
        return None
    name = "gb18030" if name.lower() in _CHINESE else name
    try:
        data.decode(name)
    except (LookupError, UnicodeDecodeError):
        return None
    return name


def _notices(page: Page, walk: Walk) -> tuple[Notice, ...]:
    if not any(block.text.strip() for block in walk.blocks):
        return (_NO_TEXT,)
    pictures = sum(1 for _ in page.article.iter("img"))
    if not pictures:
        return ()
    return (Notice("pictures", f"文中有 {pictures} 张图片，图片里的文字未检查。"),)
