"""One run of an audit: from places to parts."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

from gongkai_lint import __version__
from gongkai_lint.api import Request
from gongkai_lint.audit.local import ShardDesk, judge_all
from gongkai_lint.audit.plan import Count, Plan, basis_of
from gongkai_lint.audit.schema import VERSION
from gongkai_lint.audit.sources import Excludes, find_items
from gongkai_lint.audit.store import Store, StoreError
from gongkai_lint.audit.worker import Order
from gongkai_lint.errors import GongkaiLintError
from gongkai_lint.named import NamedTuple


class Wanted(NamedTuple):
    """What an audit is asked: the places, the folder for results, and how to go about it.

    ``excludes`` says of a path that the office wants nothing of it.
    """

    paths: tuple[str, ...]
    out: Path
    workers: int = 1
    seconds: float = 120.0
    retry: bool = False
    rehash: bool = False
    excludes: Excludes | None = None


class State(NamedTuple):
    """How far a run has come; ``failed`` counts documents that could not be judged.

    ``total`` is how many there are, once somebody has counted.
    """

    found: Count
    judged: int = 0
    failed: int = 0
    total: int | None = None


def audit(wanted: Wanted, request: Request, tell: Callable[[State], None]) -> State:
    """Judge what is new or changed and keep the results; ``tell`` hears of each shard.

    Raises ``StoreError`` where the results cannot be written.
    """
    try:
        return _audit(wanted, request, tell)
    except OSError as error:
        raise StoreError.of(wanted.out, error) from None


def _audit(wanted: Wanted, request: Request, tell: Callable[[State], None]) -> State:
    store = Store(wanted.out)
    with store.locked():
        store.prepare()
        manifest, basis = store.manifest, basis_of(request)
        run = int(manifest.get("run", 0)) + 1
        note = note_of(wanted, request, run, basis)
        store.note(note | {"complete": False})
        plan = Plan(store.known(basis), run, retry=wanted.retry, rehash=wanted.rehash)
        state, census = State(plan.count), Census(wanted)
        left: dict[str, str] = {}
        with store.present(run) as present:
            items = find_items(wanted.paths, left.setdefault, wanted.excludes)
            shards = plan.shards(items, present.add)
            desk = ShardDesk(Order(request, run, basis), store.write, store.folder)
            for done in judge_all(shards, desk, wanted.workers, wanted.seconds):
                judged, failed = state.judged + done.documents, state.failed + done.failed
                state = State(plan.count, judged, failed, census.total)
                tell(state)
        store.leave(left)
        store.note(note | {"complete": True, "documents": plan.count.met})
        return state._replace(found=plan.count, failed=state.failed + plan.count.failed)


class Census(Thread):
    """Counts the documents while the first of them are judged."""

    def __init__(self, wanted: Wanted) -> None:
        """Begin to count."""
        super().__init__(daemon=True)
        self._wanted = wanted
        self.total: int | None = None
        self.start()

    def run(self) -> None:
        """Count; whoever reads the documents says what is wrong with them."""
        with suppress(GongkaiLintError, OSError):
            self.total = sum(
                1 for _ in find_items(self._wanted.paths, excludes=self._wanted.excludes)
            )


def note_of(wanted: Wanted, request: Request, run: int, basis: str) -> dict[str, object]:
    """Give what a run notes of itself."""
    return {
        "schema": VERSION,
        "version": __version__,
        "run": run,
        "basis": basis,
        "ruleset": request.rules.digest,
        "rules": len(request.rules.rules),
        "profile": request.profile,
        "as_of": request.as_of.isoformat() if request.as_of else None,
        "region": request.region,
        "today": request.today.isoformat(),
        "paths": [path.encode("utf-8", "backslashreplace").decode() for path in wanted.paths],
    }
