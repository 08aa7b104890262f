"""The file behind a report, walked once more: its nodes are those that the reader saw."""

from typing import NamedTuple

from gongkai_lint.errors import UsageError
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Report
from gongkai_lint.wordml.live import LiveText
from gongkai_lint.wordml.ooxml import Names, names_of
from gongkai_lint.wordml.package import Node, Package, digest_of, open_package
from gongkai_lint.wordml.stories import Walk, walk_package


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
    package = open_package(data)
    walk = walk_package(package)
    return Original(report.document, package, walk, LiveText(report.document, walk))
