"""Rows of a page whose words stand in columns, to cells."""

import re
from collections.abc import Iterator, Sequence

from gongkai_lint.model.source import Anchor, Paragraph, Place, SourceCell, SourceTable
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.page_lines import squeezed
from gongkai_lint.readers.page_paragraphs import PageText

_GAP = re.compile(r" {2,}")
_FEWEST_CELLS, _FEWEST_ROWS = 3, 2  # two columns in one line may be a name and a date


class Laid(NamedTuple):
    """Paragraphs in reading order, and the tables that some of them are cells of."""

    paragraphs: tuple[Paragraph, ...]
    tables: tuple[SourceTable, ...]


def laid_out(found: Sequence[PageText]) -> Laid:
    """Give the paragraphs of pages; consecutive rows with as many cells are a table."""
    paragraphs: list[Paragraph] = []
    tables: list[SourceTable] = []
    for rows in _runs(found):
        cells: list[SourceCell] = []
        for number, row in enumerate(rows, start=1):
            words = _cells(row) if len(rows) >= _FEWEST_ROWS else [row.text]
            for column, text in enumerate(words, start=1):
                place = Place(page=row.page)
                if len(words) > 1:
                    place = Place("table", len(tables) + 1, number, column, row.page)
                    cells.append(SourceCell(number, column, 1, 1, (len(paragraphs),)))
                anchor = Anchor(row.page, len(paragraphs))
                paragraphs.append(Paragraph(squeezed(text), anchor, place=place))
        if cells:
            tables.append(SourceTable(len(tables) + 1, tuple(cells)))
    return Laid(tuple(paragraphs), tuple(tables))


def _runs(found: Sequence[PageText]) -> Iterator[list[PageText]]:
    """Yield the rows of each table together, everything else by itself."""
    run: list[PageText] = []
    for row in found:
        count = len(_cells(row))
        if run and (count < _FEWEST_CELLS or count != len(_cells(run[-1]))):
            yield run
            run = []
        run.append(row)
        if count < _FEWEST_CELLS:
            yield run
            run = []
    if run:
        yield run


def _cells(row: PageText) -> list[str]:
    return _GAP.split(row.text.strip())
