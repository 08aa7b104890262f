"""How much a Word file may ask of us."""

import re

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import MOST_CHARACTERS, MOST_PARAGRAPHS
from gongkai_lint.named import NamedTuple

# An ordinary paragraph has twenty tags, of which the cut tree makes five elements.
_TAGS = 4
_SUSPECT = 10_000
_LONG_TAG = rb"<(?:[^>=]*=){5000}"
_TOO_MANY = "文件里的段落、表格等元素太多，为安全起见拒绝读取。请拆分后再检查。"
_TOO_DEEP = "文件内部嵌套过深，为安全起见拒绝读取。请用 WPS、Word 打开后另存为 .docx。"


class Limits(NamedTuple):
    """Of bytes, members and contents; the largest real document.xml seen was 12.6 MB."""

    file_bytes: int = 50 * 2**20
    members: int = 10_000
    part_bytes: int = 64 * 2**20
    total_bytes: int = 256 * 2**20
    elements: int = 400_000
    depth: int = 256
    paragraphs: int = MOST_PARAGRAPHS
    characters: int = MOST_CHARACTERS


LIMITS = Limits()


class Allowance:
    """How many elements may still be read of a file, and how deep they may nest."""

    def __init__(self, elements: int, depth: int) -> None:
        """Take the limits."""
        self.elements = elements
        self.depth = depth

    def foresee(self, data: bytes) -> None:
        """Refuse a part that is all tags, or a tag that is all attributes, before it is read."""
        long = data.count(b"=") > _SUSPECT and re.search(_LONG_TAG, data)
        if long or data.count(b"<") > _TAGS * self.elements:
            raise UnreadableError(_TOO_MANY)

    def take(self, elements: int, depth: int = 0) -> None:
        """Count elements that stand at a depth."""
        self.elements -= elements
        if self.elements < 0 or depth > self.depth:
            raise UnreadableError(_TOO_MANY if self.elements < 0 else _TOO_DEEP)
