"""What is said of findings that were not fixed."""

from collections import Counter
from collections.abc import Iterable, Iterator

from gongkai_lint.model.document import Document
from gongkai_lint.model.finding import Unmade
from gongkai_lint.reporters.views import position
from gongkai_lint.reporters.word.comment_words import clipped


def unmade_lines(document: Document, left: Iterable[Unmade]) -> Iterator[str]:
    """Give a line for each finding whose place stands in the way, and one a reason for others."""
    others: dict[str, Counter[str]] = {}
    for finding, reason, fixable in left:
        if fixable:
            place = position(document, finding.span.start)
            words = clipped(document.words(finding.span))
            yield f"  未改：{place.line}:{place.column} {finding.rule} “{words}”{reason}。"
        else:
            others.setdefault(reason, Counter())[finding.rule] += 1
    for reason, rules in others.items():
        counted = "、".join(f"{rule} {number} 处" for rule, number in sorted(rules.items()))
        yield f"  未改：{counted}：{reason}。"
