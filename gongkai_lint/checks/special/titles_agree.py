"""The issued text's name in the notice's title, in its opening words and above the text itself."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.title_names import bare, is_led_by_organ
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled
from gongkai_lint.text import likeness

_IN_TITLE = compiled(
    r"(?s)(?:印\s*发|下\s*发|转\s*发|批\s*转|颁\s*发|公\s*布|发\s*布)"
    r"(?P<name>.+?)的?\s*(?:通\s*知|公\s*告|通\s*告|函)\s*$",
)
_ASKED = compiled(r"(?s)(?:征\s*求|听\s*取)(?P<name>《.+》)(?:的\s*)?(?:意\s*见|建\s*议)")
_IN_MARKS = compiled(r"(?s)《(?P<name>.+)》")
_GIVES = compiled(r"印发|转发|下发|发布|公布|发给你们|公开征求|征求意见|征求")
_OTHER_DEED = compiled(r"贯\s*彻|落\s*实|执\s*行|学\s*习|重\s*新|修\s*改|废\s*止|做\s*好|清\s*理")
_FORWARDS = compiled(r"转\s*发$|批\s*转$")
_TRIAL = compiled(r"[（(](?:试行|暂行|修订|修正|[\d—－-]{4,12}年?)[）)]")
_TOPIC = compiled(r"关于(?P<topic>.+)$")
_KIND = compiled(r"的?(?:补充|紧急)?(?:通知|函|公告|通告|意见)$")
_SEVERAL = compiled(r"》[^《》。；\n]{0,12}《")
_COUNTED = compiled(r"[二两三四五六七八九十\d][个项件部][^》\s]{1,6}$")  # 转企和发展两个规定
_NEAR = 0.6
_PLACES = 3


class _Name(NamedTuple):
    where: str
    words: str
    span: Span
    marked: bool = True
    forwarded: bool = False


class TitlesAgree(NamedTuple):
    """Yield the name that differs: the odd one of three, else the later of two."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        names = [name for name in _names(view.document) if name is not None]
        if _all_same(names):
            return
        odd = _odd_one(names)
        other = next(name for name in names if name.where != odd.where and not _same(name, odd))
        if _ratio(odd, other) < _NEAR:
            return
        words = (("where", odd.where), ("other_where", other.where), ("other", other.words.strip()))
        yield Match(odd.span, words, (Related(other.span, other.words.strip()),))


def _names(document: Document) -> tuple[_Name | None, ...]:
    title = _name_in_title(document)
    return title, _name_in_opening(document, title), _name_above_text(document)


def _name_in_title(document: Document) -> _Name | None:
    for element in document.of("title"):
        words = document.words(element.span)
        found = _ASKED.search(words) or _IN_TITLE.search(words)
        if found is None or _OTHER_DEED.search(words, 0, found.start()):
            return None  # the title says something else than that a text is issued
        forwarded = _FORWARDS.search(words, 0, found.start("name")) is not None
        words, start = found["name"], found.start("name")
        if _SEVERAL.search(words) or _COUNTED.search(words):
            return None  # two texts are issued together
        marked = _IN_MARKS.search(words)
        if marked:
            words, start = marked["name"], start + marked.start("name")
        at = element.span.start + start
        span = Span(at, at + len(words))
        if marked and (behind := _TRIAL.match(found["name"], marked.end())):
            words += behind[0]  # 《…》（试行） is one name, however the bracket stands
        return _Name("标题", words, span, marked is not None, forwarded)
    return None


def _name_in_opening(document: Document, title: _Name | None) -> _Name | None:
    """Give the title cited where the text is handed on, the one most like the notice's title."""
    bodies = document.of("body")
    if title is None or not bodies:
        return None
    opening = document.text[bodies[0].span.start : bodies[0].span.start + 600]
    if "和" in title.words and _SEVERAL.search(opening.partition("\n")[0]):
        return None  # the title may name both
    near = [
        _bare_of_marks(document, citation.title_span)
        for citation in document.citations
        if bodies[0].span.covers(citation.span)
        and _GIVES.search(document.words(_line(document, citation.span)))
        and citation.span.start < bodies[0].span.start + 600
    ]
    likeness = [(_ratio(title, name), -name.span.start, name) for name in near]
    best = max(likeness, default=None)
    return best[2] if best and best[0] >= _NEAR else None


def _bare_of_marks(document: Document, span: Span) -> _Name:
    words = document.words(span)
    inner = span.start + words.startswith("《"), span.end - words.endswith("》")
    behind = _TRIAL.match(document.text, span.end)
    words = document.text[slice(*inner)] + (behind[0] if behind else "")
    return _Name("正文", words, Span(*inner))


def _line(document: Document, span: Span) -> Span:
    return document.paragraph_span(document.paragraph_at(span.start))


def _name_above_text(document: Document) -> _Name | None:
    for element in document.of("issued_text_title"):
        return _Name("所附文件", document.words(element.span), element.span)
    return None


def _all_same(names: list[_Name]) -> bool:
    return all(_same(names[0], name) for name in names[1:])


def _same(one: _Name, two: _Name) -> bool:
    if bare(one.words) == bare(two.words) or _led_by(one, two) or _led_by(two, one):
        return True
    return (one.forwarded or two.forwarded) and _topic(one) == _topic(two) != ""


def _topic(name: _Name) -> str:
    """Give what a forwarded text is about: its organ and its kind may be left out of the title."""
    found = _TOPIC.search(bare(name.words))
    return _KIND.sub("", found["topic"]) if found else ""


def _led_by(title: _Name, other: _Name) -> bool:
    """Say whether only an organ in front, no part of the name, makes the difference."""
    name = bare(other.words)
    free = not title.marked or name.startswith("关于")
    return free and is_led_by_organ(bare(title.words), name)


def _odd_one(names: list[_Name]) -> _Name:
    for name in names:
        if len(names) == _PLACES and sum(_same(name, other) for other in names) == 1:
            return name
    return names[-1]


def _ratio(one: _Name, two: _Name) -> float:
    return likeness(bare(one.words), bare(two.words))


KIND = Kind(TitlesAgree, "文件名称前后一致", words=("where", "other_where", "other"))
