"""Organs in running text: 市疾控中心, 各县（市、区）人民政府, 财政部门, and the issuers' own names.

A name has no mark at its left end. It is read from a word that begins names (各, 市, 县, 我, 国家),
or, without one, from where a clause or an enumeration begins, to the first ending of organs that
is not the beginning of another word (局 but not 局面).
"""

from collections.abc import Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.span import Span
from gongkai_lint.organs import BARE_ENDS, LAST, RUNNING_ENDS, longest_first, running
from gongkai_lint.patterns import compiled
from gongkai_lint.reading.term import Term

_ENDING = "|".join(map(running, longest_first(RUNNING_ENDS)))
# what a name holds: no word that leads to one (由, 向, 报 …) unless it begins a word of its own
_INNER = (
    "(?:应急|不动产|对外|经济|经贸|经营|经信|和(?![，、])|"
    "(?!会同|设立|成立|注册|建立|组织|负责|牵头|配合|进入|办理|落实|做好|指定|批准|出具|提供|采购|责令|责成|跳过|绕过|没有|听取|征求)"
    "(?![经由向请将把对在于及与报未不可应须要予给是的了等为并])[\u4e00-\u9fff])"
)
_LEVEL = (
    "各县（市、区）|各市（县、区）|各县（区）|各|有关|相关|省直|市直|县直|区直|国家(?!秘密)|"
    "(?:全|本|我|你|贵)?[省市县区州镇乡]|(?:本|我|你|贵)(?=[" + LAST + "院处科机单])"
)
_NAMED = compiled(
    rf"(?:{_LEVEL})(?:[、（）]|{_INNER}){{0,14}}?(?:{_ENDING})(?!有限|股份|[^，。；、和与及向由的对在]{{0,4}}有限公司)"
)
_BARE = compiled(
    rf"(?<![\u4e00-\u9fff\d])(?:由|请|会同|和|及|与|报|向|经)?(?P<name>(?:{_INNER}){{2,8}}?"
    rf"(?:{'|'.join(map(running, longest_first(BARE_ENDS)))}))"
)
# 本市公司, 全县物业公司: firms of a place, no name
_ANY_FIRM = compiled(r"[全本我][省市县区州镇乡][\u4e00-\u9fff]{0,8}公司$")
_ORGAN = frozenset({"organ"})
_KINDS = (  # what an organ is besides, by the end of its name
    (("公司", "集团", "银行", "合作社"), frozenset({"organ", "firm"})),
    (
        ("政府", "国务院", "省委", "市委", "县委", "区委", "党委"),
        frozenset({"organ", "government"}),
    ),
)
_SHORTEST = 3


def organ_spans(document: Document, text: str, span: Span) -> Iterator[Term]:
    """Yield the organs named in a stretch of the text, none inside another."""
    end = -1
    found = {*_known(document, text, span), *_shaped(text, span)}
    for start, stop in sorted(found, key=_longest_first):
        if start >= end:
            end = stop
            yield Term(start, stop, _classes(text[start:stop]))


def _classes(name: str) -> frozenset[str]:
    return next((classes for ends, classes in _KINDS if name.endswith(ends)), _ORGAN)


def _longest_first(place: tuple[int, int]) -> tuple[int, int]:
    return place[0], -place[1]


def _shaped(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield names by their shape; a name with a level in it begins there (移交|市城管局)."""
    every = (found.span() for found in _NAMED.finditer(text, *span))
    named = [(start, end) for start, end in every if not _ANY_FIRM.match(text[start:end])]
    yield from named
    ends = {end for _, end in named}
    for found in _BARE.finditer(text, *span):
        if found.end("name") not in ends:
            yield found.span("name")


def _known(document: Document, text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield where the issuers are named again."""
    for name in document.issuer.names:
        at = text.find(name, *span) if len(name) >= _SHORTEST else -1
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + len(name), span.end)
