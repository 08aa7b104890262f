"""The file behind a report, walked once more: its nodes are those that the reader saw."""

from gongkai_lint.digests import digest_of
from gongkai_lint.errors import UnreadableError, UsageError
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.encodings import utf8
from gongkai_lint.wordml.ids import Ids
from gongkai_lint.wordml.live import LiveText
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import Names, names_of
from gongkai_lint.wordml.package import Package, open_package
from gongkai_lint.wordml.part import Part
from gongkai_lint.wordml.stories import Walk, walk_package

DIFFERS = (
    "这个文件的内部结构特殊，写成的副本再读一遍与应有的内容不符，没有写副本，原文件未动。"
    "请用 WPS、Word 打开后另存为 .docx 再试。"
)


class Original(NamedTuple):
    """The open file: package, walk, and the document's text over its nodes."""

    document: Document
    package: Package
    walk: Walk
    live: LiveText

    @property
    def main(self) -> str:
        """The name of the part that holds the main text."""
        return self.walk.parts[0]

    def part(self, number: int, *others: Node) -> Part:
        """Open a part for writing; numbers are free in every part read and in ``others``."""
        name = self.walk.parts[number]
        data = utf8(self.package.read(name))
        return Part(name, data, self.walk.roots[number], Ids((*self.walk.roots, *others)))

    @property
    def root(self) -> Node:
        """The root of the main text."""
        return self.walk.roots[0]

    @property
    def w(self) -> Names:
        """The names of the main text."""
        return names_of(self.root)


def reopened(report: Report, data: bytes) -> Original:
    """Open the bytes that a report was made of; other bytes are refused."""
    if report.document is None or report.digest != digest_of(data):
        raise UsageError(
            f"“{report.path}”的内容和检查时不同（可能正被别的程序修改），没有写副本。请重新检查。"
        )
    package = open_package(data, located=True)
    walk = walk_package(package)
    return Original(report.document, package, walk, LiveText(report.document, walk))


def make_sure(copy: bytes, file: Original, *, comments: int) -> None:
    """Read a copy that got comments; it says what the original says, or it is not kept."""
    walk = walk_package(open_package(copy))
    same = _shown(walk) == _shown(file.walk)
    if not same or len(walk.comments) != len(file.walk.comments) + comments:
        raise UnreadableError(DIFFERS)


def _shown(walk: Walk) -> list[tuple[str, str, str]]:
    """Give every paragraph with its part and the place it stands in."""
    return [
        (walk.parts[block.part], block.place.kind, "".join(piece.text for piece in block.pieces))
        for block in walk.blocks
    ]
