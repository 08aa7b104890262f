"""The years that the titles of a document name."""

from gongkai_lint.memory import latest
from gongkai_lint.model.document import Document
from gongkai_lint.patterns import compiled

YEAR = compiled(r"(?<!\d)20\d\d(?=\s*年)|(?<=[-—－至])20\d\d")
"""A year written out, or the last one of some: 2024年, 2024—2028."""


@latest
def years_titled(document: Document) -> frozenset[str]:
    """Give the years that its title and those of the texts it issues name."""
    titles = (*document.of("title"), *document.of("issued_text_title"))
    return frozenset(year for title in titles for year in YEAR.findall(document.words(title.span)))
