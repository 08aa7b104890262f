"""Names from a closed list with one slip: 市场监督管埋局, 常务委会, 监督督管理局."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.slips import (
    LEAST_BESIDE,
    Found,
    forms_of,
    is_mistake,
    is_national,
    seeds_of,
    slip_at,
)
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Edit, Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.model.spans import SortedSpans
from gongkai_lint.named import NamedTuple
from gongkai_lint.sought import Rows

# What tells ranks of one body apart: 金融监管总局 and 省金融监管局, 救援大队 and 救援队伍.
_RANKS = frozenset("总分支大中")
_BESIDE = 4  # characters on each side of an end: the longest words that are no phrases
# behind 部: another word (部门, 部署, 部分)
_AFTER_MINISTRY = frozenset("门署分队位件委")
# behind the last character of an organ's name, written twice, a word about its people or parts:
# 总局局长, 法院院内, 宣传部部务会议
_OF_AN_ORGAN = frozenset("长务面级内属机党领里直系势办网各所主工团纪首本全下管辖士落")
_DOUBLED = frozenset("局部厅署院")  # 共产党党员 and 共和国国徽 go on with another word
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』", '"': '"'}
_LONGEST_QUOTE = 40
_FIRST, _LAST = "一", "鿿"


class NearName(NamedTuple):
    """Report a name with one slip: of an agency of the register, or one ``listed``.

    A slip is a character replaced, left out or added, or two neighbours swapped. Only names of
    ``least`` characters or more are compared, and only where a whole half of the name stands
    unharmed. Where the odd character and a neighbour match ``unless`` (监督, 文体), it is another
    body's name, unless it splits a word of the name (环保境) or is written twice (监管管理). Two
    words of a name in the other order are a slip too. ``short`` names are only known with a
    character that looks or sounds alike (审记署). A name in quotation marks whose sentence speaks
    of a mistake (``quoted``) is an example. The right name is the edit.
    """

    least: int
    listed: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    unless: tuple[Pattern, ...] = ()
    quoted: tuple[Pattern, ...] = ()

    def settled(self, law: LawTables) -> "NearNames":
        """Give the check with the halves of all names."""
        known = (*law.agency_names, *self.listed)
        names = frozenset(name for name in known if len(name) >= self.least)
        return NearNames(self, names, seeds_of(names))


class NearNames(NamedTuple):
    """A check for near names with the names and their halves, worked out once."""

    asked: NearName
    names: frozenset[str]
    seeds: Rows

    def matches(self, view: View) -> Iterator[Match]:
        """Yield each misspelt name in the scope."""
        text = view.document.text
        taken: set[int] = set()
        scopes = SortedSpans(view.spans)
        for found, name in sorted(
            [*self._slips(text), *_mistyped(text, self.asked.short)], key=_widest_name
        ):
            if not taken.isdisjoint(range(*found.span)):
                continue
            taken.update(range(*found.span))
            if scopes.cover(found.span) and not self._is_example(view.document, found.span):
                yield Match(found.span, (("right", name),), edits=(Edit(found.span, name),))

    def _is_example(self, document: Document, span: Span) -> bool:
        """Say whether the name stands in quotation marks in a sentence about mistakes."""
        text, start = document.text, max(0, span.start - _LONGEST_QUOTE)
        before, after = text[start : span.start], text[span.end : span.end + _LONGEST_QUOTE]
        marks = [mark for mark in _QUOTES if before.rfind(mark) > before.rfind(_QUOTES[mark])]
        marks += ['"'] * (before.count('"') % 2)
        if not any(_QUOTES[mark] in after for mark in marks):
            return False
        sentence = document.sentence(span)
        return any(pattern.occurs(text, sentence) for pattern in self.asked.quoted)

    def _slips(self, text: str) -> Iterator[tuple[Found, str]]:
        for seed, halves in self.seeds.likely(text):
            at = text.find(seed)
            while at >= 0:
                end = at + len(seed)
                ahead = text[max(0, at - LEAST_BESIDE) : at]
                behind = text[end : end + LEAST_BESIDE]
                for name, before, beside in halves:
                    near = ahead if before else behind
                    if beside and beside[0] not in near and beside[1] not in near:
                        continue  # nothing of the rest
                    if text.startswith(name, max(0, at - before)):  # nearly always: it is right
                        if _is_doubled(text, at - before + len(name)):
                            yield _doubled(at - before, name), name
                        continue
                    found = slip_at(text, at, name, (before, before + len(seed)))
                    if found and self._holds(text, found, name):
                        yield found, name
                at = text.find(seed, at + 1)

    def _holds(self, text: str, found: Found, name: str) -> bool:
        """Say whether what stands there is no other name and no other way to write this one."""
        here = text[found.span.start : found.span.end]
        if here in self.names or len(here) < self.asked.least or not all(map(_is_han, here)):
            return False
        follows = text[found.span.end : found.span.end + 1]
        is_word_of_its_own = name.endswith("部") and follows in _AFTER_MINISTRY
        if is_word_of_its_own or not is_mistake(text, found, name):
            return False
        only_one = found.slip == "turned" and is_national(name)
        pairs = () if only_one else _pairs(text, found)
        sure = bool(pairs) and _is_sure(text, found, name)
        if not sure and any(p.occurs(pair) for p in self.asked.unless for pair in pairs):
            return False
        if (
            _is_word(here)
            or _is_cut(text, found)
            or here[: found.odd - found.span.start] in self.names
        ):
            return False
        one_rank = name in self.asked.listed and is_national(name)  # 国家市场监督管理总局 is no 局
        if found.slip == "left_out" and name[found.place] in _RANKS and not one_rank:
            return False
        return not _names_there(text, found.span, name, self.names)


def _is_sure(text: str, found: Found, name: str) -> bool:
    """Say whether the odd character makes no other word: it splits one, or doubles another."""
    if found.slip == "added":
        return _is_word(name[found.place - 1 : found.place + 1])
    beside = (text[found.odd - 1 : found.odd], text[found.odd + 1 : found.odd + 2])
    return found.slip == "replaced" and text[found.odd] in beside


def _is_doubled(text: str, end: int) -> bool:
    """Say whether a name's last character stands once more behind it: 总局局派出机构."""
    last, follows = text[end - 1], text[end + 1 : end + 2]
    if text[end : end + 1] != last or last not in _DOUBLED:
        return False
    if not follows or not _is_han(follows):
        return True
    return follows not in _OF_AN_ORGAN | _AFTER_MINISTRY and not _is_word(last + follows)


