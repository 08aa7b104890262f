"""What to do first: what must be changed by its place, then what should be, then what may be."""

from collections.abc import Iterable, Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import SEVERITY_WORDS, Finding
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.word.comment_words import Comment

# More places of one and the same finding than an eye takes in are counted.
_PLACES = 5
# Enough words to find a place by searching for them.
_QUOTED = 20


def first_things(document: Document, comments: Iterable[Comment], mended: str) -> Iterator[str]:
    """Give a heading for each severity and a line for each message, with its places.

    A comment that makes the remark ``mended`` is marked as done.
    """
    groups: dict[tuple[str, str, str, bool], list[Finding]] = {}
    for comment in sorted(comments, key=lambda comment: comment.finding.span):
        finding, done = comment.finding, comment.remark == mended
        key = (finding.severity, finding.rule, finding.message, done)
        groups.setdefault(key, []).append(finding)
    for severity, word in SEVERITY_WORDS.items():
        own = {key: found for key, found in groups.items() if key[0] == severity}
        if own:
            yield f"{word} {sum(map(len, own.values()))} 处："
        for (_, rule, message, done), found in own.items():
            doubt = "（待核）" if found[0].outcome == "review" else ""
            state = "（已改）" if done else ""
            yield f"  {_places(document, found)} {rule} {doubt}{message}{state}"


def _places(document: Document, found: list[Finding]) -> str:
    """Give the paragraphs, and the words where there is but one place."""
    numbers = list(dict.fromkeys(position(document, one.span.start).line for one in found))
    listed = "、".join(map(str, numbers[:_PLACES]))
    more = f"等 {len(found)} 处" if len(found) > min(len(numbers), _PLACES) else ""
    words = " ".join(document.words(found[0].span).split()) if len(found) == 1 else ""
    if not words:
        return f"第{listed}段{more}"
    return f"第{listed}段“{words[:_QUOTED]}{'…' * (len(words) > _QUOTED)}”"
