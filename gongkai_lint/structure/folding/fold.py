"""Fold a text: simplified script, usual characters, no stray blanks, nothing invisible.

Most texts need none of it, and one search says so. Characters are folded one for one; blanks that
text fixers and conversions put between digits and Chinese characters, and format characters that
nobody sees, are left out, and an alignment tells where the rest stands in the text as written.
"""

import re
from functools import cache

from gongkai_lint.model.alignment import Alignment
from gongkai_lint.model.source import Paragraph, Source
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.structure.folding.tables import look_alikes, script

_LOOK_ALIKES = "\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f０-９Ａ-Ｚａ-ｚ"
# soft hyphen, zero-width blanks and joiners, marks of direction, variation selectors
_INVISIBLE = (
    "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef"
)
_BLANK = " \u00a0\u2000-\u200a\u202f\u205f"
_BLANKS = compiled(f"[{_BLANK}]")
_BESIDE = "\u3400-\u9fff〔〕"
# a number that opens a line, or that follows 附件 or 表, is a label: the blank behind it parts it
# from a name, unless the name of a unit of measure or of time follows
_UNIT = "[年月日号时个项条章款名人元万亿千百天周岁届次期米公吨度级类批种家户件倍点〔〕]"
_LABEL = compiled(r"\s*(?:\d+[.．])*\d+")
_NO_NAME = compiled(r"[年月](?!度)|[日号时个元万亿千百天〔〕]")
_GAP = compiled(
    rf"[{_INVISIBLE}]+"
    rf"|[{_BLANK}](?<=[{_BESIDE}].)(?=[\d〔])"
    rf"|[{_BLANK}](?<=\d.)(?:(?={_UNIT})|(?<![件表图]\d.)(?<![件表图][{_BLANK}]\d.)(?=[{_BESIDE}]))"
)
_ODD = compiled(f"[{_LOOK_ALIKES}]|{_GAP.pattern}")
# blanks between Chinese words, too, part the columns of a table that lost its lines
_COLUMN = compiled(rf"[{_BLANK}](?<=[\u3400-\u9fff。；].)(?=[\u3400-\u9fff])")
_FEWEST_COLUMNS = 3
# 批覆 is 批复, but not in 审批覆盖面
_COVER = "(?![盖蓋])"
_FEWEST_TELLING, _MORE = 50, 2


class Folded(NamedTuple):
    """A folded source, where its characters stand as written, whether these were traditional."""

    source: Source
    alignment: Alignment
    traditional: bool


def folded(source: Source) -> Folded | None:
    """Fold the paragraphs of a source; None where that changes nothing."""
    text = "\n".join(paragraph.text for paragraph in source.paragraphs)
    if not _may_change(text):
        return None
    traditional = is_traditional(text)
    odd = _odd_in(text, traditional=traditional)
    paragraphs: list[Paragraph] = []
    places: list[tuple[int, int]] = []
    start = 0
    for paragraph in source.paragraphs:
        folded_text, cuts = _fold_line(paragraph.text, odd)
        inner = paragraph.inner and Span(*(at - _cut(cuts, at) for at in paragraph.inner))
        paragraphs.append(paragraph._replace(text=folded_text, inner=inner, segments=()))
        gone = 0
        for cut in cuts:
            places.append((start + cut.start - gone, cut.end - cut.start))
            gone += cut.end - cut.start
        start += len(folded_text) + 1
    if tuple(p.text for p in paragraphs) == tuple(p.text for p in source.paragraphs):
        return None
    changed = source._replace(paragraphs=tuple(paragraphs), remarks=())
    return Folded(changed, _alignment(places), traditional)


def fold_characters(text: str) -> str:
    """Fold the characters of a text one for one."""
    return _folding(traditional=False).sub(_read_as, text)


def is_traditional(text: str) -> bool:
    """Say whether the whole text stands in traditional script."""
    told, untold = _telling()
    traditional = len(told.findall(text))
    if traditional * _FEWEST_TELLING < len(text):
        return False
    return traditional > _MORE * len(untold.findall(text))


