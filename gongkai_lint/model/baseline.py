"""The findings of a day that are known and need not be told again."""

from collections.abc import Mapping
from os.path import relpath

from gongkai_lint.named import NamedTuple


class KnownFinding(NamedTuple):
    """One known finding: its rule and fingerprint, and for the reader its words and message."""

    rule: str
    text: str
    message: str
    fingerprint: str


class Recorded(NamedTuple):
    """What is known of one document."""

    title: str
    entries: tuple[KnownFinding, ...]

    @property
    def fingerprints(self) -> frozenset[str]:
        """The fingerprints of the known findings."""
        return frozenset(entry.fingerprint for entry in self.entries)


class Baseline(NamedTuple):
    """What is known of many documents, by their paths with ``/`` from the file's folder.

    ``gone`` are the paths at which there is no file any more.
    """

    file: str
    folder: str
    documents: Mapping[str, Recorded]
    gone: frozenset[str] = frozenset()

    def place(self, path: str) -> str:
        """Give the path under which a file is known here."""
        return relpath(path, self.folder).replace("\\", "/")

    @property
    def total(self) -> int:
        """How many findings are known."""
        return sum(len(recorded.entries) for recorded in self.documents.values())
