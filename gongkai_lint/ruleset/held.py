"""A check that is made when a document first needs it.

Of the compiled rules a short text needs a third: the others' checks stay the bytes they were kept
as, and the modules of their kinds are not imported.
"""

import pickle

from gongkai_lint.checks.kind import Check
from gongkai_lint.checks.surroundings import Near


class Held:
    """Holds a check and what is asked around what it finds, made or as they were kept."""

    __slots__ = ("_kept", "_made")

    def __init__(self, check: Check | None, near: tuple[Near, ...] = (), kept: bytes = b"") -> None:
        """Hold a check, or the bytes that ``__reduce__`` gave."""
        self._made = None if check is None else (check, near)
        self._kept = kept

    @property
    def check(self) -> Check:
        """The check."""
        return self._whole()[0]

    @property
    def near(self) -> tuple[Near, ...]:
        """What is asked around each place that it finds."""
        return self._whole()[1]

    def _whole(self) -> tuple[Check, tuple[Near, ...]]:
        if self._made is None:
            self._made = pickle.loads(self._kept)  # noqa: S301 (ours, see load.py)
        return self._made

    def __reduce__(self) -> tuple[type["Held"], tuple[None, tuple[()], bytes]]:
        """Travel as bytes."""
        return Held, (None, (), self._kept or pickle.dumps(self._made, protocol=5))

    def __eq__(self, other: object) -> bool:
        """Compare the checks and what is asked around."""
        return isinstance(other, Held) and self._whole() == other._whole()

    def __hash__(self) -> int:
        """Go by what is held."""
        return hash(self._whole())

    def __repr__(self) -> str:
        """Show what is held."""
        return repr(self._whole())
