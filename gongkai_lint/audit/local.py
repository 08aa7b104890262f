"""The engine of one machine: worker processes that each judge a shard and write its parts."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from gongkai_lint.audit.plan import Shard
from gongkai_lint.audit.rows import Rows
from gongkai_lint.audit.store import StoreError
from gongkai_lint.audit.worker import Order, judge_shard
from gongkai_lint.named import NamedTuple
from gongkai_lint.pool import NOTHING, Beat, Pool


class Done(NamedTuple):
    """A shard that is done with: its documents, how many failed, what finishing it gave."""

    shard: str
    documents: int
    failed: int
    result: Any = None


class ShardDesk(NamedTuple):
    """What every worker needs; ``finish`` takes a shard's name and rows, to write or give them."""

    order: Order
    finish: Callable[[str, Rows], Any]
    out: Path


def judge_all(
    shards: Iterator[Shard], desk: ShardDesk, workers: int, seconds: float
) -> Iterator[Done]:
    """Judge shards side by side; a document may take so many seconds."""
    with closing(team_of(desk, workers, seconds)) as team:
        yield from team.results(shards)


def team_of(desk: ShardDesk, workers: int, seconds: float) -> Pool[Shard, Done]:
    """Give worker processes for shards; a run has threads, beside which none may be forked."""
    return Pool(partial(_judge, desk), workers, seconds, "spawn")


def _judge(desk: ShardDesk, shard: Shard, refused: Mapping[int, str], beat: Beat) -> Done:
    rows = judge_shard(shard.entries, desk.order, refused, beat)
    beat(NOTHING)
    parent = multiprocessing.parent_process()
    if parent and not parent.is_alive():  # the run was killed: a new one may be writing already
        raise SystemExit
    try:
        result = desk.finish(shard.name, rows)
    except OSError as error:
        raise StoreError.of(desk.out, error) from None
    documents = rows.get("documents", [])
    failed = sum(row.get("failure") is not None for row in documents)
    return Done(shard.name, len(documents), failed, result)
