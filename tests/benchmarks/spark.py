"""Audit one archive on one machine and on Spark, compare all rows, print what Spark costs more.

Run: python -m tests.benchmarks.spark [documents] [--master local-cluster[2,1,1024]]. Start-up is
taken off both: the seconds that an archive of one document takes.
"""

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from gongkai_lint.audit.schema import TABLES
from tests.benchmarks.archive import ROOT, make

_OF_THE_RUN = {"run", "changed"}  # Spark rounds a file's time


def main(documents: int, master: str) -> None:
    """Print the seconds of both, start-up apart, their ratio, and how many rows differ."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for archive, size in (("一", 1), ("全", documents)):
            make(folder / archive, size)
        spark = ("--engine", "spark", "--master", master)
        here = _seconds(folder, "全", "本机", "--jobs", "2") - _seconds(folder, "一", "本机一份")
        there = _seconds(folder, "全", "集群", *spark)
        there -= _seconds(folder, "一", "集群一份", *spark)
        differ = {table: _different(folder, table) for table in TABLES}
    print(
        f"{documents} documents: one machine {here:.0f} s, Spark {there:.0f} s,"
        f" ratio {there / here:.2f}; rows that differ: {differ}"
    )


def _seconds(folder: Path, archive: str, out: str, *more: str) -> float:
    place = folder / archive
    path = f"file://{place}" if "spark" in more else str(place)
    words = ["audit", "-q", path, "--out", str(folder / out), *more]
    start = time.perf_counter()
    command = [sys.executable, "-m", "gongkai_lint", *words]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


def _different(folder: Path, table: str) -> int:
    """Count the rows of a table that only one of the engines has."""
    columns = ", ".join(f'"{name}"' for name in TABLES[table].names if name not in _OF_THE_RUN)
    here, there = (
        f"select {columns} from read_parquet('{folder / out / table}/**/*.parquet',"  # noqa: S608 (our own)
        " hive_partitioning = false)"
        for out in ("本机", "集群")
    )
    either = f"(({here}) except all ({there})) union all (({there}) except all ({here}))"
    query = f"select count(*) from ({either})"  # noqa: S608 (our own)
    return int(duckdb.connect().execute(query).fetchall()[0][0])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", nargs="?", type=int, default=5_000)
    parser.add_argument("--master", default="local-cluster[2,1,1024]")
    given = parser.parse_args()
    main(given.documents, given.master)
