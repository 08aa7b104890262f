"""A check that is made when a document first needs it.

Of the compiled rules a short text needs a third: the others' checks stay the bytes they were kept
as, and the modules of their kinds are not imported.
"""

import pickle

from gongkai_lint.checks.kind import Check


class Held:
    """Holds a check, made or as it was kept."""

    __slots__ = ("_kept", "_made")

    def __init__(self, made: Check | None, kept: bytes = b"") -> None:
        """Hold a check, or the bytes that ``__reduce__`` gave."""
        self._made = made
        self._kept = kept

    @property
    def check(self) -> Check:
        """The check."""
        if self._made is None:
            self._made = pickle.loads(self._kept)  # noqa: S301 (ours, see load.py)
        return self._made

    def __reduce__(self) -> tuple[type["Held"], tuple[None, bytes]]:
        """Travel as bytes."""
        return Held, (None, self._kept or pickle.dumps(self._made, protocol=5))

    def __eq__(self, other: object) -> bool:
        """Compare the checks."""
        return isinstance(other, Held) and self.check == other.check

    def __hash__(self) -> int:
        """Go by the check."""
        return hash(self.check)

    def __repr__(self) -> str:
        """Show the check."""
        return repr(self.check)
