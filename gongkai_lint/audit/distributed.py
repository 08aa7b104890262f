"""The engine of a cluster: Spark moves, schedules and commits; each Python worker judges.

Documents are cut into slices by their places. A slice is one job for each table, written by Spark
with its commit protocol under ``<table>/slice=<name>``; ``documents`` comes last and says that the
slice is complete, so that a run that was stopped goes on behind it. A slice's name tells its
documents (or parts, for packed documents) with sizes and times, and what they are judged by.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from shutil import rmtree
from typing import Any, NamedTuple
from zlib import crc32

import pyarrow as pa
from pyarrow import parquet

from gongkai_lint.api import Request
from gongkai_lint.audit.item import About, Item, Place
from gongkai_lint.audit.lists import NAMES
from gongkai_lint.audit.local import Desk, Team
from gongkai_lint.audit.plan import Count, Shard, basis_of
from gongkai_lint.audit.rows import Rows
from gongkai_lint.audit.run import State, Wanted, note_of
from gongkai_lint.audit.schema import TABLES
from gongkai_lint.audit.store import Store
from gongkai_lint.audit.worker import Entry, Order
from gongkai_lint.errors import UsageError
from gongkai_lint.readers.media_type import SUFFIXES

_PACKED = {".parquet": "parquet", ".jsonl": "json", ".ndjson": "json", ".csv": "csv"}
_SLICE = 20_000
_BATCH = 64
_STAGED = "staged"
_TASKS_A_CORE = 2
_SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": _BATCH,
    "spark.sql.files.openCostInBytes": 64 * 2**10,  # small files: else one task takes but a few
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
_TEAMS: dict[tuple[str, int, float], Team] = {}
_KNOWN = NAMES | {"path": (*NAMES["path"], "id"), "content": ("content",)}


class Slice(NamedTuple):
    """Documents (or parts of packed documents) that are judged and committed together."""

    name: str
    paths: tuple[str, ...]
    form: str
    documents: int


class Judge(NamedTuple):
    """What runs in a Spark worker: Arrow batches of documents in, nested rows out."""

    order: Order
    seconds: float

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """Judge batches in a process of its own, so that a document can only break that one.

        The process stays for the tasks that this Python worker is given later.
        """
        mark = (self.order.basis, self.order.run, self.seconds)
        team = _TEAMS.pop(mark, None) or Team(Desk(self.order, _nested, Path()), 1, self.seconds)
        try:
            for done in team.judge(_shards(batches)):
                yield done.result
        except BaseException:
            team.dismiss()
            raise
        _TEAMS[mark] = team


def audit_on_spark(
    wanted: Wanted, request: Request, tell: Callable[[State], None], *, master: str | None = None
) -> State:
    """Judge what is new or changed with Spark and keep the results in the same tables."""
    store, basis = Store(wanted.out), basis_of(request)
    spark = _session(master)
    with store.locked():
        store.prepare()
        manifest = store.manifest
        run = int(manifest.get("run", 0)) + 1
        note = note_of(wanted, request, run, basis)
        store.note(note | {"complete": False, "engine": "spark"})
        state = State(Count())
        judge = Judge(Order(request, run, basis), wanted.seconds)
        with store.present(run) as present:
            for piece in _slices(spark, wanted.paths, basis):
                done = store.folder / "documents" / piece.name
                found = state.found._replace(met=state.found.met + piece.documents)
                if (done / "_SUCCESS").exists():
                    found = found._replace(unchanged=found.unchanged + piece.documents)
                    state = state._replace(found=found)
                else:
                    failed = _run(spark, piece, judge, store.folder)
                    judged = state.judged + piece.documents
                    state = State(found, judged, state.failed + failed)
                    tell(state)
                for key in _keys(done):
                    present.add(key)
        store.note(note | {"complete": True, "engine": "spark", "documents": state.found.met})
    return state


def _session(master: str | None) -> Any:
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        raise UsageError(
            "用 Spark 审计需要安装 pyspark：pip install 'gongkai-lint[spark]'，本机还要有 Java 17。"
        ) from None
    if (master or "local").startswith("local"):  # elsewhere the administrator names the Python
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder: Any = SparkSession.builder
    if master:
        builder = builder.master(master)
    spark = builder.appName("gongkai-lint audit").config(map=_SETTINGS).getOrCreate()
    tasks = spark.sparkContext.defaultParallelism * _TASKS_A_CORE
    spark.conf.set("spark.sql.files.minPartitionNum", tasks)
    spark.conf.set("spark.sql.sources.parallelPartitionDiscovery.parallelism", tasks)
    return spark


def _slices(spark: Any, paths: tuple[str, ...], basis: str) -> Iterator[Slice]:
    for path in paths:
        suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122 (may be an address)
        if suffix in _PACKED:
            yield from _packed(spark, path, _PACKED[suffix], basis)
        else:
            yield from _files(spark, path, basis)


def _files(spark: Any, folder: str, basis: str) -> Iterator[Slice]:
    """Cut the files of a folder into slices by their names, so that a new one changes only its."""
    listed = _listing(spark, folder).collect()
    rows = [row for row in listed if _is_document(row.path)]
    count = max(1, -(-len(rows) // _SLICE))
    cut: dict[int, list[Any]] = {}
    for row in sorted(rows, key=lambda row: row.path):
        cut.setdefault(crc32(row.path.encode()) % count, []).append(row)
    for number in sorted(cut):
        own = cut[number]
        yield Slice(_name(own, basis), tuple(row.path for row in own), "binaryFile", len(own))


def _packed(spark: Any, path: str, form: str, basis: str) -> Iterator[Slice]:
    """Take each file of packed documents as a slice of its own."""
    for row in _listing(spark, path).collect():
        read = _read(spark, (row.path,), form)
        yield Slice(_name([row], basis), (row.path,), form, read.count())


def _listing(spark: Any, path: str) -> Any:
    reader = spark.read.format("binaryFile").option("recursiveFileLookup", "true")
    return reader.load(path).select("path", "length", "modificationTime")


def _is_document(path: str) -> bool:
    name = path.rsplit("/", 1)[-1]
    return os.path.splitext(name)[1].lower() in SUFFIXES and not name.startswith((".", "~$"))  # noqa: PTH122


def _name(rows: list[Any], basis: str) -> str:
    told = "\n".join(f"{row.path}\t{row.length}\t{row.modificationTime}" for row in rows)
    return f"slice={hashlib.sha256(f'{basis}{told}'.encode()).hexdigest()[:20]}"


def _read(spark: Any, paths: tuple[str, ...], form: str) -> Any:
    reader = spark.read.format(form)
    if form == "csv":
        reader = reader.option("header", "true").option("multiLine", "true").option("escape", '"')
    return reader.load(list(paths))


def _run(spark: Any, piece: Slice, judge: Judge, out: Path) -> int:
    """Judge a slice, write its tables, and give how many documents failed."""
    from pyspark.sql import functions

    frame = _known(_read(spark, piece.paths, piece.form))
    judged = frame.mapInArrow(judge, _schema())
    staged = out.absolute() / _STAGED / piece.name
    judged.write.mode("overwrite").parquet(_address(staged))
    told = spark.read.parquet(_address(staged))
    for table in sorted(TABLES, key=lambda name: name == "documents"):
        rows = told.select(functions.explode(table).alias("row")).select("row.*")
        rows.write.mode("overwrite").parquet(_address(out.absolute() / table / piece.name))
    documents = told.select(functions.explode("documents").alias("row"))
    failed = int(documents.where("row.failure is not null").count())
    rmtree(staged.parent, ignore_errors=True)
    return failed


def _keys(done: Path) -> Iterator[bytes]:
    """Yield the documents of a slice by their keys."""
    for part in sorted(done.glob("*.parquet")):
        yield from parquet.read_table(part, columns=["key"])["key"].to_pylist()


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


def _entry(row: dict[str, Any]) -> Entry:
    data = row["content"] if row["content"] is not None else (row["text"] or "").encode()
    digest = f"sha256:{hashlib.sha256(data).hexdigest()}"
    path = (row["path"] or digest).removeprefix("file:")
    about = About(*(row[name] or "" for name in ("url", "published", "issuer", "label")))
    text = row["text"] if row["content"] is None else None
    content = row["content"]
    changed = round(row["changed"] * 1e9)
    return Entry(Item(Place(path), about, text, "", len(data), changed, content), digest)


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
