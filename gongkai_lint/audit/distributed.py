"""The engine of a cluster: Spark moves, schedules and commits; each Python worker judges.

Documents are cut into slices by their places. A slice is one job for each table, written by Spark
with its commit protocol under ``<table>/slice=<name>``; ``documents`` comes last and says that the
slice is complete, so that a run that was stopped goes on behind it. A slice's name tells its
documents (or parts, for packed documents) with sizes and times, and what they are judged by.
"""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Any
from zlib import crc32

import pyarrow as pa
from pyarrow import parquet

from gongkai_lint.api import Request
from gongkai_lint.audit.item import About, Item, Place
from gongkai_lint.audit.lists import NAMES
from gongkai_lint.audit.local import Done, ShardDesk, team_of
from gongkai_lint.audit.plan import Count, Shard, basis_of
from gongkai_lint.audit.rows import Rows
from gongkai_lint.audit.run import State, Wanted, note_of
from gongkai_lint.audit.schema import TABLES
from gongkai_lint.audit.store import Store
from gongkai_lint.audit.worker import Order, ShardItem
from gongkai_lint.digests import digest_of, sha256
from gongkai_lint.errors import UsageError
from gongkai_lint.named import NamedTuple
from gongkai_lint.pool import Pool
from gongkai_lint.readers.media_type import SUFFIXES

_ABSENT = "用 Spark 审计需要安装 pyspark：pip install 'gongkai-lint[spark]'，本机还要有 Java 17。"
_PACKED = {".parquet": "parquet", ".jsonl": "json", ".ndjson": "json", ".csv": "csv"}
_SLICE = 20_000
_MOST_SLICES, _CORES_A_SLICE = 64, 2  # side by side: a slice's small last steps leave cores idle
_TASKS_A_CORE = 2
_BATCH = 64
_STAGED = "staged"
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": _BATCH,
    "spark.sql.files.openCostInBytes": 64 * 2**10,  # small files: else one task takes but a few
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
_GLOB = re.compile(r"[\\*?\[\]{}]")  # in a file's name they are no pattern
_TEAMS: dict[tuple[str, int, float], Pool[Shard, Done]] = {}
_KNOWN = NAMES | {"path": (*NAMES["path"], "id"), "content": ("content",)}


class Slice(NamedTuple):
    """Documents (or parts of packed documents) that are judged and committed together."""

    name: str
    paths: tuple[str, ...]
    form: str


class Settled(NamedTuple):
    """A slice that is committed: the keys of its documents, what this run had to do for it."""

    keys: list[bytes]
    judged: int = 0
    failed: int = 0


class Judge(NamedTuple):
    """What runs in a Spark worker: Arrow batches of documents in, nested rows out."""

    order: Order
    seconds: float

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Judge batches in a process of its own, so that a document can only break that one.

        The process stays for the tasks that this Python worker is given later.
        """
        mark = (self.order.basis, self.order.run, self.seconds)
        team = _TEAMS.pop(mark, None)
        while _TEAMS:  # of an audit that this session made before
            _TEAMS.popitem()[1].close()
        team = team or team_of(ShardDesk(self.order, _nested, Path()), 1, self.seconds)
        try:
            for done in team.results(_shards(batches)):
                yield done.result
        except BaseException:
            team.close()
            raise
        _TEAMS[mark] = team


def audit_on_spark(
    wanted: Wanted, request: Request, tell: Callable[[State], None], *, master: str | None = None
) -> State:
    """Judge what is new or changed with Spark and keep the results in the same tables."""
    store, basis = Store(wanted.out), basis_of(request)
    with store.locked(), _plain_errors():
        spark = _session(master)
        store.prepare()
        manifest = store.manifest
        run = int(manifest.get("run", 0)) + 1
        note = note_of(wanted, request, run, basis)
        store.note(note | {"complete": False, "engine": "spark"})
        state = State(Count())
        judge = Judge(Order(request, run, basis), wanted.seconds)
        work = partial(_settle, spark, judge, Store(store.folder.absolute()), retry=wanted.retry)
        slices = _slices(spark, wanted.paths, basis)
        with store.present(run) as present, _side_by_side(spark) as pool:
            for settled in pool.map(work, slices):
                for key in settled.keys:
                    present.add(key)
                state = _grown(state, settled)
                tell(state)
        rmtree(store.folder / _STAGED, ignore_errors=True)
        store.note(note | {"complete": True, "engine": "spark", "documents": state.found.met})
    return state


def _grown(state: State, settled: Settled) -> State:
    documents = len(settled.keys)
    found = Count(state.found.met + documents, state.found.unchanged + documents - settled.judged)
    return State(found, state.judged + settled.judged, state.failed + settled.failed)


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Say in a sentence what Spark says in a trace."""
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
    except ImportError:
        raise UsageError(_ABSENT) from None
    try:
        yield
    except (PySparkException, Py4JError) as error:
        java = getattr(error, "java_exception", None)
        told = java.getMessage() if java is not None else str(error)
        reason = next(iter((told or "").strip().splitlines()), type(error).__name__)
        raise UsageError(
            f"Spark 没有做完（{reason}）。请核对文稿的地址、--master 和集群日志；"
            "已提交的结果有效，再运行同一条命令接着查。"
        ) from None


