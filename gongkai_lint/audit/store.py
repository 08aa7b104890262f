"""The folder of an audit's results: a lock, what the audit was told, and Parquet parts.

A shard's rows stand in one part of each table, a slice's (of a cluster) in a folder of parts. That
of ``documents`` is put in place last and says that the shard or slice is complete; what stands
without it is left over from a stopped run and is removed.
"""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from gongkai_lint.audit.rows import Rows
from gongkai_lint.audit.schema import LEFT, PRESENT, TABLES, VERSION
from gongkai_lint.errors import GongkaiLintError, UsageError, plainly
from gongkai_lint.named import NamedTuple

_MANIFEST = "audit.json"
_LOCK = "audit.lock"
LEFT_OUT = "left-out.parquet"
_COMMIT = "documents"
_SUCCESS = "_SUCCESS"  # by which Spark says that all parts are there
_COMPRESSION = "zstd"


class StoreError(GongkaiLintError):
    """Results cannot be written; what was written before stays and counts."""

    @classmethod
    def of(cls, folder: Path, error: OSError) -> "StoreError":
        """Say why nothing can be written to a folder."""
        reason = plainly(error)
        return cls(f"结果写不进“{folder}”（{reason}）。已写完的结果有效；腾出空间后再运行一次。")


class Known(NamedTuple):
    """What an earlier run found out of a document."""

    digest: str
    size: int
    changed: int
    about: tuple[str, ...]
    failed: bool
    is_copy: bool


