"""A copy of a Word file with a comment on the exact characters of each finding."""

from datetime import datetime
from typing import NamedTuple

from gongkai_lint.model.finding import Report
from gongkai_lint.reporters.word.comment_places import target_of
from gongkai_lint.reporters.word.comment_words import AUTHOR, INITIALS, comments_on, lines_of
from gongkai_lint.reporters.word.comment_writer import CommentWriter
from gongkai_lint.reporters.word.original import reopened
from gongkai_lint.wordml.archive import repacked
from gongkai_lint.wordml.comments import Signature
from gongkai_lint.wordml.parts import serialized
from gongkai_lint.wordml.protection import protections


class Annotated(NamedTuple):
    """The copy, how many comments it got, and what is to be known of it."""

    data: bytes
    comments: int
    notices: tuple[str, ...]


def annotate(report: Report, data: bytes, when: datetime, *, every: bool = False) -> Annotated:
    """Write a comment on each finding, of each rule at most three unless ``every`` is wanted."""
    file = reopened(report, data)
    writer = CommentWriter(file, Signature(AUTHOR, INITIALS, when))
    shown = comments_on(report.findings, every=every)
    for comment in shown:
        target = target_of(comment.finding, file)
        writer.add(target, lines_of(comment, file.document, target.elsewhere))
    writer.mark()
    notices = tuple(protections(file.package, file.main))
    if not shown:
        return Annotated(data, 0, notices)
    parts = {file.main: serialized(file.root), **writer.parts()}
    return Annotated(repacked(data, parts), len(shown), notices)
