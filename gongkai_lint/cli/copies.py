"""The copies that commands write beside the files that they were made from."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from gongkai_lint.api import Request
from gongkai_lint.batch import Input
from gongkai_lint.cli.app import BROKEN, WRONG_USAGE
from gongkai_lint.cli.command import option, say
from gongkai_lint.cli.judging import Work, all_of
from gongkai_lint.cli.output import Progress, drafted, is_same, told_interrupted
from gongkai_lint.errors import UnreadableError, UsageError, plainly
from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.read import read_path
from gongkai_lint.reporters import terminal

_OUR_MISTAKE = "程序内部出错，没有写副本，请把下面的信息反馈给维护者："


copy_options = all_of(
    (
        option(
            "-o",
            "--output",
            metavar="文件",
            help="副本的文件名；默认在原文件旁边。只用于一个文件。",
        ),
        option("--force", is_flag=True, help="副本已经存在时改写它；原文件在任何时候都不改。"),
        option("-q", "--quiet", is_flag=True, help="只说出错的，不说写了什么。"),
    )
)
Make = Callable[[Input, Request], int]


class Copies(NamedTuple):
    """Where copies go: beside each file with a word behind its name, or to one named file.

    What is ``taken`` by one file is not given to another.
    """

    word: str
    output: str | None
    force: bool
    inputs: tuple[str, ...]
    taken: set[Path]

    def path_for(self, original: str, *, may_exist: bool = False, suffix: str = "") -> Path:
        """Name the copy of a file; one that exists is refused, unless told otherwise.

        A ``suffix`` is that of a copy in another format.
        """
        file = Path(original).with_suffix(suffix or Path(original).suffix)
        target = Path(self.output) if self.output else file.with_stem(f"{file.stem}{self.word}")
        if target in self.taken:
            raise UsageError(f"另一个文件的副本也叫“{target}”，没有改写；请单独做这个文件并加 -o。")
        if any(is_same(target, name) for name in self.inputs):
            raise UsageError(f"不能写到原文件“{target}”上，请换一个文件名。")
        if target.exists() and not (self.force or may_exist):
            raise UsageError(f"“{target}”已经存在，没有改写；要改写请加 --force。")
        self.taken.add(target)
        return target


def copies_of(options: dict[str, object], inputs: Iterable[Input], word: str) -> Copies:
    """Settle where copies go; one output file cannot take the copies of several files."""
    paths = tuple(item.path for item in inputs)
    output = options["output"]
    if not paths:
        raise UsageError("没有找到能写副本的文件。请核对路径和文件类型。")
    if output is not None and len(paths) > 1:
        raise UsageError(f"-o 只能用于一个文件，现有 {len(paths)} 个文件。")
    return Copies(
        word, None if output is None else str(output), bool(options["force"]), paths, set()
    )


def originals(
    inputs: Iterable[Input], named: Iterable[str], kinds: tuple[str, ...]
) -> Iterator[Input]:
    """Leave out what a folder holds beside them: files of other kinds."""
    given = set(named)
    for item in inputs:
        if item.path in given or item.trouble or Path(item.path).suffix.lower() in kinds:
            yield item


def carry_out(work: Work, make: Make, *, quiet: bool) -> int:
    """Make the copies one by one; what goes wrong with one file does not stop the others."""
    codes = {0}
    progress = Progress(len(work.jobs), wanted=not quiet)
    for number, job in enumerate(work.jobs):
        try:
            codes.add(make(job.input, work.requests[job.request]))
        except KeyboardInterrupt:
            return told_interrupted(number, len(work.jobs))
        except (UsageError, UnreadableError) as error:
            say(f"{job.input.path}: {error}", err=True)
            codes.add(WRONG_USAGE if isinstance(error, UsageError) else BROKEN)
        except OSError as error:
            say(f"{job.input.path}: 读写出错（{plainly(error)}），没有写副本。", err=True)
            codes.add(WRONG_USAGE)
        except Exception:  # noqa: BLE001 (our mistake on one file must not stop the others)
            say(f"{job.input.path}: {_OUR_MISTAKE}\n{_trace()}", err=True)
            codes.add(BROKEN)
        progress.step()
    progress.clear()
    return WRONG_USAGE if WRONG_USAGE in codes else max(codes)


def original(item: Input) -> bytes:
    """Read a file; raises ``UnreadableError`` where there is none."""
    if item.trouble:
        raise UnreadableError(item.trouble)
    return read_path(Path(item.path))


def tell_failures(report: Report) -> int:
    """Say which rules broke, and give the exit code."""
    if not report.failures:
        return 0
    say(terminal.document(report._replace(document=None)), err=True, nl=False)
    return BROKEN


def write_copy(target: Path, data: bytes) -> None:
    """Write a file that takes its place only when everything is written."""
    with drafted(target) as draft:
        draft.write_bytes(data)


def _trace() -> str:
    from traceback import format_exc

    return format_exc()
