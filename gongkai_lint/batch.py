"""Many documents: which files are meant, and judging them in order, one by one or side by side."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from functools import cache, partial
from itertools import chain
from pathlib import Path
from typing import Any

from gongkai_lint.api import Request, lint_bytes, lint_config, lint_dossier, lint_path
from gongkai_lint.engine.suppress import unneeded
from gongkai_lint.errors import UsageError, plainly
from gongkai_lint.memory import expect_many_documents
from gongkai_lint.model.finding import Failure, Report
from gongkai_lint.model.suppression import Suppression
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.media_type import SUFFIXES
from gongkai_lint.readers.own_files import is_own, is_own_report
from gongkai_lint.reporters.piece import Piece
from gongkai_lint.reporters.tally import Tally, tally_of
from gongkai_lint.time_limit import SECONDS, OverTimeError, limited, too_slow

READ = tuple(SUFFIXES)
_UNREAD = (".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps", ".zip", ".rar", ".7z", ".ceb", ".tif")
_LOCK = "~$"
_EMPTY = f"文件夹里没有可检查的文件（{'、'.join(READ)}）。请核对路径。"

Show = Callable[[Report], Piece[Any]]


class Input(NamedTuple):
    """A document to judge: its path as given, its bytes if they did not come from a file.

    ``trouble`` says why nothing can be judged there; a ``dossier`` is a folder with a submission.
    """

    path: str
    data: bytes | None = None
    trouble: str = ""
    dossier: bool = False


class Found(NamedTuple):
    """The documents that paths mean, and how many files of other formats were passed over.

    ``own`` are named files that we wrote ourselves; ``excluded`` counts those that a
    configuration has left alone.
    """

    inputs: tuple[Input, ...]
    passed_over: tuple[tuple[str, int], ...]
    own: tuple[str, ...] = ()
    excluded: int = 0


class Job(NamedTuple):
    """An input and the number of the request by which it is judged."""

    input: Input
    request: int


class Shown(NamedTuple):
    """What is left of a report once it is words, in every format asked for."""

    job: Job
    pieces: tuple[Piece[Any], ...]
    tally: Tally
    asked: tuple[tuple[Suppression, bool], ...] = ()


class Desk(NamedTuple):
    """What every worker needs: the requests, and how the reports of each become words."""

    requests: tuple[Request, ...]
    shows: tuple[tuple[Show, ...], ...]
    seconds: float = SECONDS

    def judge(self, job: Job) -> list[Shown]:
        """Judge one document, or each document of a submission."""
        try:
            with limited(self.seconds):
                reports = _reports(job.input, self.requests[job.request])
                return [self.show(job, report) for report in reports]
        except OverTimeError:
            given_up = job.input._replace(trouble=too_slow(self.seconds))
            (report,) = _reports(given_up, self.requests[job.request])
            return [self.show(job, report)]

    def show(self, job: Job, report: Report) -> Shown:
        """Turn a report into words."""
        pieces = tuple(show(report) for show in self.shows[job.request])
        return Shown(job, pieces, tally_of(report), report.asked)


def collect(paths: Iterable[str | Input]) -> Found:
    """Give the files among the paths, and the documents in the folders among them, each once.

    Copies and reports that we wrote ourselves are no documents. Raises ``UsageError`` where
    nothing else is named.
    """
    passed_over: Counter[str] = Counter()
    inputs: dict[str, Input] = {}
    own: list[str] = []
    for path in paths:
        if not isinstance(path, Input) and _is_own(path):
            own.append(path)
            continue
        found = [path] if isinstance(path, Input) else _named(path, passed_over)
        for item in found:
            inputs.setdefault(item.path, item)
    if own and not inputs:
        raise UsageError(own_words(own))
    return Found(tuple(inputs.values()), tuple(sorted(passed_over.items())), tuple(own))


def own_words(own: Sequence[str]) -> str:
    """Say that files are no drafts, and what to do with one that has become one."""
    names = "、".join(f"“{path}”" for path in own)
    return f"{names}是本程序写的，不当文稿检查。接受修订以后要再查的，请另存为别的名字。"


def _is_own(path: str) -> bool:
    return os.path.isfile(path) and (is_own(os.path.basename(path)) or is_own_report(path))  # noqa: PTH113, PTH119 (a path stays as given)


def collect_dossiers(paths: Iterable[str]) -> Found:
    """Give the submissions in the folders among the paths. Raises ``UsageError`` for a file."""
    from gongkai_lint.readers.dossier_folder import find_mistakes, submissions

    folders = tuple(dict.fromkeys(str(one) for path in paths for one in submissions(Path(path))))
    mistakes = [mistake for folder in folders for mistake in find_mistakes(Path(folder))]
    if mistakes:
        raise UsageError("\n".join(mistakes))
    return Found(tuple(Input(folder, dossier=True) for folder in folders), ())


def judge_all(jobs: Sequence[Job], desk: Desk, workers: int) -> Iterator[Shown]:
    """Judge documents in order, then what they leave idle of the configuration's suppressions.

    More than one worker means that many processes.
    """
    asked: dict[Suppression, bool] = {}
    for judged in _judge_documents(jobs, desk, workers):
        for by, was_used in judged.asked:
            asked[by] = was_used or asked.get(by, False)
        yield judged
    yield from _judge_configs(jobs, desk, asked)


def _judge_configs(
    jobs: Sequence[Job], desk: Desk, asked: dict[Suppression, bool]
) -> Iterator[Shown]:
    judged = frozenset(os.path.abspath(job.input.path) for job in jobs)  # noqa: PTH100 (no “..”)
    covered = partial(_is_covered, judged)
    for file, idle in unneeded(asked, covered, desk.requests[0].today).items():
        number = next(n for n, r in enumerate(desk.requests) if idle[0] in r.suppressions)
        report = lint_config(file, idle, desk.requests[number])
        if report.findings:
            yield desk.show(Job(Input(file), number), report)


@cache
def _is_covered(judged: frozenset[str], by: Suppression) -> bool:
    """Say whether all documents that a suppression speaks of are among those that were judged."""
    if by.path and not set(by.path) & set("*?") and not by.path.endswith("/"):
        return True
    files = _files(str(Path(by.file).absolute().parent), [])
    return all(
        path in judged or os.path.dirname(path) in judged or not path.lower().endswith(READ)  # noqa: PTH120
        for path in files
    )


def _judge_documents(jobs: Sequence[Job], desk: Desk, workers: int) -> Iterator[Shown]:
    if workers > 1 and len(jobs) > 1:
        yield from _side_by_side(jobs, desk, workers)
        return
    if len(jobs) > 1:
        expect_many_documents()
    yield from chain.from_iterable(map(desk.judge, jobs))


def _side_by_side(jobs: Sequence[Job], desk: Desk, workers: int) -> Iterator[Shown]:
    from gongkai_lint.pool import Pool

    # Large enough that passing work on costs little, small enough that results come in soon.
    size = max(1, min(64, len(jobs) // (workers * 32)))
    tasks = [(start, jobs[start : start + size]) for start in range(0, len(jobs), size)]
    pool = Pool(partial(_judge_task, desk), min(workers, len(tasks)), desk.seconds)
    with closing(pool):
        early: dict[int, list[Shown]] = {}
        turn = 0
        for start, judged in pool.results(iter(tasks)):
            early[start] = judged
            while turn in early:
                yield from early.pop(turn)
                turn += size


def _judge_task(
    desk: Desk,
    task: tuple[int, Sequence[Job]],
    refused: Mapping[int, str],
    beat: Callable[[int], None],
) -> tuple[int, list[Shown]]:
    judged = []
    start, jobs = task
    for number, job in enumerate(jobs):
        beat(number)
        broken = job.input._replace(trouble=refused.get(number, job.input.trouble))
        judged += desk.judge(job._replace(input=broken))
    return start, judged


def _reports(item: Input, request: Request) -> tuple[Report, ...]:
    if item.dossier and not item.trouble:
        return lint_dossier(Path(item.path), request)
    return (_report(item, request),)


def _report(item: Input, request: Request) -> Report:
    if item.trouble:
        failure = Failure("read", None, item.trouble)
        return Report(item.path, "", "", request.profile, request.as_of, None, failures=(failure,))
    if item.data is not None:
        return lint_bytes(item.data, item.path, request)
    return lint_path(Path(item.path), request)._replace(path=item.path)


def _named(path: str, passed_over: Counter[str]) -> list[Input]:
    if Path(path).is_dir():
        return _walk(path, passed_over)
    if set(path).isdisjoint("*?") or os.path.exists(path):  # noqa: PTH110 (a path stays as given)
        return [Input(path)]
    from glob import glob  # the shells of Windows leave a pattern as it is

    found = [one for one in sorted(glob(path)) if not _is_own(one)]  # noqa: PTH207 (as above)
    return [item for one in found for item in _named(one, passed_over)] or [Input(path)]


def _walk(folder: str, passed_over: Counter[str]) -> list[Input]:
    troubles: list[OSError] = []
    found = []
    for path in _files(folder, troubles):
        suffix = os.path.splitext(path)[1].lower()  # noqa: PTH122 (a path stays as given)
        if suffix in READ:
            found.append(Input(path))
        elif suffix in _UNREAD:
            passed_over[suffix] += 1
    closed = [Input(str(e.filename), trouble=f"文件夹打不开（{plainly(e)}）。") for e in troubles]
    return [*found, *closed] or [Input(folder, trouble=_EMPTY)]


def _files(folder: str, troubles: list[OSError]) -> Iterator[str]:
    for root, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = os.path.join(root, name)  # noqa: PTH118 (a path stays as given)
            if not (name.startswith((".", _LOCK)) or is_own(name) or is_own_report(path)):
                yield path