class Store(NamedTuple):
    """The results in a folder."""

    folder: Path

    @property
    def manifest(self) -> dict[str, Any]:
        """What the last run noted of itself; empty before the first."""
        try:
            found: dict[str, Any] = json.loads((self.folder / _MANIFEST).read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise UsageError(f"“{self.folder / _MANIFEST}”读不出来（{plainly(error)}）。") from None
        return found

    def note(self, manifest: dict[str, Any]) -> None:
        """Write down what this run is, in one step."""
        text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
        self._put(_MANIFEST, text.encode())

    def prepare(self) -> None:
        """Make the folder, or see that it is an audit's; take away what stopped runs left."""
        if self.folder.exists() and not self.folder.is_dir():
            raise UsageError(f"“{self.folder}”是文件，不是文件夹；请换一个 --out。")
        self.folder.mkdir(parents=True, exist_ok=True)
        others = [path for path in self.folder.iterdir() if not _is_ours(path)]
        manifest = self.manifest
        if others and not manifest:
            raise UsageError(f"“{self.folder}”里已有别的文件；请换一个空的 --out 文件夹。")
        if manifest.get("schema", VERSION) != VERSION:
            raise UsageError(
                f"“{self.folder}”是另一版本的审计结果（{manifest['schema']}），请换一个 --out。"
            )
        for name in TABLES:
            (self.folder / name).mkdir(exist_ok=True)
        self._sweep()

    def _sweep(self) -> None:
        """Remove drafts, unreadable parts, and parts of shards that were never completed."""
        complete = set()
        for path in (self.folder / _COMMIT).iterdir():
            if path.suffix == ".parquet" and all(
                _is_sound(self.folder / name / path.name) for name in TABLES
            ):
                complete.add(path.name)
        for name in TABLES:
            for path in (self.folder / name).iterdir():
                if path.is_dir():
                    if not self.has_slice(path.name):
                        rmtree(path)
                elif path.name not in complete:
                    path.unlink()

    def has_slice(self, name: str) -> bool:
        """Say whether a slice is complete."""
        return (self.folder / _COMMIT / name / _SUCCESS).exists()

    def drop_slice(self, name: str) -> None:
        """Take a slice's documents away, first that they are complete."""
        (self.folder / _COMMIT / name / _SUCCESS).unlink()
        rmtree(self.folder / _COMMIT / name)

    def parts(self, table: str) -> list[Path]:
        """Give the parts of a table, none of those that a cluster is writing still."""
        folder = self.folder / table
        return sorted([*folder.glob("*.parquet"), *folder.glob("slice=*/*.parquet")])

    def write(self, shard: str, rows: Rows) -> None:
        """Put a shard's rows in place; the last step makes them count."""
        drafts = [(name, self._draft(name, shard, rows.get(name, []))) for name in TABLES]
        for name, draft in sorted(drafts, key=lambda pair: pair[0] == _COMMIT):
            draft.replace(self.folder / name / f"{shard}.parquet")

    def _draft(self, name: str, shard: str, rows: list[dict[str, Any]]) -> Path:
        schema = TABLES[name]
        columns = [pa.array([row.get(field.name) for row in rows], field.type) for field in schema]
        draft = self.folder / name / f".{shard}.{os.getpid()}"
        try:
            parquet.write_table(
                pa.table(columns, schema=schema).replace_schema_metadata({"schema": VERSION}),
                draft,
                compression=_COMPRESSION,
            )
        except OSError:
            draft.unlink(missing_ok=True)
            raise
        return draft

    def known(self, basis: str) -> dict[bytes, Known]:
        """Give what earlier runs of the same basis found out, the latest for each document."""
        found: dict[bytes, tuple[int, Known]] = {}
        columns = ["key", "digest", "size", "changed", "run", "basis", "failure", "duplicate_of"]
        about = ["url", "published", "web_issuer", "web_label"]
        for path in self.parts(_COMMIT):
            for row in parquet.read_table(path, columns=[*columns, *about]).to_pylist():
                if row["basis"] == basis and row["run"] >= found.get(row["key"], (-1, None))[0]:
                    told = tuple(row[name] or "" for name in about)
                    failed, copied = row["failure"] is not None, bool(row["duplicate_of"])
                    known = Known(row["digest"], row["size"], row["changed"], told, failed, copied)
                    found[row["key"]] = (row["run"], known)
        return {key: known for key, (_, known) in found.items()}

    @contextmanager
    def present(self, run: int) -> Iterator["Present"]:
        """Note the documents that a run meets; those that it does not meet are gone."""
        final = self.folder / f"present-{run:06}.parquet"
        draft = final.with_name(f".{final.name}")
        with parquet.ParquetWriter(draft, PRESENT, compression=_COMPRESSION) as writer:
            notes = Present(writer)
            yield notes
            notes.flush()
        draft.replace(final)
        for path in self.folder.glob("present-*.parquet"):
            if path != final:
                path.unlink()

    def leave(self, left: dict[str, str]) -> None:
        """Note the files that the run left out, and why."""
        rows = [
            [path.encode("utf-8", "backslashreplace").decode() for path in left],
            [*left.values()],
        ]
        draft = self.folder / f".{LEFT_OUT}"
        parquet.write_table(pa.table(rows, schema=LEFT), draft, compression=_COMPRESSION)
        draft.replace(self.folder / LEFT_OUT)

    @property
    def left_out(self) -> Path | None:
        """The table of what the last complete run left out; None where there is none yet."""
        path = self.folder / LEFT_OUT
        return path if path.exists() else None

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep other audits out of the folder; the lock ends with this process, however it ends."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / _LOCK).open("ab") as file:
            try:
                _lock(file.fileno())
            except OSError:
                raise UsageError(
                    f"另一个审计正在使用“{self.folder}”，请等它结束，或换一个 --out。"
                ) from None
            yield

    def _put(self, name: str, data: bytes) -> None:
        draft = self.folder / f".{name}.{os.getpid()}"
        try:
            draft.write_bytes(data)
            draft.replace(self.folder / name)
        finally:
            draft.unlink(missing_ok=True)


class Present:
    """Collects keys and writes them a batch at a time."""

    _BATCH = 10_000

    def __init__(self, writer: parquet.ParquetWriter) -> None:
        """Begin with nothing."""
        self._writer = writer
        self._keys: list[bytes] = []

    def add(self, key: bytes) -> None:
        """Note one document."""
        self._keys.append(key)
        if len(self._keys) >= self._BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is collected."""
        self._writer.write_table(pa.table([self._keys], schema=PRESENT))
        self._keys.clear()


def _is_ours(path: Path) -> bool:
    """Say whether a name is one that a run leaves which came no further: on a full disk."""
    draft = path.name.startswith((f".{_MANIFEST}.", ".present-", f".{LEFT_OUT}"))
    return draft or path.name == _LOCK or (path.name in TABLES and path.is_dir())


def _is_sound(path: Path) -> bool:
    try:
        parquet.read_metadata(path)
    except (OSError, pa.ArrowException):
        return False
    return True


def _lock(file: int) -> None:
    """Take the lock or raise; the system gives it back when the process ends."""
    if os.name == "nt":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
