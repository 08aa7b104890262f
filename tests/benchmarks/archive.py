"""An archive of invented notices of about 10 KB, each of its own text, made from the corpus.

Run: python -m tests.benchmarks.archive FOLDER DOCUMENTS [FOLDER OF WORD FILES]
"""

import io
import re
import sys
import zipfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from gongkai_lint.readers.read import read
from gongkai_lint.wordml.archive import repacked

ROOT = Path(__file__).parent.parent.parent
SIZE = 10_000
IN_A_FOLDER = 500
_CLOSING = 6
_NUMBER = re.compile(r"〔20\d\d〕\d+号")
_YEAR = re.compile(r"(?<!\d)20[012]\d(?=年)")
_CELLS = re.compile(r"[|\t]")
_PROSE = 25
_MAIN = "word/document.xml"


def make(folder: Path, documents: int, models: Path | None = None) -> None:
    """Write so many distinct documents, the same ones each time, some hundreds in a folder.

    They are texts, or where there are ``models`` the Word files of that folder.
    """
    suffix, found = (".docx", _files(models)) if models else (".txt", _texts())
    for number, data in zip(range(documents), found, strict=False):
        path = folder / f"{number // IN_A_FOLDER:04}" / f"{number:07}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _texts() -> Iterator[bytes]:
    texts = list(_long_texts())
    for number in count():
        yield _varied(texts[number % len(texts)], number // len(texts)).encode()


def _long_texts() -> Iterator[str]:
    """Yield each exemplar, lengthened by the middle lines of those that follow."""
    paths = sorted((ROOT / "corpus" / "exemplars").glob("*.txt"))
    lines = [[p.text for p in read(path.read_bytes(), path.name).paragraphs] for path in paths]
    lines = [[line for line in own if not _CELLS.search(line)] for own in lines]
    middles = [[line for line in own if len(line) > _PROSE] for own in lines]
    for number, own in enumerate(lines):
        body, size = own[:-_CLOSING], 0
        for more in (middles[(number + step) % len(middles)] for step in count(1)):
            body += more
            size = len("".join(body).encode())
            if size >= SIZE:
                break
        yield "\n".join([*body, *own[-_CLOSING:]]) + "\n"


def _varied(text: str, time: int) -> str:
    """Give the text other years and another document number; the first time it is unchanged."""
    if not time:
        return text
    text = _YEAR.sub(lambda year: str(2000 + (int(year[0]) + time) % 27), text)
    years = 2000 + time % 27
    return _NUMBER.sub(f"〔{years}〕{time}号", text) + f"\n<!-- {time} -->\n"


def _files(models: Path) -> Iterator[bytes]:
    """Yield each Word file of a folder, again and again with another comment in its main part."""
    files = [path.read_bytes() for path in sorted(models.glob("*.docx"))]
    for number in count():
        data = files[number % len(files)]
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = archive.read(_MAIN)
        yield repacked(data, {_MAIN: main + b"<!-- %d -->" % number})


if __name__ == "__main__":
    make(Path(sys.argv[1]), int(sys.argv[2]), *map(Path, sys.argv[3:4]))
