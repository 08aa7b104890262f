"""Somebody's word that what a rule finds may stay."""

from datetime import date
from typing import Literal

from gongkai_lint.named import NamedTuple

Origin = Literal["config", "text", "comment", "baseline"]


class Suppression(NamedTuple):
    """A rule whose findings are accepted, why, and through which day.

    ``fingerprint`` narrows it to one finding, ``path`` to documents. ``origin``, ``file`` and
    ``line`` tell where it was said; the file is named where that is not the document itself.
    """

    rule: str
    reason: str
    until: date | None = None
    fingerprint: str | None = None
    origin: Origin = "config"
    file: str = ""
    line: int | None = None
    path: str = ""

    def is_over(self, today: date) -> bool:
        """Say whether its last day has passed."""
        return self.until is not None and self.until < today
