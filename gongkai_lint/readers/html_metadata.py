"""What a page says of its document beside the text: 索引号, 公开方式 and the like."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from gongkai_lint.model.source import BODY, Place
from gongkai_lint.readers.html_blocks import Block, walk_blocks
from gongkai_lint.readers.html_tree import Node

Pairs = tuple[tuple[str, str], ...]

_NAMES = (
    r"索引号|信息索引|主题分类|体裁分类|信息分类|发文机关|发布机构|发布机关|发布单位|"
    r"成文日期|生成日期|发文日期|标题|名称|信息名称|文件名称|发文字号|文号|文件编号|"
    r"发布日期|发布时间|公开日期|公开时间|公开属性|公开方式|公开形式|公开类别|主题词|"
    r"关键词|有效性|效力状态|生效日期|失效日期|信息来源|来源|废止日期|统一编号"
)
_KEY = re.compile(rf"^[〖【\[]?(?P<key>{_NAMES})[〗】\]]?[：:]?(?P<value>.*)$")
_AFTER = r"(?:[〗】\]]\s*[：:]?|\s*[：:])"  # a name in brackets needs no colon
_IN_LINE = re.compile(
    rf"(?:^|(?<=[\s|｜；;〖【\[]))(?P<key>{_NAMES}){_AFTER}\s*"
    rf"(?P<value>.*?)(?=[\s|｜；;〖【\[]+(?:{_NAMES}){_AFTER}|$)"
)
# a table with one of these tells of the document; others may have a column 名称 or 来源
_TELLING = re.compile(r"索引号|公开(?:属性|方式|形式|类别)")
_BLANK = re.compile(r"\s+")
_META = (("articletitle", "标题"), ("pubdate", "发布日期"), ("contentsource", "来源"))
_LONGEST = 120
_OPENING = 6  # lines of an article in which such a line may stand


def find_metadata(around: Sequence[Block], article: Node, root: Node) -> Pairs:
    """Give the pairs that stand around the article, in a table at its head, in the page's head."""
    found: dict[str, str] = {}
    for key, value in (*_pairs(around), *_pairs(_told_inside(article))):
        if value and len(value) <= _LONGEST:
            found.setdefault(key, value)
    for name, key in _META:
        if value := _meta(root, name):
            found.setdefault(key, value)
    return tuple(found.items())


def _told_inside(article: Node) -> list[Block]:
    """Give the cells of those tables and the opening lines that tell of the document."""
    if not _TELLING.search("".join(article.texts())):
        return []
    blocks = walk_blocks(article).blocks
    cells = [block for block in blocks if block.place.kind == "table"]
    telling = {b.place.table for b in cells if _TELLING.fullmatch(_squashed(b.text).rstrip("：:"))}
    opening = blocks[:_OPENING]
    lines = [b for b in opening if len(_keys(b)) > 1 and _TELLING.search(b.text)]
    each = [b for b in opening if _is_pair(b)]  # or each in a line of its own: 索引号 0001
    if len(each) > 1 and any(_TELLING.match(_squashed(b.text)) for b in each):
        lines += each
    return [*lines, *(block for block in cells if block.place.table in telling)]


def _is_pair(block: Block) -> bool:
    found = _KEY.match(_squashed(block.text))
    return block.place.kind != "table" and bool(found and found["value"])


def _keys(block: Block) -> list[re.Match[str]]:
    return [*_IN_LINE.finditer(block.text)]


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, str]]:
    cells = {_at(block.place): block for block in blocks if block.place.kind == "table"}
    for block, following in pairwise([*blocks, Block("", BODY)]):
        inline = _keys(block)
        if len(inline) > 1:
            yield from ((found["key"], found["value"].strip()) for found in inline)
            continue
        pair = _KEY.match(_squashed(block.text))
        if pair and len(block.text) <= _LONGEST:
            yield pair["key"], pair["value"] or _beside(block, following) or _below(block, cells)


def _at(place: Place) -> tuple[int | None, int, int]:
    return place.table, place.row or 0, place.cell or 0


def _beside(key: Block, value: Block) -> str:
    """Give the words of the cell or line next to a key, unless that is a key itself."""
    same_row = key.place[:3] == value.place[:3]
    return value.text.strip() if same_row and not _KEY.match(_squashed(value.text)) else ""


def _below(key: Block, cells: dict[tuple[int | None, int, int], Block]) -> str:
    """Give the words of the cell below a key that stands in a header row."""
    table, row, column = _at(key.place)
    below = cells.get((table, row + 1, column)) if key.place.kind == "table" else None
    return below.text.strip() if below and not _KEY.match(_squashed(below.text)) else ""


def _meta(root: Node, name: str) -> str:
    for node in root.iter("meta"):
        if node.get("name").lower() == name:
            return _BLANK.sub(" ", node.get("content")).strip()
    return ""


def _squashed(words: str) -> str:
    return _BLANK.sub("", words)
