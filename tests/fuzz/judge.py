"""What is asked of every input: no exception, 5 s, 300 MB, spans in the text, true copies."""

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from functools import cache
from pathlib import Path
from time import process_time

from gongkai_lint.api import Request, lint_bytes, load_ruleset
from gongkai_lint.config.load import load_config
from gongkai_lint.errors import GongkaiLintError
from gongkai_lint.model.finding import Report
from gongkai_lint.model.span import Span
from gongkai_lint.reporters.word.annotated_docx import annotate
from gongkai_lint.revise import Wish, revise
from gongkai_lint.ruleset.load import load_ruleset as load_with
from gongkai_lint.time_limit import OverTimeError, limited
from tests.fuzz.mutate import made

SECONDS, MEGABYTES = 5.0, 300
OVER = f"over {SECONDS:g} s"
_PATIENCE = 60.0  # on the wall of a busy machine; the seconds are those of the processor
_DAY, _NOON = date(2026, 12, 1), datetime(2026, 12, 1, 12)  # noqa: DTZ001 (Word's wall clock)


@cache
def request() -> Request:
    """Give the request that all inputs are judged by."""
    return Request(load_ruleset(), _DAY)


def trouble(kind: str, seed: int) -> str:
    """Judge the input of a seed; empty where all is well."""
    name, data = made(kind, seed)
    return trouble_of(kind, name, data)


def trouble_of(kind: str, name: str, data: bytes) -> str:
    """Say what is wrong with how a file is judged; empty where nothing is."""
    request()
    before, begun = _peak(fresh=True), process_time()
    try:
        with limited(_PATIENCE):
            said = next(_troubles(kind, name, data), "")
    except OverTimeError:
        return f"over {_PATIENCE:g} s on the wall"
    except Exception as error:  # noqa: BLE001 (this is what is looked for)
        return f"{type(error).__name__}: {str(error)[:200]}"
    if process_time() - begun > SECONDS:
        return OVER
    grown = _peak() - before
    return said or (f"over +{MEGABYTES} MB: {grown:.0f}" if grown > MEGABYTES else "")


def _troubles(kind: str, name: str, data: bytes) -> Iterator[str]:
    if kind in {"config", "rule"}:
        with suppress(GongkaiLintError), tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / name
            path.write_bytes(data)
            load_config(path) if kind == "config" else load_with(Path(folder))
        return
    report = lint_bytes(data, name, request())
    for failure in report.failures:
        if "Traceback" in failure.message:
            yield failure.message.strip().rpartition("\n")[2]
    if report.document is None:
        return
    yield from _misplaced(report)
    if name.endswith(".docx"):
        yield from _untrue(report, name, data)


def _misplaced(report: Report) -> Iterator[str]:
    assert report.document is not None
    whole = Span(0, len(report.document.text))
    for finding in report.findings:
        spans = [finding.span, *(one.span for one in finding.related)]
        spans += [edit.span for edit in finding.fix.edits] if finding.fix else []
        if not all(whole.covers(span) for span in spans):
            yield f"{finding.rule}: a span outside the text"


def _untrue(report: Report, name: str, data: bytes) -> Iterator[str]:
    """Write both copies; what cannot be written is told by an error of ours."""
    with suppress(GongkaiLintError):
        if not report.findings and annotate(report, data, _NOON).data != data:
            yield "a copy that differs where nothing was to change"
        annotate(report, data, _NOON, every=True)
    with suppress(GongkaiLintError):
        done = revise(data, name, request(), Wish(_NOON, unsafe=True))
        if not (done.made or done.remarks) and done.data != data:
            yield "a revised copy that differs where nothing was to change"


def _peak(*, fresh: bool = False) -> float:
    """Give the peak memory in MB, since the last fresh start."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    if fresh:
        with suppress(OSError):
            Path("/proc/self/clear_refs").write_text("5")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024
