"""The fonts that a Word file's theme stands for."""

from collections.abc import Callable

from gongkai_lint.wordml.node import Node

_DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
_FONTS = tuple(f"{{{uri}}}{name}Font" for uri in _DRAWING for name in ("major", "minor"))
_HANS = "Hans"
_EAST_ASIA = "EastAsia"


class Theme:
    """The theme's fonts, read when a style first names one."""

    def __init__(self, read: Callable[[], Node | None]) -> None:
        self._read = read
        self._fonts: dict[str, str] | None = None

    def font(self, name: str) -> str:
        """Give the font behind a name such as ``minorEastAsia``; nothing where there is none."""
        if self._fonts is None:
            self._fonts = _fonts(self._read())
        return self._fonts.get(name[:5] + ("ea" if name.endswith(_EAST_ASIA) else "latin"), "")


def _fonts(root: Node | None) -> dict[str, str]:
    """Read the theme: an empty East Asian font stands for that of the Chinese script."""
    fonts: dict[str, str] = {}
    for node in () if root is None else root.iter(*_FONTS):
        part = _local(node)[:5]
        for child in node:
            local, named = _local(child), child.get("typeface", "")
            if local == "font" and child.get("script") == _HANS:
                fonts.setdefault(f"{part}ea", named)
            elif named and local in {"ea", "latin"}:
                fonts[part + local] = named
    return fonts


def _local(node: Node) -> str:
    return node.tag.rpartition("}")[2]
