"""Report on the results of a large archive, as a user would, and print what it takes.

Run: python -m tests.benchmarks.report [documents]. A thousand invented documents are audited; their
rows are multiplied under other names, numbers, issuers and years until there are enough. The
ratio is to a report on those thousand alone.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import duckdb

from gongkai_lint.audit.schema import TABLES
from tests.benchmarks.archive import ROOT, make

_AUDITED = 1_000
_ISSUERS, _YEARS = 300, 20
_CHANGED = {
    "key": "encode(decode(key) || '#' || n)",
    "path": "path || '#' || n",
    "digest": "digest || n",
    "run": "1",
}
_CHANGED_DOCUMENT = _CHANGED | {
    "title": "title || n",
    "document_number": "n || document_number",
    "issuer": f"issuer || (n % {_ISSUERS})",
    "date_of_issue": f"date_of_issue - cast(n % {_YEARS} as integer) * 365",
}


def main(documents: int) -> None:
    """Print the seconds of both reports, the peak memory, and the page's size."""
    with tempfile.TemporaryDirectory() as name:
        archive, small, large = (Path(name) / word for word in ("档案", "小", "大"))
        make(archive, _AUDITED)
        _run("audit", "-q", str(archive), "--out", str(small))
        _multiply(small, large, documents // _AUDITED)
        few, many = _run("report", str(small)), _run("report", str(large))
        both = _run("report", str(large), "--xlsx", "--force")
        size = (large / "审计报告.html").stat().st_size / 2**20
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"{documents} documents: page {many:.1f} s, with xlsx {both:.1f} s, {peak:.0f} MB at most,"
        f" page of {size:.1f} MB; {_AUDITED} documents: {few:.1f} s, ratio {many / few:.1f}"
    )


def _multiply(small: Path, large: Path, times: int) -> None:
    large.mkdir()
    database = duckdb.connect()
    for table, schema in TABLES.items():
        (large / table).mkdir()
        changed = _CHANGED_DOCUMENT if table == "documents" else _CHANGED
        changes = ", ".join(
            f"{how} as {name}" for name, how in changed.items() if name in schema.names
        )
        database.execute(
            f"copy (select * replace ({changes}) from read_parquet('{small / table}/*.parquet'),"  # noqa: S608 (our own)
            f" range({times}) as times(n)) to '{large / table / 'all.parquet'}' (format parquet)"
        )
    manifest = json.loads((small / "audit.json").read_text("utf-8"))
    (large / "audit.json").write_text(json.dumps(manifest), "utf-8")


def _run(*words: str) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "gongkai_lint", *words]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
