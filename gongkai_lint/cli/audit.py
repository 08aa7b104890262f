"""gongkai-lint audit: judge an archive and keep the results."""

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from gongkai_lint.cli.app import BROKEN
from gongkai_lint.cli.command import Count, OneOf, argument, command, option, say
from gongkai_lint.cli.judging import encoding_option, judging_options, request_of, settings_of
from gongkai_lint.config.load import load_config
from gongkai_lint.config.settings import DEFAULTS, Config, Settings
from gongkai_lint.errors import UsageError
from gongkai_lint.time_limit import SECONDS

_ABSENT = "批量审计需要安装 pyarrow：pip install 'gongkai-lint[audit]'。"
_EVERY = {True: 0.2, False: 10.0}


@command(
    "audit",
    options_metavar="[选项]",
    help="批量审计文件夹、压缩包（.zip）或清单（.csv、.jsonl、.parquet，有 path 或 text 列），"
    "结果存成 Parquet 表。中断后再运行同一条命令接着查，没有变化的文件不重查。"
    "默认按历史文件（archive）的口径。退出码：0 全部查完，3 有文件没有查成。",
)
@argument("paths", metavar="文件夹、压缩包或清单…", nargs=-1, required=True)
@option("-o", "--out", metavar="文件夹", required=True, help="结果放在哪个文件夹（新的或上次的）。")
@judging_options
@encoding_option
@option("--jobs", type=Count(), help="同时用几个进程；默认有几个核用几个。")
@option("--timeout", type=Count(), default=int(SECONDS), help="一个文件最多查多少秒，默认 120。")
@option("--retry", is_flag=True, help="重查上次没有查成的文件。")
@option("--rehash", is_flag=True, help="不信文件大小和修改时间，逐个核对内容有无变化。")
@option(
    "--engine",
    type=OneOf(("local", "spark")),
    default="local",
    metavar="引擎",
    help="local 本机多进程（默认）、spark 交给 Spark 集群。",
)
@option("--master", metavar="地址", help="Spark 集群的地址，如 yarn、spark://主机:7077。")
@option("-q", "--quiet", is_flag=True, help="不输出进度。")
def audit(paths: tuple[str, ...], **options: Any) -> int:
    """Audit what the paths mean and give the exit code."""
    on_cluster = options["engine"] == "spark"
    if options["master"] and not on_cluster:
        raise UsageError("--master 要和 --engine spark 一起用。")
    for name in ("jobs", "rehash"):
        if options[name] and on_cluster:
            raise UsageError(f"--{name} 只用于本机，不能和 --engine spark 一起用。")
    if "://" in options["out"]:
        raise UsageError(
            f"--out 要写文件夹，不能写地址“{options['out']}”；"
            "用集群时请用驱动程序和各执行器都挂载的共享盘。"
        )
    for path in paths:
        if not on_cluster and not os.path.exists(path):  # noqa: PTH110 (a name may be no text)
            raise UsageError(f"找不到“{path}”。请核对路径。")
    found = _said(Path(options["config"]), on_cluster=on_cluster) if options["config"] else None
    said = found.settings._replace(suppressions=found.suppressions or None) if found else Settings()
    settings = settings_of(options).over(said).over(Settings(profile="archive")).over(DEFAULTS)
    request = request_of(settings)
    try:
        from gongkai_lint.audit.run import Wanted
    except ImportError:
        raise UsageError(_ABSENT) from None
    wanted = Wanted(
        paths=paths,
        out=Path(options["out"]),
        workers=options["jobs"] or os.cpu_count() or 1,
        seconds=float(options["timeout"]),
        retry=options["retry"],
        rehash=options["rehash"],
        excludes=partial(_excludes, found) if found and found.exclude else None,
    )
    pace = Pace(wanted=not options["quiet"])
    try:
        state = _engine(options)(wanted, request, pace.tell)
    except KeyboardInterrupt:
        pace.clear()
        say("已中断，查完的结果已经保存；再次运行同一条命令接着查。", err=True)
        return 130
    pace.clear()
    count = state.found
    say(
        f"共 {count.met} 个文件：新查 {state.judged - count.duplicates} 个，"
        f"内容相同 {count.duplicates} 个，没有变化 {count.unchanged} 个，"
        f"没有查成 {state.failed} 个{_again(count.failed)}。结果在“{wanted.out}”。"
    )
    return BROKEN if state.failed else 0


def _again(failed: int) -> str:
    return f"（其中 {failed} 个上次就没有查成，要重查请加 --retry）" if failed else ""


def _said(config: Path, *, on_cluster: bool) -> Config:
    """Give a configuration that says the same of all documents of an archive."""
    found = load_config(config)
    if found.per_path or any(by.path for by in found.suppressions):
        raise UsageError(
            f"配置文件“{config}”里有只管一些文件的设置（per-path，或者带 path 的 suppressions），"
            "审计整批按一个口径查，用不了；请为 audit 另写一份不带这些设置的配置。"
        )
    if found.exclude and on_cluster:
        raise UsageError(f"配置“{config}”里的 exclude 只用于本机，不能和 --engine spark 一起用。")
    return found


def _excludes(config: Config, path: str) -> bool:
    """Say whether the configuration has the document of a path left alone."""
    place = os.path.relpath(path, config.path.absolute().parent)
    return config.excludes(Path(place).as_posix())


def _engine(options: dict[str, Any]) -> Callable[..., Any]:
    if options["engine"] == "spark":
        from gongkai_lint.audit.distributed import audit_on_spark

        return partial(audit_on_spark, master=options["master"])
    from gongkai_lint.audit.run import audit as audit_here

    return audit_here


class Pace:
    """Says how fast the work goes: one line that changes on a terminal, lines elsewhere."""

    def __init__(self, *, wanted: bool) -> None:
        """Begin to count."""
        self._wanted = wanted
        self._live = sys.stderr.isatty()
        self._begun = time.monotonic()
        self._next = self._begun + _EVERY[self._live]
        self._shown = False

    def tell(self, state: Any) -> None:
        """Say how far the run has come."""
        now = time.monotonic()
        if not self._wanted or now < self._next:
            return
        self._next = now + _EVERY[self._live]
        rate = state.judged / max(now - self._begun, 0.001)
        line = (
            f"已查 {state.judged} 个，没有变化 {state.found.unchanged} 个，每秒 {rate:.0f} 个"
            f"{_left(state, rate)}，没有查成 {state.failed} 个"
        )
        sys.stderr.write(f"\r\x1b[K{line}" if self._live else f"{line}\n")
        sys.stderr.flush()
        self._shown = self._live

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _left(state: Any, rate: float) -> str:
    if state.total is None or rate <= 0:
        return ""
    rest = max(0, state.total - state.judged - state.found.unchanged)
    minutes, seconds = divmod(int(rest / rate), 60)
    return f"，还有 {rest} 个、约 {minutes} 分 {seconds} 秒"