def _doubled(start: int, name: str) -> Found:
    end = start + len(name)
    return Found("added", len(name), end, Span(start, end + 1))


def _mistyped(text: str, short: tuple[str, ...]) -> Iterator[tuple[Found, str]]:
    """Give the short names of which one character is mistyped: 国务完, 审记署."""
    forms, sought = forms_of(short)
    for form in sought.likely(text):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            name = forms[form]
            odd = next(i for i, one in enumerate(form) if one != name[i])
            if not _is_word(form) and not _runs_on(text, at) and not _runs_on(text, end):
                yield Found("replaced", odd, at + odd, Span(at, end)), name
            at = text.find(form, end)


def _runs_on(text: str, at: int) -> bool:
    """Say whether a word stands across a place: 国务完|成."""
    return any(
        _is_word(text[max(0, at - before) : at + after])
        for before, after in ((1, 1), (2, 1), (1, 2), (2, 2))
    )


def _widest_name(slip: tuple[Found, str]) -> tuple[int, int]:
    """Sort the longer names first: 卫生健唐委员会 is not 卫生健唐委 and a rest."""
    found, name = slip
    return -len(name), found.span.start


def _is_han(character: str) -> bool:
    return _FIRST <= character <= _LAST


def _is_cut(text: str, found: Found) -> bool:
    """Say whether an end lies inside a word: 共和|国工商总局, and beside a slip 救援队|伍, 局局|长.

    What stands before a name is mostly 省, 县 or 市, so there only words of three count.
    """
    start, end = found.span
    beside = text[end - _BESIDE : end + _BESIDE].partition("\n")[0]
    run_on = found.odd >= end - LEAST_BESIDE and _BESIDE not in _bounds(beside)
    return run_on or (start >= LEAST_BESIDE and _is_word(text[start - LEAST_BESIDE : start + 1]))


def _names_there(text: str, span: Span, name: str, names: frozenset[str]) -> bool:
    """Say whether the place belongs to another name of the list, whole there."""
    start, end = max(0, span.start - len(name)), span.end + len(name)
    near = text[start:end]
    for other in names:
        at = near.find(other) if len(other) > span.end - span.start else -1
        if at >= 0 and start + at <= span.start and start + at + len(other) >= span.end:
            return True
    return False


def _is_word(words: str) -> bool:
    from gongkai_lint.segmentation import is_word  # most texts hold nothing like such a name

    return is_word(words)


def _bounds(text: str) -> frozenset[int]:
    from gongkai_lint.segmentation import bounds  # as above

    return bounds(text)


def _pairs(text: str, found: Found) -> tuple[str, ...]:
    """Give each two characters at the slip: where one was left out, those on its sides."""
    first = found.odd - (found.slip != "swapped")
    last = found.odd + (found.slip != "left_out")
    return tuple(text[i : i + 2] for i in range(max(0, first), last))


KIND = Kind(NearName, "名称差一个字", words=("right",), uses=("law",))
