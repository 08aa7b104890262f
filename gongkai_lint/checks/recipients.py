"""How those to whom a paper goes stand to the one that sends it."""

from collections.abc import Iterator
from typing import Literal

from gongkai_lint.checks.correspondents.sent_to import addressed, asked_of, copied
from gongkai_lint.checks.correspondents.standing import Relation, stands
from gongkai_lint.checks.correspondents.strangers import are_strangers
from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.level import level_of
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

Way = Literal["addressed", "copied", "asked"]
_Named = tuple[Span, str]


class Recipients(NamedTuple):
    """Report each recipient that stands in one of the ways ``related`` to the issuer.

    ``way`` is how it gets the paper: ``addressed`` (wherever it says to whom), ``copied``, or
    ``asked`` in person to decide. With ``behind`` only those count that stand behind one that
    stands so to the issuer. A ``stranger`` is no superior of the issuer at all, reported unless a
    superior is addressed beside it. Nothing is reported where one of ``unsaid`` occurs in the
    document; its group ``organ`` must name none of another level than the issuer's. With
    ``title_word`` the place is the last one of the title, {recipient} the first of those addressed.
    """

    way: tuple[Way, ...] = ("addressed",)
    related: tuple[Relation | Literal["stranger"], ...] = ()
    behind: tuple[Relation, ...] = ()
    title_word: str = ""
    unsaid: tuple[Pattern, ...] = ()

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return bool(self.unsaid)

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the recipients, or the word of the title."""
        document = view.document
        found = list(self._found(document))
        if not found or self._is_said(document):
            return
        if self.title_word:
            yield from self._in_title(document, *found[0])
        else:
            yield from (Match(span, (("recipient", name),)) for span, name in found)

    def _in_title(self, document: Document, span: Span, name: str) -> Iterator[Match]:
        title = next((e.span for e in document.of("title")), None)
        at = document.text.rfind(self.title_word, *title) if title else -1
        if at >= 0:
            place = Span(at, at + len(self.title_word))
            yield Match(place, (("recipient", name),), related=(Related(span, name),))

    def _found(self, document: Document) -> Iterator[_Named]:
        known = list(self._known(document))
        if "stranger" in self.related:
            if all(are_strangers(document, name) for _, name in known):
                yield from known
            return
        passed = not self.behind
        for span, name in known:
            if passed and any(stands(document, name, r) for r in self.related if r != "stranger"):
                yield span, name
            passed = passed or any(stands(document, name, one) for one in self.behind)

    def _known(self, document: Document) -> Iterator[_Named]:
        seen: set[int] = set()
        for way in self.way:
            mainly = way == "addressed" and bool(self.title_word)
            for span in addressed(document, mainly=True) if mainly else _WAYS[way](document):
                if span.start not in seen:
                    seen.add(span.start)
                    yield span, document.words(span)

    def _is_said(self, document: Document) -> bool:
        levels = {None, document.issuer.level}
        return any(
            "organ" not in found.re.groupindex or level_of(found["organ"]) in levels
            for pattern in self.unsaid
            for _, found in pattern.finditer(document.text, Span(0, len(document.text)))
        )


_WAYS = {"addressed": addressed, "copied": copied, "asked": asked_of}

KIND = Kind(Recipients, "文件送给谁：是上级、平级、下级还是负责人个人", words=("recipient",))
