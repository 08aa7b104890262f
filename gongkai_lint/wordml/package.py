"""The zip package of a Word file: guarded, its parts parsed, its relationships followed.

Nothing is ever extracted to disk, no external target is opened, no entity is resolved.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from gongkai_lint.errors import UnreadableError, plainly
from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.cut_tree import OddError, cut_tree
from gongkai_lint.wordml.encodings import encoding
from gongkai_lint.wordml.expat_tree import DoctypeError, expat_tree
from gongkai_lint.wordml.limits import LIMITS, Allowance, Limits
from gongkai_lint.wordml.node import Node

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ENCRYPTED_FLAG = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
_FOREIGN = (
    ("ofd.xml", "这是 OFD 版式文件，请把后缀改为 .ofd 后再检查。"),
    ("xl/workbook.xml", "这是 Excel 表格，不是文稿，请另存为 .docx 后再检查。"),
    ("ppt/presentation.xml", "这是演示文稿，不是公文文稿，请另存为 .docx 后再检查。"),
    ("content.xml", "这是 OpenDocument 文件，请把后缀改为 .odt 后再检查。"),
)


class MalformedPartError(UnreadableError):
    """One part of the package is not well-formed; the rest may still be readable."""


class Relationship(NamedTuple):
    """A link from one part to another, or to the outside; ``kind`` ends its type's address."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The guarded members of a Word file."""

    def __init__(self, archive: zipfile.ZipFile, limits: Limits, *, located: bool = False) -> None:
        """Take the archive; ``located`` asks for elements that know their places in the bytes."""
        self.limits = limits
        self._archive = archive
        self._located = located
        self._allowance = Allowance(limits.elements, limits.depth)
        self._links: dict[str, tuple[Relationship, ...]] = {}
        self._members = _guarded_members(archive, limits)

    @property
    def names(self) -> tuple[str, ...]:
        """Every member's name in lower case."""
        return tuple(self._members)

    def has(self, name: str) -> bool:
        """Say whether the package holds a part; case does not count."""
        return name.lower() in self._members

    def read(self, name: str) -> bytes:
        """Give a part's bytes, never more than the limit."""
        try:
            with self._archive.open(self._members[name.lower()]) as stream:
                data = stream.read(self.limits.part_bytes + 1)
        except KeyError:
            raise UnreadableError(f"Word 文件不完整：缺少部件 {name}。{_REOPEN}") from None
        except (*_DAMAGE, RuntimeError) as error:
            raise UnreadableError(
                f"Word 文件已损坏：部件 {name} 读不出（{plainly(error)}）。{_REOPEN}"
            ) from None
        if len(data) > self.limits.part_bytes:
            raise UnreadableError(_too_big(f"部件 {name}", self.limits.part_bytes))
        return data

    def parse(self, name: str, data: bytes | None = None) -> Node:
        """Give the root element of a part, whose bytes may have been read already."""
        data = self.read(name) if data is None else data
        try:
            return self._tree(data)
        except ExpatError as error:
            raise MalformedPartError(
                f"Word 文件已损坏：部件 {name} 的内容有误"
                f"（第 {error.lineno} 行第 {error.offset + 1} 列）。{_REOPEN}"
            ) from None
        except (ValueError, LookupError):  # what pyexpat says of an encoding that it cannot read
            raise MalformedPartError(
                f"Word 文件的部件 {name} 用了读不了的编码（{encoding(data)}）。{_REOPEN}"
            ) from None
        except DoctypeError:
            raise UnreadableError(_DOCTYPE.format(name) + _REOPEN) from None

    def _tree(self, data: bytes) -> Node:
        self._allowance.foresee(data)
        left = self._allowance.elements
        if not self._located:
            try:
                return cut_tree(data, self._allowance)
            except OddError:
                self._allowance.elements = left
        return expat_tree(data, self._allowance)

    def main_part(self) -> str:
        """Give the name of the part that holds the main text."""
        for link in self.relationships(""):
            if link.kind == "officeDocument" and self.has(link.target):
                return link.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise UnreadableError(self._why_no_main_part())

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """List the links of a part; the empty name stands for the package itself."""
        if part not in self._links:
            self._links[part] = tuple(self._read_links(part))
        return self._links[part]

    def _read_links(self, part: str) -> Iterator[Relationship]:
        folder, base = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{base}.rels")
        if self.has(name):
            for node in self.parse(name).iter(f"{{{_RELATIONSHIPS}}}Relationship"):
                yield _relationship(node, folder)

    def _why_no_main_part(self) -> str:
        for name, reason in _FOREIGN:
            if self.has(name):
                return reason
        return (
            "这是压缩文件，里面没有 Word 正文（word/document.xml）。"
            "请解压后检查，或重新另存为 .docx。"
        )


_DOCTYPE = "部件 {} 带有 DTD 或实体声明，正常的 Word 文件不会有，为安全起见拒绝读取。"
_REOPEN = "请重新获取文件，或用 WPS、Word 打开后另存为 .docx。"


def open_package(data: bytes, limits: Limits = LIMITS, *, located: bool = False) -> Package:
    """Open a zip package after checking what it declares."""
    if len(data) > limits.file_bytes:
        raise UnreadableError(_too_big("文件", limits.file_bytes))
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE:
        raise UnreadableError(f"Word 文件已损坏或不完整，无法打开。{_REOPEN}") from None
    return Package(archive, limits, located=located)


def _guarded_members(archive: zipfile.ZipFile, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    infos = archive.infolist()
    if len(infos) > limits.members:
        raise UnreadableError(
            f"文件里的部件太多（{len(infos)} 个，上限 {limits.members} 个），为安全起见拒绝读取。"
        )
    if sum(info.file_size for info in infos) > limits.total_bytes:
        raise UnreadableError(_too_big("文件", limits.total_bytes))
    members: dict[str, zipfile.ZipInfo] = {}
    for info in infos:
        name = info.filename.replace("\\", "/").lstrip("/").lower()
        _guard(info, limits)
        if name in members:
            raise UnreadableError(
                f"文件里有两个同名部件 {info.filename}，为安全起见拒绝读取。{_REOPEN}"
            )
        members[name] = info
    return members


def _guard(info: zipfile.ZipInfo, limits: Limits) -> None:
    if info.flag_bits & _ENCRYPTED_FLAG:
        raise UnreadableError("文件已加密，无法读取。请解除密码后再检查。")
    if info.compress_type not in _METHODS:
        raise UnreadableError(f"部件 {info.filename} 的压缩方式不受支持。{_REOPEN}")
    if info.file_size > limits.part_bytes:
        raise UnreadableError(_too_big(f"部件 {info.filename}", limits.part_bytes))


def _too_big(what: str, limit: int) -> str:
    return (
        f"{what}展开后超过 {limit / 2**20:.0f} MB，可能是压缩炸弹，为安全起见拒绝读取。"
        "请拆分文件或压缩其中的图片。"
    )


def _relationship(node: Node, folder: str) -> Relationship:
    target = node.get("Target", "")
    external = node.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(
        node.get("Id", ""), node.get("Type", "").rpartition("/")[2], target, external
    )
