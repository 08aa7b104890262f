"""Fonts, sizes, alignment, measures: what a Word file sets otherwise than the standard."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.place import where_absent
from gongkai_lint.checks.registered import TypefaceName
from gongkai_lint.checks.setting import (
    Setting,
    heading_settings,
    number_settings,
    page_settings,
    text_settings,
    title_settings,
)
from gongkai_lint.law.tables import LawTables
from gongkai_lint.law.typeface import Size, size_name
from gongkai_lint.model.document_type import DocumentType
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.formatting import ALIGNMENT_WORDS, MEASURE_WORDS, Alignment, Measure
from gongkai_lint.named import NamedTuple

Part = Literal[
    "title", "text", "heading", "heading_1", "heading_2", "lower_headings", "page", "page_number"
]
Ranges = Mapping[Measure, tuple[float, float]]

_LEVELS: dict[Part, tuple[int, ...]] = {
    "heading": (),
    "heading_1": (1,),
    "heading_2": (2,),
    "lower_headings": (3, 4),
}
_NO_RANGES: Ranges = {}
_ONE_PAGE = 22 * 28


class Layout(NamedTuple):
    """Report one part of a document where a Word file sets it otherwise than allowed.

    ``part`` is the title (of the scope), its prose (``text``), the headings of all levels, of the
    first, the second or the lower ones, the page of the title, or the page numbers. Allowed are
    ``fonts`` (families of typefaces.yaml), ``sizes`` (字号), ``alignments``, the ``ranges`` of
    measures, and ``texts`` (of a page number). All places make one match at the first, with what
    was ``found`` in words.
    """

    part: Part
    fonts: tuple[TypefaceName, ...] = ()
    sizes: tuple[Size, ...] = ()
    alignments: tuple[Alignment, ...] = ()
    ranges: Ranges = _NO_RANGES
    texts: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield one match for all that is set otherwise, or for page numbers that are absent."""
        settings = list(self._settings(view))
        if not settings and self.part == "page_number" and _wants_numbers(view):
            yield Match(where_absent(view.document, ()), case="absent")
        wrong = [(setting, told) for setting in settings if (told := self._told(setting, view.law))]
        if wrong:
            found = _summed([told for _, told in wrong], among=len(settings))
            yield Match(wrong[0][0].span, (("found", found),))

    def sees(self, view: View) -> bool:
        """Say whether the file tells anything of what the check asks."""
        return any(self._asks(setting) for setting in self._settings(view))

    def _settings(self, view: View) -> Iterator[Setting]:
        if self.part == "title":
            return title_settings(view)
        if self.part == "text":
            return text_settings(view)
        if self.part in _LEVELS:
            return heading_settings(view, _LEVELS[self.part])
        return (
            page_settings(view.document) if self.part == "page" else number_settings(view.document)
        )

    def _asks(self, setting: Setting) -> bool:
        return bool(
            (self.fonts and setting.face.font)
            or (self.sizes and setting.face.size)
            or (self.alignments and setting.alignment)
            or (self.texts and setting.text)
            or self.ranges.keys() & setting.measures.keys()
        )

    def _told(self, setting: Setting, law: LawTables) -> dict[str, str]:
        """Give what differs at one place, in words, by its kind."""
        told: dict[str, str] = {}
        font, size = law.typeface(setting.face.font), setting.face.size
        named = size_name(size) if size else ""
        if (self.fonts and font and font not in self.fonts) or (
            self.sizes and named and named not in self.sizes
        ):
            told["face"] = ("加粗" if setting.face.bold else "") + font + named
        if self.alignments and setting.alignment and setting.alignment not in self.alignments:
            told["alignment"] = ALIGNMENT_WORDS[setting.alignment]
        for name, (least, most) in self.ranges.items():
            measure = setting.measures.get(name)
            if measure is not None and not least <= measure <= most:
                told[name] = MEASURE_WORDS[name].format(measure)
        if self.texts and not any(pattern.occurs(setting.text) for pattern in self.texts):
            told["text"] = f"写作“{setting.text}”"
        return told


def _summed(wrong: list[dict[str, str]], among: int) -> str:
    """Give what differs, of each kind the most frequent, with the number of places."""
    kinds = dict.fromkeys(kind for told in wrong for kind in told)
    parts = []
    for kind in kinds:
        count = Counter(told[kind] for told in wrong if kind in told)
        words, _ = count.most_common(1)[0]
        more = "等" if len(count) > 1 else ""
        places = f"（{count.total()}处）" if among > 1 else ""
        parts.append(words + more + places)
    return "、".join(parts)


def _wants_numbers(view: View) -> bool:
    """Say whether the file shows how pages are set; the first page of a letter shows no number."""
    document = view.document
    is_letter = document.document_type is DocumentType.LETTER
    return bool(document.source.sections) and (not is_letter or len(document.text) > _ONE_PAGE)


KIND = Kind(
    Layout,
    "字体、字号、页边距等版面",
    tells=("form", "absent"),
    words=("found",),
    uses=("formatting",),
)
