"""The stories of a Word file in reading order: main text, headers, footers, notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gongkai_lint.errors import UnreadableError
from gongkai_lint.model.source import Place, PlaceKind
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.numbering import Definitions
from gongkai_lint.wordml.observations import Observations
from gongkai_lint.wordml.ooxml import Names, names_of, relationship_id
from gongkai_lint.wordml.package import MalformedPartError, Package, Relationship
from gongkai_lint.wordml.remarks import Comments, comment_words
from gongkai_lint.wordml.story import Block, Context, Story
from gongkai_lint.wordml.styles import Styles
from gongkai_lint.wordml.table import Table
from gongkai_lint.wordml.theme import Theme
from gongkai_lint.wordml.typography import Typography

_MARGINS: tuple[PlaceKind, ...] = ("header", "footer")
_NOTES = ("footnotes", "endnotes")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


@dataclass(slots=True)
class Walk:
    """Everything one walk found; ``parts`` and ``roots`` stand behind each ``Anchor.part``.

    ``footers`` are the roots of the footers by relationship, ``comments`` ids and words, ``chunks``
    the parts in other formats by relationship.
    """

    seen: Observations
    typography: Typography
    parts: list[str] = field(default_factory=list)
    roots: list[Node] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    footers: dict[str, Node] = field(default_factory=dict)
    comments: Comments = field(default_factory=list)
    chunks: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    package: Package
    context: Context
    links: dict[str, Relationship]
    styles_hide: bool
    walk: Walk
    opened: dict[str, Node | None] = field(default_factory=dict)


def walk_package(package: Package) -> Walk:
    """Walk every story once, in a fixed order."""
    main = package.main_part()
    seen = Observations()
    links = {link.id: link for link in package.relationships(main)}
    styles, styles_hide = _optional(package, links, "styles", seen)
    numbering, _ = _optional(package, links, "numbering", seen)
    context = Context(Styles(styles), Definitions(numbering), seen, package.limits)
    theme = Theme(lambda: _optional(package, links, "theme", seen)[0])
    typography = Typography(context.styles, theme)
    walk = Walk(seen, typography, blocks=context.blocks, tables=context.tables)
    reading = _Reading(package, context, links, styles_hide, walk)
    story = _main(reading, main)
    for kind in _MARGINS:
        _walk_margins(reading, story, kind)
    for notes in _NOTES:
        _walk_notes(reading, notes)
    _note_surroundings(reading)
    return walk


def _optional(
    package: Package, links: dict[str, Relationship], kind: str, seen: Observations
) -> tuple[Node | None, bool]:
    for link in links.values():
        if link.kind == kind and package.has(link.target):
            data = package.read(link.target)
            try:
                return package.parse(link.target, data), _may_hide(data)
            except MalformedPartError:
                seen.note("unreadable_parts", link.target)
    return None, False


def _may_hide(data: bytes) -> bool:
    return b"vanish" in data or data.startswith(_WIDE)


def _main(reading: _Reading, name: str) -> Story:
    data = reading.package.read(name)
    root = reading.package.parse(name, data)
    w = names_of(root)
    if root.tag != w["document"]:
        raise UnreadableError(
            f"这不是 Word 文稿：主部件 {name} 的内容是别的格式。请用 WPS、Word 打开后另存为 .docx。"
        )
    story = _story(reading, root, name, w)
    story.may_hide = reading.styles_hide or _may_hide(data)
    reading.opened[name] = None  # a link that calls it a footer leads nowhere
    for body in root.children(w["body"]):
        story.walk(body, Place())
        story.sections.extend(body.children(w["sectPr"]))
    return story


def _story(reading: _Reading, root: Node, name: str, w: Names) -> Story:
    reading.walk.parts.append(name)
    reading.walk.roots.append(root)
    return Story(root, w, len(reading.walk.parts) - 1, reading.context)


def _walk_margins(reading: _Reading, main: Story, kind: PlaceKind) -> None:
    tag = main.w[f"{kind}Reference"]
    for reference in (node for section in main.sections for node in section.children(tag)):
        link = reading.links.get(relationship_id(reference))
        if link is None:
            continue
        if link.target not in reading.opened:
            reading.opened[link.target] = part = _secondary(reading, link.target)
            if part is not None:
                _story(reading, part, link.target, names_of(part)).walk(part, Place(kind))
        found = reading.opened[link.target]
        if kind == "footer" and found is not None:
            reading.walk.footers[link.id] = found


def _walk_notes(reading: _Reading, kind: str) -> None:
    prefix = f"{kind}/"
    wanted = [key[len(prefix) :] for key in reading.context.note_ids if key.startswith(prefix)]
    name = next((link.target for link in reading.links.values() if link.kind == kind), "")
    part = _secondary(reading, name) if wanted and name and name not in reading.opened else None
    if part is None:
        return
    w = names_of(part)
    by_id = {node.get(w["id"]): node for node in part}
    story = _story(reading, part, name, w)
    for key in dict.fromkeys(wanted):
        if (node := by_id.get(key)) is not None:
            story.walk(node, Place("footnote"))


def _secondary(reading: _Reading, name: str) -> Node | None:
    if reading.package.has(name):
        try:
            return reading.package.parse(name)
        except MalformedPartError:
            pass
    reading.context.seen.note("unreadable_parts", name)
    return None


def _note_surroundings(reading: _Reading) -> None:
    seen = reading.context.seen
    for target in _external_targets(reading.package):
        seen.note("external_links", target)
    if any(name.endswith("vbaproject.bin") for name in reading.package.names):
        seen.note("macros")
    for link in reading.links.values():
        if link.kind == "aFChunk" and not link.external and reading.package.has(link.target):
            reading.walk.chunks[link.id] = link.target
        if link.kind == "comments" and (part := _secondary(reading, link.target)) is not None:
            reading.walk.comments += comment_words(part)
            seen.note("comments", times=len(reading.walk.comments))


def _external_targets(package: Package) -> Iterator[str]:
    for name in package.names:
        if (
            name.startswith("word/")
            and name.endswith(".rels")
            and b"External" in package.read(name)
        ):
            part = name.replace("_rels/", "").removesuffix(".rels")
            yield from _external(package, part)


def _external(package: Package, part: str) -> tuple[str, ...]:
    try:
        return tuple(link.target for link in package.relationships(part) if link.external)
    except MalformedPartError:
        return (part,)