def _session(master: str | None) -> Any:
    from pyspark.sql import SparkSession

    if (master or "local").startswith("local"):  # elsewhere the administrator names the Python
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder: Any = SparkSession.builder
    if master:
        builder = builder.master(master)
    spark = builder.appName("gongkai-lint audit").config(map=_SETTINGS).getOrCreate()
    spark.sparkContext.setLogLevel("FATAL")  # what matters is said in a sentence
    return spark


@contextmanager
def _side_by_side(spark: Any) -> Iterator[ThreadPoolExecutor]:
    """Give threads that hand slices to Spark, and tell it how many tasks to make of each."""
    spark.range(1).count()  # waits for the executors that were asked for: they bring the cores
    cores = spark.sparkContext.defaultParallelism
    slices = max(1, min(_MOST_SLICES, cores // _CORES_A_SLICE))
    tasks = max(1, cores * _TASKS_A_CORE // slices)
    spark.conf.set("spark.sql.files.minPartitionNum", tasks)
    spark.conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism", tasks)
    pool = ThreadPoolExecutor(slices)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        spark.sparkContext.cancelAllJobs()
        raise
    pool.shutdown()


def _slices(spark: Any, paths: tuple[str, ...], basis: str) -> Iterator[Slice]:
    """Take each file of packed documents as a slice; cut single files into slices."""
    for path in dict.fromkeys(paths):
        loose = []
        for row in _listing(spark, path).collect():
            form = _PACKED.get(_suffix(row.path)) or _PACKED.get(_suffix(path))
            if form:
                yield Slice(_name([row], basis), (row.path,), form)
            elif _is_document(row.path):
                loose.append(row)
        yield from _cut(loose, basis)


def _cut(rows: list[Any], basis: str) -> Iterator[Slice]:
    """Cut files into slices by their names, so that a new one changes only its own."""
    count = max(1, -(-len(rows) // _SLICE))
    cut: dict[int, list[Any]] = {}
    for row in sorted(rows, key=lambda row: row.path):
        cut.setdefault(crc32(row.path.encode()) % count, []).append(row)
    for number in sorted(cut):
        own = cut[number]
        yield Slice(_name(own, basis), tuple(row.path for row in own), "binaryFile")


def _listing(spark: Any, path: str) -> Any:
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    return reader.load(path).select("path", "length", "modificationTime")


def _is_document(path: str) -> bool:
    return _suffix(path) in SUFFIXES and not path.rsplit("/", 1)[-1].startswith((".", "~$"))


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()  # noqa: PTH122 (may be an address)


def _name(rows: list[Any], basis: str) -> str:
    told = "\n".join(f"{row.path}\t{row.length}\t{row.modificationTime}" for row in rows)
    return f"slice={sha256(f'{basis}{told}'.encode()).hexdigest()[:20]}"


def _read(spark: Any, paths: tuple[str, ...], form: str) -> Any:
    reader = spark.read.format(form)
    if form == "csv":
        reader = reader.option("header", "true").option("multiLine", "true").option("escape", '"')
    return reader.load([_GLOB.sub(r"\\\g<0>", path) for path in paths])


def _settle(spark: Any, judge: Judge, store: Store, piece: Slice, *, retry: bool) -> Settled:
    """Judge and commit a slice unless that is done already; ``retry`` one that has failures."""
    done = store.folder / "documents" / piece.name
    if store.has_slice(piece.name):
        if not (retry and any(_column(done, "failure"))):
            return Settled(_column(done, "key"))
        store.drop_slice(piece.name)  # while its other tables are written anew
    _run(spark, judge, store.folder, piece)
    keys, failures = (_column(done, name) for name in ("key", "failure"))
    return Settled(keys, len(keys), len(failures) - failures.count(None))


def _column(done: Path, name: str) -> list[Any]:
    parts = sorted(done.glob("*.parquet"))
    tables = (parquet.read_table(part, columns=[name]) for part in parts)
    return [value for table in tables for value in table[name].to_pylist()]


def _run(spark: Any, judge: Judge, out: Path, piece: Slice) -> None:
    """Judge a slice and write its tables."""
    from pyspark.sql import functions

    frame = _known(_read(spark, piece.paths, piece.form))
    staged = _address(out / _STAGED / piece.name)
    frame.mapInArrow(judge, _schema()).write.mode("overwrite").parquet(staged)
    told = spark.read.parquet(staged)
    for table in sorted(TABLES, key=lambda name: name == "documents"):
        rows = told.select(functions.explode(table).alias("row")).select("row.*")
        rows.write.mode("overwrite").parquet(_address(out / table / piece.name))


def _address(path: Path) -> str:
    """Give a path as Spark reads it: it takes a percent sign for itself."""
    return f"file://{path}"


def _known(frame: Any) -> Any:
    """Give a frame the columns that the judge asks for."""
    from pyspark.sql import functions

    columns = []
    for field, names in _KNOWN.items():
        name = next((name for name in names if name in frame.columns), None)
        kind = "binary" if field == "content" else "string"
        column = functions.col(name) if name else functions.lit(None)
        columns.append(column.cast(kind).alias(field))
    changed = "modificationTime" if "modificationTime" in frame.columns else None
    stamp = functions.col(changed).cast("double") if changed else functions.lit(0.0)
    return frame.select(*columns, stamp.alias("changed"))


def _shards(batches: Iterable[pa.RecordBatch]) -> Iterator[Shard]:
    for number, batch in enumerate(batches):
        entries = tuple(_entry(row) for row in batch.to_pylist())
        if entries:
            yield Shard(str(number), entries)


def _entry(row: dict[str, Any]) -> ShardItem:
    data = row["content"] if row["content"] is not None else (row["text"] or "").encode()
    digest = digest_of(data)
    path = (row["path"] or digest).removeprefix("file:")
    about = About(*(row[name] or "" for name in ("url", "published", "issuer", "label")))
    text = row["text"] if row["content"] is None else None
    content = row["content"]
    changed = round(row["changed"] * 1e9)
    return ShardItem(Item(Place(path), about, text, "", len(data), changed, content), digest)


def _nested(_shard: str, rows: Rows) -> pa.RecordBatch:
    """Give a shard's rows as one row with a list for each table."""
    arrays = []
    for name, schema in TABLES.items():
        plain = [{f.name: row.get(f.name) for f in schema} for row in rows.get(name, [])]
        arrays.append(pa.array([plain], pa.list_(_struct(schema))))
    return pa.RecordBatch.from_arrays(arrays, names=list(TABLES))


def _struct(schema: pa.Schema) -> pa.StructType:
    return pa.struct([(field.name, _plain(field.type)) for field in schema])


def _plain(kind: pa.DataType) -> pa.DataType:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _schema() -> Any:
    """Give the schema of the nested rows in Spark's words."""
    from pyspark.sql.pandas.types import from_arrow_schema

    return from_arrow_schema(
        pa.schema([(name, pa.list_(_struct(schema))) for name, schema in TABLES.items()])
    )
