"""The attachments that a draft lists against the files of its submission."""

from collections.abc import Iterator
from pathlib import PurePath

from gongkai_lint.checks.attachment_list import (
    Listed,
    attached_texts,
    bears_title,
    listed_attachments,
    names_it,
    other_title,
)
from gongkai_lint.checks.kind import Kind
from gongkai_lint.checks.place import where_absent
from gongkai_lint.model.dossier import Paper
from gongkai_lint.model.finding import Match, View
from gongkai_lint.model.span import Span
from gongkai_lint.named import NamedTuple
from gongkai_lint.patterns import compiled

_NUMBERED = compiled(r"^附件\s*(\d{1,2})(?!\d)[\s：:.．、_\-—]*")


class AttachmentFiles(NamedTuple):
    """Yield the listed ones that no file is, files of another title, and files not listed."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        if view.dossier is None or view.role != "draft" or attached_texts(view.document):
            return
        listed = listed_attachments(view.document)
        papers = [paper for paper in view.dossier.papers if paper.role != "draft"]
        left = [paper for paper in papers if paper.role == "attachment"]
        for number, item in enumerate(listed, 1):
            fitting = [paper for paper in papers if _is(paper, item)]
            numbered = [paper for paper in left if _number(paper) in {number, None}]
            fitting = (
                fitting or [p for p in numbered if _number(p) == number or len(listed) == 1][:1]
            )
            left = [paper for paper in left if paper not in fitting]
            if not fitting:
                words = (("problem", f"附件说明列出“{item.name}”，报批件里没有这份附件"),)
                yield Match(item.span, words, missing=("attachment",))
            elif title := _other_title(fitting[0], item):
                problem = f"附件说明作“{item.name}”，附件文件上作“{title}”"
                yield Match(item.span, (("problem", problem),))
        if listed and left:
            names = "、".join(PurePath(paper.path).name for paper in left)
            problem = f"报批件里的“{names}”没有列入附件说明"
            yield Match(where_absent(view.document, ("attachment_note",)), (("problem", problem),))


def _is(paper: Paper, item: Listed) -> bool:
    stem = _NUMBERED.sub("", PurePath(paper.path).stem)
    titled = paper.document and bears_title(paper.document, item.name, _whole(paper))
    return bool(titled) or names_it(stem, item.name)


def _number(paper: Paper) -> int | None:
    found = _NUMBERED.match(PurePath(paper.path).name)
    return int(found[1]) if found else None


def _other_title(paper: Paper, item: Listed) -> str:
    if paper.document is None or _is(paper, item):
        return ""
    title = other_title(paper.document, item.name, _whole(paper))
    return paper.document.words(title).strip() if title else ""


def _whole(paper: Paper) -> Span:
    return Span(0, len(paper.document.text) if paper.document else 0)


KIND = Kind(AttachmentFiles, "附件说明与报批件里的附件", words=("problem",))
