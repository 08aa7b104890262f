"""A file of lines in order of their bytes, in which a line is found without reading the others."""

from mmap import ACCESS_READ, mmap
from pathlib import Path

_HERE = Path(__file__).parent


class Table:
    """The lines of a file beside this module."""

    def __init__(self, name: str) -> None:
        """Open the file; its lines stay on the disk until they are asked for."""
        self._data = _opened(_HERE / name)

    def first_from(self, key: bytes) -> bytes:
        """Give the first line that does not stand before the key; behind the last, nothing."""
        data = self._data
        low, high = 0, len(data)
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", start)
            if data[start:end] < key:
                low = end + 1
            else:
                high = start
        return data[low : data.find(b"\n", low)] if low < len(data) else b""


def _opened(path: Path) -> mmap | bytes:
    with path.open("rb") as file:
        try:
            return mmap(file.fileno(), 0, access=ACCESS_READ)
        except (OSError, ValueError):  # a file system without it, as in a browser
            return file.read()
