"""What a kind of check tells about itself, and what a check of any kind can be asked."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, Protocol, cast

from gongkai_lint.law.period import Period
from gongkai_lint.law.tables import LawTables
from gongkai_lint.model.finding import Covered, Match, View
from gongkai_lint.model.vocabulary import Vocabulary
from gongkai_lint.named import NamedTuple

Use = Literal["law", "formatting", "leftovers", "list"]
Heads = tuple[frozenset[int], ...]


class Check(Protocol):
    """A way of looking at a document: a tuple of the fields that a rule's file gives.

    A check may have more methods, each asked by one of the functions below:
    ``settled(law)``, ``must_have(vocabulary)``, ``sees(view)``, ``cover(view)`` with ``manual()``,
    ``limits(law)`` and ``history(law)``, ``misses()``.
    """

    def matches(self, view: View) -> Iterator[Match]:
        """Yield what it finds."""
        ...


class Kind(NamedTuple):
    """A kind of check: its tuple, and in Chinese what it is for.

    ``tells`` names what its matches tell apart (``Match.case``); where a match says nothing it is
    the first. ``words`` are what a message may say in braces beside ``text`` and the groups of
    the patterns. ``uses`` says what the kind asks beside the text: the dated ``law``, the
    ``formatting`` of a Word file, the ``leftovers`` of suppressions, a ``list`` to compare with
    whatever is found. ``listed`` is the field by
    which a file names one of the word lists, where the kind works with one.
    """

    check: type[Any]
    line: str
    tells: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    listed: str = ""


def settled(check: Check, law: LawTables) -> Check:
    """Give a check with what it can work out of the law once, when the rules are compiled."""
    settle = getattr(check, "settled", None)
    return cast("Check", settle(law)) if settle else check


def heads(vocabulary: Vocabulary, *asked: object) -> Heads:
    """Give sets of pairs (``pair_code``): a text that something is found in has one of each.

    Of a check, and of what is asked around what it finds.
    """
    known: set[frozenset[int]] = set()
    for one in asked:
        told = getattr(one, "must_have", None)
        needs = cast("Iterable[frozenset[int] | None]", told(vocabulary)) if told else ()
        known.update(need for need in needs if need is not None)
    return tuple(sorted(known, key=lambda need: (len(need), sorted(need))))  # the rarest first


def sees(check: Check, view: View) -> bool:
    """Say whether a document shows anything that the check judges; a text has no layout."""
    look = getattr(check, "sees", None)
    return look is None or bool(look(view))


def misses(check: Check) -> bool:
    """Say whether what a check finds is that something does not stand anywhere in the text."""
    told = getattr(check, "misses", None)
    return told is not None and bool(told())


def cover(check: Check, view: View) -> tuple[Covered, ...]:
    """Give the mechanisms that a check lists, with the places where the document has them."""
    look = getattr(check, "cover", None)
    return cast("tuple[Covered, ...]", look(view)) if look else ()


def manual(check: Check) -> tuple[str, ...]:
    """Give what a rule's page is to list of a check, a line each."""
    told = getattr(check, "manual", None)
    return cast("tuple[str, ...]", told()) if told else ()


def limits(check: Check, law: LawTables) -> tuple[Period, ...]:
    """Give the dated limits of the law that a check holds documents to."""
    rows = getattr(check, "limits", None)
    return cast("tuple[Period, ...]", rows(law)) if rows else ()


def history(check: Check, law: LawTables) -> tuple[str, ...]:
    """Say in Chinese by which days a check judges, where the rule's own do not tell."""
    told = getattr(check, "history", None)
    return cast("tuple[str, ...]", told(law)) if told else ()
