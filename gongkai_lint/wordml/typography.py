"""Effective formatting of a Word file: direct, then character style, paragraph styles, defaults."""

from collections.abc import Iterator, Mapping, Sequence

from gongkai_lint.model.formatting import Alignment, Face, Formatting, Run
from gongkai_lint.named import NamedTuple
from gongkai_lint.wordml.inline import Piece
from gongkai_lint.wordml.node import Node
from gongkai_lint.wordml.ooxml import Names, leading, names_of, number, points, switch, value
from gongkai_lint.wordml.styles import Styles
from gongkai_lint.wordml.theme import Theme

_ALIGNMENTS: dict[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
}
_TWIPS = 20
_HALF_POINTS = 2
_LINE = 240
_PER_CHARACTER = 100
_NATURAL = 1.5
_PLAIN = Face()
_LENGTHS = {  # the field, parts of the unit, and the sign; what hangs stands the other way
    "left": ("left", _TWIPS, 1),
    "start": ("left", _TWIPS, 1),
    "leftChars": ("left_characters", _PER_CHARACTER, 1),
    "startChars": ("left_characters", _PER_CHARACTER, 1),
    "firstLine": ("first", _TWIPS, 1),
    "hanging": ("first", _TWIPS, -1),
    "firstLineChars": ("first_characters", _PER_CHARACTER, 1),
    "hangingChars": ("first_characters", _PER_CHARACTER, -1),
}


class _Indents(NamedTuple):
    """What was said of the indents of the first and of all lines: in points, or in characters."""

    first: float = 0
    first_characters: float = 0
    left: float = 0
    left_characters: float = 0


class _Lines(NamedTuple):
    """What was said of a paragraph's lines so far."""

    alignment: Alignment = "left"
    indents: _Indents = _Indents()
    line: str = str(_LINE)
    rule: str = "auto"
    snaps: bool = True


class Setting(NamedTuple):
    """What holds for all lines of a paragraph: its style's face, and how they are set.

    A list may number it; it is silent where neither it nor any style says a thing.
    """

    base: Face
    lines: _Lines
    numbered: bool
    silent: bool


