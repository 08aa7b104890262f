"""How those to whom a paper goes stand to the one that sends it."""

from collections.abc import Iterator
from typing import Literal

from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.pattern import Pattern
from gongkai_lint.checks.sent_to import addressed, asked_of, copied
from gongkai_lint.checks.standing import Relation, relation_of
from gongkai_lint.checks.strangers import are_strangers
from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple

Way = Literal["addressed", "copied", "asked"]


class Recipients(NamedTuple):
    """Report each recipient that stands in one of the ways ``related`` to the issuer.

    ``way`` is how it gets the paper: ``addressed`` (wherever it says to whom), ``copied``, or
    ``asked`` in person to decide. With ``behind`` only those count that stand behind one that
    stands so to the issuer; where there are ``words``, those that match one. Where one of them
    matches ``not_words``, nothing is reported. With ``strange`` those are reported who are no
    superior of the issuer at all, unless a superior is addressed beside them; the place is then
    the last ``title_word`` of the title, {recipient} the name.
    """

    way: tuple[Way, ...] = ("addressed",)
    related: tuple[Relation, ...] = ()
    behind: tuple[Relation, ...] = ()
    words: tuple[Pattern, ...] = ()
    strange: bool = False
    title_word: str = ""
    not_words: tuple[Pattern, ...] = ()

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the recipients, or the word of the title."""
        document = view.document
        if self.strange:
            yield from self._strangers(document)
            return
        known = [(span, document.words(span)) for span in self._spans(document)]
        if any(pattern.occurs(name) for _, name in known for pattern in self.not_words):
            return
        passed = not self.behind
        for span, name in known:
            relation = relation_of(document, name)
            named = not self.words or any(pattern.occurs(name) for pattern in self.words)
            passed, counts = passed or relation in self.behind, passed and named
            if counts and relation in self.related:
                yield Match(span, (("recipient", name),))

    def _spans(self, document: Document) -> Iterator[Span]:
        seen: set[int] = set()
        for way in self.way:
            for span in _WAYS[way](document):
                if span.start not in seen:
                    seen.add(span.start)
                    yield span

    def _strangers(self, document: Document) -> Iterator[Match]:
        title = next((e.span for e in document.of("title")), None)
        at = document.text.rfind(self.title_word, *title) if title else -1
        if at < 0:
            return
        known = [(span, document.words(span)) for span in addressed(document, mainly=True)]
        strange = [are_strangers(document, name) for _, name in known]
        if known and all(strange):
            span, name = known[0]
            place = Span(at, at + len(self.title_word))
            yield Match(place, (("recipient", name),), related=(Related(span, name),))


_WAYS = {"addressed": addressed, "copied": copied, "asked": asked_of}

KIND = Kind(Recipients, "文件送给谁：是上级、平级、下级还是负责人个人", words=("recipient",))
