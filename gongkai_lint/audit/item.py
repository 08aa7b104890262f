"""A document of an archive before it is read: where its bytes are, and what is known of it."""

import os

from gongkai_lint.named import NamedTuple


class About(NamedTuple):
    """What a list or a web site tells of a document beside its text; empty where unknown."""

    url: str = ""
    published: str = ""
    issuer: str = ""
    label: str = ""

    @property
    def properties(self) -> tuple[tuple[str, str], ...]:
        """The known facts under the names that pages use."""
        named = zip(("网址", "发布日期", "发布机构", "公开方式"), self, strict=True)
        return tuple((name, value) for name, value in named if value)


class Place(NamedTuple):
    """Where the bytes are: a file, a member of a zip archive, or a row of a list with the text.

    ``name`` is the member's as people read it, where the archive writes it in another encoding.
    ``path`` is as found; bytes of a name that are no UTF-8 stay in it as lone surrogates.
    """

    path: str
    member: str = ""
    row: int = -1
    name: str = ""

    @property
    def key(self) -> bytes:
        """What tells this place from every other, the same from run to run."""
        return b"\0".join((os.fsencode(self.path), os.fsencode(self.member), b"%d" % self.row))

    @property
    def shown(self) -> str:
        """The place as text that every program can read."""
        row = f"#{self.row + 1}" if self.row >= 0 else ""
        member = self.name or self.member
        name = f"{self.path}!{member}" if member else self.path + row
        return name.encode("utf-8", "backslashreplace").decode()


class Item(NamedTuple):
    """A document to look at; ``text`` and ``data`` only where something else has read it.

    ``trouble`` says why it cannot be looked at.
    """

    place: Place
    about: About = About()
    text: str | None = None
    trouble: str = ""
    size: int = -1
    changed: int = 0
    data: bytes | None = None
