"""Core and custom properties of a Word file, as pairs of name and value."""

from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.observations import Observations
from gongkai_lint.wordml.package import MalformedPartError, Package

_CORE = "docProps/core.xml"
_CUSTOM = "docProps/custom.xml"
_NOISE = ("kso", "icv", "_", "msip")
_STRINGS = frozenset({"lpwstr", "lpstr", "bstr"})


def core_properties(package: Package, seen: Observations) -> tuple[tuple[str, str], ...]:
    """Give title, subject, creator and their like, as far as they say something."""
    root = _root(package, "core-properties", _CORE, seen)
    if root is None:
        return ()
    return tuple(
        (node.tag.rpartition("}")[2], text) for node in root if (text := (node.text or "").strip())
    )


def custom_properties(package: Package, seen: Observations) -> tuple[tuple[str, str], ...]:
    """Give the custom properties whose values are strings."""
    root = _root(package, "custom-properties", _CUSTOM, seen)
    if root is None:
        return ()
    return tuple(
        (node.get("name", ""), (child.text or "").strip())
        for node in root
        for child in node
        if child.tag.rpartition("}")[2] in _STRINGS
    )


def is_noise(name: str) -> bool:
    """Say whether a program wrote this property for itself."""
    return name.lower().startswith(_NOISE)


def _root(package: Package, kind: str, usual: str, seen: Observations) -> Node | None:
    links = package.relationships("")
    targets = [link.target for link in links if link.kind == kind and not link.external]
    name = next((target for target in targets if package.has(target)), usual)
    if not package.has(name):
        return None
    try:
        return package.parse(name)
    except MalformedPartError:
        seen.note("unreadable_parts", name)
        return None
