"""The attachment note against the attachments that follow."""

from collections.abc import Iterator

from gongkai_lint.checks.attachment_list import attached_texts, listed_attachments, other_title
from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.named import NamedTuple


class Attachments(NamedTuple):
    """Yield the listed names that the attachments contradict, and lists of another length."""

    def misses(self) -> bool:
        """Say whether it looks for something that stands nowhere."""
        return True

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        document = view.document
        listed, attached = listed_attachments(document), attached_texts(document)
        if not listed or not attached:
            return
        if len(listed) != len(attached):
            if view.profile == "archive":  # pages drop attachments
                return
            problem = f"附件说明列出{len(listed)}个，文后有{len(attached)}个"
            place = listed[len(attached)] if len(listed) > len(attached) else listed[-1]
            yield Match(place.span, (("problem", problem),))
            return
        for item, span in zip(listed, attached, strict=True):
            title = other_title(document, item.name, span)
            if title:
                problem = f"附件说明作“{item.name}”，附件上作“{document.words(title).strip()}”"
                yield Match(item.span, (("problem", problem),), (Related(title, "附件的标题"),))


KIND = Kind(Attachments, "附件说明与文后的附件", words=("problem",))