class _Odd(NamedTuple):
    """The few characters and words that a text has to be folded, and how."""

    characters: frozenset[str]
    words: tuple[str, ...]
    shape: re.Pattern[str]

    def stands_in(self, line: str) -> bool:
        """Say whether there is anything to fold in a line: most have nothing."""
        return not self.characters.isdisjoint(line) or any(map(line.__contains__, self.words))


def _odd_in(text: str, *, traditional: bool) -> _Odd:
    characters, words = _foldable(traditional=traditional)
    held = tuple(word for word in words if word in text)
    return _Odd(characters.intersection(text), held, _folding(traditional=traditional))


def _fold_line(line: str, odd: _Odd) -> tuple[str, list[Span]]:
    """Give a line folded, and the parts of it that were left out."""
    line = odd.shape.sub(_read_as, line) if odd.stands_in(line) else line
    columns = len(_COLUMN.findall(line)) >= _FEWEST_COLUMNS
    cuts = [
        Span(*gap.span())
        for gap in _GAP.finditer(line)
        if not (_BLANKS.match(gap[0]) and (columns or _parts_label(line, gap)))
    ]
    kept, at = [], 0
    for cut in cuts:
        kept.append(line[at : cut.start])
        at = cut.end
    return "".join([*kept, line[at:]]), cuts


def _parts_label(line: str, gap: re.Match[str]) -> bool:
    """Say whether a gap parts the number that opens a line from its name."""
    label = _LABEL.match(line)
    return label is not None and label.end() == gap.start() and not _NO_NAME.match(line, gap.end())


def _cut(cuts: list[Span], offset: int) -> int:
    """Count the characters that are left out in front of an offset."""
    return sum(min(cut.end, offset) - cut.start for cut in cuts if cut.start < offset)


def _alignment(places: list[tuple[int, int]]) -> Alignment:
    total, totals = 0, []
    for _, length in places:
        total += length
        totals.append(total)
    return Alignment(tuple(offset for offset, _ in places), tuple(totals))


def _read_as(found: re.Match[str]) -> str:
    return _readings()[found[0]]


@cache
def _readings() -> dict[str, str]:
    """Give what each form and word is read as, forms of forms followed to their end."""
    known = script()
    forms = known.forms | known.contextual
    alike = {form: known.forms.get(plain, plain) for form, plain in look_alikes().items()}
    return forms | alike | known.words | known.usual_words


def _may_change(text: str) -> bool:
    """Say whether folding may change a text; most texts it does not."""
    return (
        _ODD.search(text) is not None
        or _form().search(text) is not None
        or any(map(text.__contains__, script().usual_words))
    )


@cache
def _form() -> re.Pattern[str]:
    """Give the shape of the thousands of forms: quicker than a set, which takes a text apart."""
    return compiled(f"[{''.join(script().forms)}]")


@cache
def _foldable(*, traditional: bool) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give the characters and the words, the longest first, that are folded."""
    known = script()
    words = known.usual_words | (known.words if traditional else {})
    forms = (*known.forms, *(known.contextual if traditional else ()), *look_alikes())
    return frozenset(forms), tuple(sorted(words, key=lambda word: (-len(word), word)))


@cache
def _folding(*, traditional: bool) -> re.Pattern[str]:
    forms, words = _foldable(traditional=traditional)
    return compiled(f"(?:{'|'.join(words)}){_COVER}|[{''.join(sorted(forms))}]")


@cache
def _telling() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the shapes of traditional characters, and of those that only simplified texts have."""
    known = script()
    pairs = [(form, plain) for form, plain in known.forms.items() if plain not in known.either]
    simplified = "".join(dict.fromkeys(plain for _, plain in pairs))
    return compiled(f"[{''.join(form for form, _ in pairs)}]"), compiled(f"[{simplified}]")
