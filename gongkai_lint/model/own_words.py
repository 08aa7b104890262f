"""An office's own words."""

from gongkai_lint.named import NamedTuple


class OwnWords(NamedTuple):
    """Words that are right as they are, wrong ones with the right ones, and names of units."""

    accepted: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    units: tuple[str, ...] = ()
