"""A copy of a Word file with a comment on the exact characters of each finding."""

from datetime import datetime

from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.reporters.word.comment_places import target_of
from gongkai_lint.reporters.word.comment_words import AUTHOR, INITIALS, comments_on, lines_of
from gongkai_lint.reporters.word.comment_writer import CommentWriter
from gongkai_lint.reporters.word.original import make_sure, reopened
from gongkai_lint.wordml.archive import repacked
from gongkai_lint.wordml.comments import Signature
from gongkai_lint.wordml.protection import protections


class Annotated(NamedTuple):
    """The copy, how many comments it got, and what is to be known of it."""

    data: bytes
    comments: int
    notices: tuple[str, ...]


def annotate(report: Report, data: bytes, when: datetime, *, every: bool = False) -> Annotated:
    """Write a comment on each finding, of each rule at most three unless ``every`` is wanted."""
    file = reopened(report, data)
    signature = Signature(AUTHOR, INITIALS, when)
    writer = CommentWriter.opened(file)
    shown = comments_on(report.findings, every=every)
    for comment in shown:
        target = target_of(comment.finding, file)
        lines = lines_of(comment, file.document, target.elsewhere)
        writer.add(target, lines, signature)
    notices = tuple(protections(file.package, file.main))
    if not shown:
        return Annotated(data, 0, notices)
    copy = repacked(data, writer.written())
    make_sure(copy, file, comments=len(shown))
    return Annotated(copy, len(shown), notices)
