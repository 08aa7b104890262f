"""印发日期 earlier than 成文日期."""

from collections.abc import Iterator

from gongkai_lint.checks.kind import Kind
from gongkai_lint.model.finding import Match, Related, View
from gongkai_lint.named import NamedTuple


class PrintingOrder(NamedTuple):
    """Yield the printing date that lies before the date of issue."""

    def matches(self, view: View) -> Iterator[Match]:
        """Yield the places."""
        issued = next((e for e in view.document.of("date_of_issue") if e.value), None)
        for printed in view.document.of("printing_date"):
            if issued and issued.value and printed.value and printed.value < issued.value:
                words = (("printed", printed.value), ("issued", issued.value))
                yield Match(printed.span, words, (Related(issued.span, "成文日期"),))


KIND = Kind(PrintingOrder, "印发日期与成文日期的先后", words=("printed", "issued"))
