"""Remarks beside a text that accept what rules find: who says so, of which rules, why."""

from datetime import date
from unicodedata import normalize

from gongkai_lint.model.source import Remark
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_OURS = compiled(r"<!--\s*(?i:gongkai-lint)\s*[:：]\s*(?P<words>.*?)\s*-->")
_IGNORE = compiled(
    r"(?:(?i:ignore)\b|忽略)\s*(?P<asked>.*?)\s*(?:(?:--|——?|–|\s-\s|[:：])\s*(?P<reason>.*))?"
)
_BRACKET = compiled(
    r"\s*[〔【\[［(（]\s*忽略[:：]?\s*(?P<asked>[^〕】\]］)）]*)[〕】\]］)）](?P<reason>(?s:.*))"
)
_UNTIL = compiled(r"[,，、\s]*(?:until|至|到)\s*(?P<until>\S+?)(?:为?止)?\s*$")
_DAY = compiled(r"(\d{4})[-年](\d{1,2})[-月](\d{1,2})日?")
_LOOSE = compiled(r"\s+(?=[年月日])|(?<=[年月])\s+")
_SAYS = compiled(r"\w")
_BETWEEN = compiled(r"[\s,，、;；]+")
_RULE = compiled(r"[A-Z]\d{2}")


class Note(NamedTuple):
    """A remark that asks to ignore rules; ``understood`` is False where its form is wrong."""

    remark: Remark
    rules: tuple[str, ...] = ()
    reason: str = ""
    until: date | None = None
    understood: bool = True


def read_note(remark: Remark) -> Note | None:
    """Read what a remark asks; None where it is a comment on something else."""
    if remark.kind == "embedded":
        return None
    if remark.kind == "comment":
        found = _BRACKET.match(remark.words)
        return _note(remark, found["asked"], found["reason"]) if found else None
    ours = _OURS.fullmatch(remark.words)
    asked = _IGNORE.fullmatch(ours["words"]) if ours else None
    if asked is None:
        return Note(remark, understood=False)
    return _note(remark, asked["asked"], asked["reason"] or "")


def _note(remark: Remark, asked: str, reason: str) -> Note:
    asked = _LOOSE.sub("", normalize("NFKC", asked))
    dated = _UNTIL.search(asked)
    until = _day(dated["until"]) if dated else None
    words = asked[: dated.start()] if dated else asked
    asked_for = (word.upper() for word in _BETWEEN.split(words.strip()) if word)
    rules = tuple(dict.fromkeys(asked_for))
    understood = (
        bool(rules) and all(map(_RULE.fullmatch, rules)) and (dated is None or until is not None)
    )
    said = " ".join(reason.split()) if _SAYS.search(reason) else ""
    return Note(remark, rules, said, until, understood)


def _day(words: str) -> date | None:
    found = _DAY.fullmatch(words)
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
