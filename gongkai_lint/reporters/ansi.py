"""Colours of a terminal, and the same words without them."""

from gongkai_lint.model.finding import Severity

RESET, BOLD, DIM = "\x1b[0m", "\x1b[1m", "\x1b[2m"
COLOURS: dict[Severity, str] = {"error": "\x1b[31m", "warning": "\x1b[33m", "info": "\x1b[36m"}


def without_colour(text: str) -> str:
    """Take the colours out."""
    for code in (RESET, BOLD, DIM, *COLOURS.values()):
        text = text.replace(code, "")
    return text