class Typography:
    """Resolves faces and lines; what a style gives is resolved once."""

    def __init__(self, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._bases: dict[str, Face] = {}
        self._styled: dict[Face, dict[str, Face]] = {}
        self._lines: dict[str, _Lines] = {}
        self._settings: dict[Node | None, Setting] = {}
        self._faces: dict[Face, dict[Node, Face]] = {}

    def setting(self, paragraph: Node, w: Names) -> Setting:
        """Give what a paragraph's style and its own properties say of all its lines."""
        properties = leading(paragraph, w["pPr"])
        known = self._settings.get(properties)
        if known is None:
            known = self._settings[properties] = self._setting(properties, w)
        return known

    def _setting(self, properties: Node | None, w: Names) -> Setting:
        said = {} if properties is None else {node.tag: node for node in properties}
        style_id = self._styles.paragraph_id(value(said.get(w["pStyle"]), w) or "")
        lines = _with_lines(self._style_lines(style_id), said, w)
        numbered = self._is_numbered(said, style_id, w)
        silent = not said and self._styles.are_absent
        return Setting(self._base(style_id), lines, numbered=numbered, silent=silent)

    def formatting(self, setting: Setting, pieces: Sequence[Piece], w: Names) -> Formatting:
        """Give the formatting of a line: the faces of its pieces, and how its paragraph is set."""
        lines = setting.lines
        runs = tuple(self._runs(pieces, setting.base, w))
        if setting.silent:
            return Formatting(runs)
        size = runs[0].face.size if runs else None
        first, left = _in_characters(lines.indents, size)
        if setting.numbered:  # the list indents it
            first = left = None
        pitch, spacing = _pitch(lines, size)
        return Formatting(runs, lines.alignment, first, left, pitch, spacing)

    def _runs(self, pieces: Sequence[Piece], base: Face, w: Names) -> Iterator[Run]:
        """Yield the stretches of one face; what has none of its own goes with its neighbour."""
        start, end = 0, 0
        before: Face | None = None
        known = self._faces.setdefault(base, {})
        tag = w["r"]
        for text, kind, node in pieces:
            run = node.up
            if run is not None and run.tag == tag and kind != "break":
                properties = leading(run, w["rPr"])
                face = base if properties is None else known.get(properties)
                if face is None and properties is not None:
                    face = known[properties] = self._face(properties, base, w)
                if before is not None and before != face:
                    yield Run(start, end, before)
                    start = end
                before = face
            end += len(text)
        if end > start:
            yield Run(start, end, before or base)

    def _face(self, properties: Node, base: Face, w: Names) -> Face:
        if len(properties) and properties[0].tag == w["rStyle"]:
            base = self._character_style(base, value(properties[0], w) or "")
        return self._with_face(base, properties, w)

    def _base(self, style_id: str) -> Face:
        start = _PLAIN
        if (said := self._default("r")) is not None:
            start = self._with_face(start, said, names_of(said))
        return self._styles.inherited(style_id, self._bases, start, self._with_style)

    def _default(self, kind: str) -> Node | None:
        """Give the run (``r``) or paragraph (``p``) properties that the file starts from."""
        defaults = self._styles.defaults
        if defaults is None:
            return None
        w = names_of(defaults)
        return defaults.find(w[f"{kind}PrDefault"], w[f"{kind}Pr"])

    def _character_style(self, base: Face, style_id: str) -> Face:
        known = self._styled.setdefault(base, {})
        start = base._replace(bold=False)
        face = self._styles.inherited(style_id, known, start, self._with_style)
        return face._replace(bold=face.bold != base.bold)  # two toggles cancel each other

    def _with_style(self, face: Face, style: Node) -> Face:
        w = names_of(style)
        said = style.find(w["rPr"])
        return face if said is None else self._with_face(face, said, w)

    def _with_face(self, face: Face, properties: Node, w: Names) -> Face:
        font, latin, size, bold = face
        for node in properties:
            tag = node.tag
            if tag == w["rFonts"]:
                font = self._font(node, "eastAsia", w) or font
                latin = self._font(node, "ascii", w) or latin
            elif tag == w["sz"]:
                size = points(value(node, w), _HALF_POINTS) or size
            elif tag == w["b"]:
                bold = switch(node, w) or False
        return Face(font, latin, size, bold)

    def _font(self, fonts: Node, script: str, w: Names) -> str:
        themed = fonts.get(w[f"{script}Theme"])
        named = self._theme.font(themed) if themed else ""
        return named or fonts.get(w[script], "")

    def _style_lines(self, style_id: str) -> _Lines:
        start = _Lines()
        if (said := self._default("p")) is not None:
            start = _with_lines(start, {node.tag: node for node in said}, names_of(said))
        return self._styles.inherited(style_id, self._lines, start, _with_style_lines)

    def _is_numbered(self, said: Mapping[str, Node], style_id: str, w: Names) -> bool:
        """Say whether a list numbers a paragraph that has no indent of its own."""
        if w["ind"] in said:
            return False
        numbering = said.get(w["numPr"])
        direct = None if numbering is None else number(numbering.find(w["numId"]), w)
        return bool(self._styles.get(style_id).num_id if direct is None else direct)


def _with_lines(lines: _Lines, said: Mapping[str, Node], w: Names) -> _Lines:
    alignment, indents, line, rule, snaps = lines
    if (node := said.get(w["jc"])) is not None:
        alignment = _ALIGNMENTS.get(value(node, w) or "", alignment)
    if (node := said.get(w["ind"])) is not None:
        indents = _with_indents(indents, node, w)
    if (node := said.get(w["spacing"])) is not None:
        line, rule = node.get(w["line"], line), node.get(w["lineRule"], rule)
    if (node := said.get(w["snapToGrid"])) is not None:
        snaps = switch(node, w) or False
    return _Lines(alignment, indents, line, rule, snaps)


def _with_style_lines(lines: _Lines, style: Node) -> _Lines:
    w = names_of(style)
    said = style.find(w["pPr"])
    return lines if said is None else _with_lines(lines, {node.tag: node for node in said}, w)


def _with_indents(indents: _Indents, node: Node, w: Names) -> _Indents:
    told: dict[str, float] = {}
    for name, (field, parts, sign) in _LENGTHS.items():
        amount = points(node.get(w[name]), parts)
        if amount is not None and (amount or field not in told):
            told[field] = sign * amount
    return indents._replace(**told)


def _in_characters(indents: _Indents, size: float | None) -> tuple[float | None, float | None]:
    """Give the first and the other lines' indents; what is said in characters counts first."""
    first, left = indents.first_characters, indents.left_characters
    if (not first and indents.first) or (not left and indents.left):
        if not size:
            return None, None
        first, left = first or indents.first / size, left or indents.left / size
    return left + first, left


def _pitch(lines: _Lines, size: float | None) -> tuple[float | None, float | None]:
    """Give the line pitch in points where it is fixed, else the multiple of the grid's line."""
    fixed = max(0, points(lines.line, _TWIPS) or 0)
    if lines.rule == "exact":
        return fixed or None, None
    if lines.rule == "atLeast":
        return fixed if size and fixed >= _NATURAL * size else None, None
    multiple = points(lines.line, _LINE)
    return None, multiple if lines.snaps else None
