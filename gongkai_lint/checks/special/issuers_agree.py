"""The issuing organ in the title, in the letterhead and in the signature."""

import re
from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import stands_in_order

_HEAD = compiled(r"(?P<head>[^《》、，]{2,60}?)(?:关\s*于|印\s*发|下\s*发|转\s*发|批\s*转|发\s*布)")
_LETTERHEAD = compiled(r"(?P<head>[^《》、，\n]{4,40}?)(?:文\s*件)?\s*$")
_IDLE = compiled(r"\s|中华人民共和国")
_ORGAN = compiled(
    r"(?:人民政府|委员会)(?:办公[室厅])?|办公[室厅]|[市县省区][委府]|(?<=.)[局厅](?:办公室)?|中心(?!城|区)|[支大总]队|管理[处站所]"
    r"|公司|人民(?:法|检察)院"
)
_FULL = compiled(
    r"(?:中共|中国共产党)?[一-鿿]{2,10}?[省市县区州旗镇乡][一-鿿]*"
    r"(?:人民政府|委员会|办公[室厅]|[局厅]|中心|[支大总]队|管理[处站所]|公司|人民(?:法|检察)院)"
)
_DEPARTMENT = compiled(
    r"(?P<own>[一-鿿]{2,10}?[省市县区州旗镇乡][一-鿿]+[局厅])(?:[综机]?[一-鿿]{0,3}办公室)?"
)
_OFFICES = ("办公室", "办公厅")
_ZONE = compiled("开发区|新区|园区|高新区|管委会|管理局|集团")
_AREA = compiled(r"[一-鿿]{1,5}?[省市县区州旗]")


class _Name(NamedTuple):
    words: str
    span: Span
    where: str


class IssuersAgree(NamedTuple):
    """Yield the organ that the signature contradicts, in the title or else in the letterhead.

    A department's paper is printed by its own office: another department's in the imprint is told
    too.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        signed = [
            _Name(_bare(view.document.words(e.span)), e.span, "署名")
            for e in view.document.of("issuing_authority")
            if e.where == "signature"
        ]
        for named in _named(view.document):
            for match in _judge(view.document, named, signed):
                if match.case != "short" or view.profile == "draft":  # pages abbreviate titles
                    yield match
                return
        yield from _printed(view.document, signed)


def _printed(document: Document, signed: list[_Name]) -> Iterator[Match]:
    printers = document.of("printing_authority")[:1]
    printer = printers and _DEPARTMENT.fullmatch(_bare(document.words(printers[0].span)))
    issuers = [_DEPARTMENT.fullmatch(one.words) for one in signed]
    if printer and issuers and not any(one is None or _is_printer(one, printer) for one in issuers):
        named = _Name(printer[0], printers[0].span, "版记的印发机关")
        yield _match(named.span, named, signed[0], "other")


def _is_printer(issuer: re.Match[str], printer: re.Match[str]) -> bool:
    """Say whether it is the issuer's office, whose name may be abridged: 卫健局 of 卫生健康局."""
    own, other = issuer["own"], printer["own"]
    return stands_in_order(own, other) or stands_in_order(other, own)


def _named(document: Document) -> Iterator[_Name]:
    for kind, shape, where in (
        ("title", _HEAD, "标题"),
        ("letterhead", _LETTERHEAD, "版头"),
    ):
        for element in document.of(kind)[:1]:
            found = shape.match(document.words(element.span))
            if found:
                span = Span(*found.span("head")).shifted(element.span.start)
                yield _Name(_bare(found["head"]), span, where)


def _judge(document: Document, named: _Name, signed: list[_Name]) -> Iterator[Match]:
    if len(signed) == 1:
        case = _case(document, named.words, signed[0].words)
        if case:
            yield _match(named.span, named, signed[0], case)
    for one in signed if len(signed) > 1 else ():
        for other in signed:
            span = _without_area(document, named, one, other)
            if span:
                yield _match(span, named, one, "area")
                return


def _case(document: Document, named: str, signed: str) -> str:
    """Say how two names of a single organ differ, if they do."""
    if named in {signed + office for office in _OFFICES}:
        return "other"
    if signed in {named + office for office in _OFFICES}:
        # the office may make known what the organ has decided: 《云岭市人民政府关于…的决定》
        return "" if any(_bare(c.title).startswith(named) for c in document.citations) else "other"
    if signed.endswith(named):
        return "short" if _ZONE.search(signed, 0, len(signed) - len(named)) else ""
    if signed in named:
        return ""
    return _otherwise(named, signed)


def _otherwise(named: str, signed: str) -> str:
    if len(_ORGAN.findall(named)) > 1 or len(_ORGAN.findall(signed)) > 1:
        return ""
    if named.replace("和", "") == signed.replace("和", ""):
        return ""
    if stands_in_order(named, signed) or stands_in_order(signed, named):
        return "short"
    return "other" if _FULL.fullmatch(named) and _FULL.fullmatch(signed) else ""


def _without_area(document: Document, named: _Name, one: _Name, other: _Name) -> Span | None:
    """Give a joint issuer's name that lacks the area which its partner's name in the title has."""
    area = _AREA.match(other.words)
    if not area or other.words not in named.words or one.words in named.words:
        return None
    shorter = one.words.replace(area[0], "", 1)
    if shorter == one.words or shorter not in named.words:
        return None
    found = re.search(r"\s*".join(map(re.escape, shorter)), document.words(named.span))
    return Span(*found.span()).shifted(named.span.start) if found else None


def _match(span: Span, named: _Name, signed: _Name, case: str) -> Match:
    words = (("where", named.where), ("signed", signed.words))
    related = (Related(signed.span, "署名"),)
    return Match(span, words, related, case, doubtful=case == "short")


def _bare(words: str) -> str:
    return _IDLE.sub("", words)


KIND = Kind(
    IssuersAgree,
    "标题、版头与署名的机关名称",
    tells=("other", "area", "short"),
    words=("where", "signed"),
)
