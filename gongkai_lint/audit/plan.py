"""What is to be done with each document: nothing, because it is known; copy; judge."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice

from gongkai_lint import __version__
from gongkai_lint.api import Request
from gongkai_lint.audit.item import Item
from gongkai_lint.audit.schema import VERSION
from gongkai_lint.audit.store import Known
from gongkai_lint.audit.worker import ShardItem, bytes_of
from gongkai_lint.digests import digest_of, sha256
from gongkai_lint.errors import UnreadableError
from gongkai_lint.named import NamedTuple

_FEWEST_ENTRIES, _MOST_ENTRIES = 16, 256
_MOST_BYTES = 32 * 2**20
_BATCH = 512
_THREADS = 4


Meet = Callable[[bytes], None]


class Shard(NamedTuple):
    """Documents that are judged together and written as one part of each table."""

    name: str
    entries: tuple[ShardItem, ...]


class Count(NamedTuple):
    """How far a plan has come."""

    met: int = 0
    unchanged: int = 0
    duplicates: int = 0
    failed: int = 0  # of those that did not change


def basis_of(request: Request) -> str:
    """Give what results depend on beside the documents: rules, settings, program."""
    rules = ",".join(rule.id for rule in request.rules.rules)
    parts = (VERSION, __version__, request.rules.digest, rules, request.profile, request.as_of)
    office = (request.units, request.suppressions, request.baseline, request.calendar)
    settings = (request.encoding, request.region, request.every, *office)
    return sha256(repr((*parts, *settings)).encode()).hexdigest()[:16]


class Plan:
    """Decides on documents one after the other; keeps a digest for each, never a text."""

    def __init__(self, known: dict[bytes, Known], run: int, *, retry: bool, rehash: bool) -> None:
        """Begin with what earlier runs know; ``rehash`` does not trust sizes and times."""
        self._known = known
        self._run = run
        self._retry = retry
        self._rehash = rehash
        self._first: dict[str, str] = {}
        self.count = Count()

    def shards(self, items: Iterable[Item], meet: Meet) -> Iterator[Shard]:
        """Yield the documents to judge or copy, in shards of bounded size."""
        entries: list[ShardItem] = []
        size, number = 0, 0
        for entry in self._entries(items, meet):
            entries.append(entry)
            size += max(entry.item.size, 0)
            full = max(_FEWEST_ENTRIES, min(_MOST_ENTRIES, number * _FEWEST_ENTRIES // 4))
            if len(entries) >= full or size >= _MOST_BYTES:
                yield Shard(f"{self._run:06}-{number:06}", tuple(entries))
                entries, size, number = [], 0, number + 1
        if entries:
            yield Shard(f"{self._run:06}-{number:06}", tuple(entries))

    def _entries(self, items: Iterable[Item], meet: Meet) -> Iterator[ShardItem]:
        stream = iter(items)
        with ThreadPoolExecutor(_THREADS) as pool:
            while batch := list(islice(stream, _BATCH)):
                for item in batch:
                    meet(item.place.key)
                digests = pool.map(self._digest, batch)
                for item, (digest, trouble) in zip(batch, digests, strict=True):
                    entry = self._decide(item._replace(trouble=trouble), digest)
                    if entry is not None:
                        yield entry

    def _digest(self, item: Item) -> tuple[str, str]:
        """Give the digest, that of the last run where nothing says that the file has changed."""
        known = self._known.get(item.place.key)
        same = known and item.size >= 0 and (known.size, known.changed) == (item.size, item.changed)
        if known and same and known.digest and not self._rehash:
            return known.digest, item.trouble
        if item.trouble:
            return "", item.trouble
        try:
            return digest_of(bytes_of(item)), ""
        except UnreadableError as error:
            return "", str(error)

    def _decide(self, item: Item, digest: str) -> ShardItem | None:
        self.count = self.count._replace(met=self.count.met + 1)
        if self._is_unchanged(item, digest):
            self._first.setdefault(_same(digest, item), item.place.shown)
            failed = self.count.failed + self._known[item.place.key].failed
            self.count = self.count._replace(unchanged=self.count.unchanged + 1, failed=failed)
            return None
        if not digest:
            return ShardItem(item)
        first = self._first.setdefault(_same(digest, item), item.place.shown)
        if first == item.place.shown:
            return ShardItem(item, digest)
        self.count = self.count._replace(duplicates=self.count.duplicates + 1)
        return ShardItem(item, digest, first)

    def _is_unchanged(self, item: Item, digest: str) -> bool:
        known = self._known.get(item.place.key)
        if known is None or (known.failed and self._retry):
            return False
        if known.is_copy and _same(digest, item) not in self._first:
            return False  # what it was a copy of is gone or stands behind it now
        return bool(digest) and known.digest == digest and known.about == tuple(item.about)


def _same(digest: str, item: Item) -> str:
    """Give what makes two documents one: their bytes, and what is known beside them."""
    return "\0".join((digest, *item.about))
