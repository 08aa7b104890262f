"""The memory of a process that judges many documents."""

import gc
from collections.abc import Callable
from typing import TypeVar

_TIDY = (5_000, 10, 10)
_MOST = 100  # the large lists of the rule sets of a process: far fewer
_Large = TypeVar("_Large")
_Made = TypeVar("_Made")


def once(make: Callable[[_Large], _Made]) -> Callable[[_Large], _Made]:
    """Keep what is made of a large list, by which list it is.

    ``functools.cache`` hashes the whole list at each call: that of 800 words takes longer than to
    look for them in a text.
    """
    kept: dict[int, tuple[_Large, _Made]] = {}

    def made(large: _Large) -> _Made:
        found = kept.get(id(large))
        if found is None or found[0] is not large:
            if len(kept) >= _MOST:
                kept.clear()
            found = kept[id(large)] = large, make(large)
        return found[1]

    return made


def latest(make: Callable[[_Large], _Made]) -> Callable[[_Large], _Made]:
    """Keep what was made of the argument before: several rules ask the same of one document."""
    kept: list[tuple[_Large, _Made]] = []

    def made(large: _Large) -> _Made:
        if not kept or kept[0][0] is not large:
            kept[:] = [(large, make(large))]
        return kept[0][1]

    return made


def expect_many_documents() -> None:
    """Collect garbage as usual again: a command line does so seldom, and starts sooner for it.

    Word files leave cycles behind, some 0.4 MB a file. What is loaded by now stays and is not
    looked at again.
    """
    gc.freeze()
    gc.set_threshold(*_TIDY)
