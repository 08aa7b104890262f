"""gongkai-lint check: judge files and folders."""

from pathlib import Path
from typing import Any

from gongkai_lint.cli.command import Count, OneOf, argument, command, option
from gongkai_lint.cli.deliver import Manner, deliver
from gongkai_lint.cli.inputs import dossier_option, found_in, stdin_option
from gongkai_lint.cli.judging import (
    encoding_option,
    judging_options,
    plan,
    settings_of,
    tell_passed_over,
)
from gongkai_lint.cli.targets import pair
from gongkai_lint.config.settings import FAIL_ON
from gongkai_lint.errors import UsageError
from gongkai_lint.reporters.formats import FORMATS


@command(
    "check",
    options_metavar="[选项]",
    help="检查文件或文件夹（Word、文本、网页、PDF、OFD 等）；“-”是标准输入。"
    "退出码：0 没有问题，1 有问题，2 用法、配置或规则文件有误，3 有文件读不出来或规则出错。",
)
@argument("paths", metavar="文件或文件夹…", nargs=-1, required=True)
@option(
    "--format",
    "formats",
    type=OneOf(FORMATS),
    multiple=True,
    metavar="格式",
    help=f"输出格式：{'、'.join(FORMATS)}；默认 text，或者按 -o 的后缀。可写几个，各配一个 -o。",
)
@option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    metavar="文件",
    help="结果写到文件；“-”是屏幕。没有 --format 的按文件后缀定格式；写几个时按顺序配对。",
)
@dossier_option
@option("--force", is_flag=True, help="覆盖已有的“…_核稿意见”文件。")
@judging_options
@encoding_option
@option(
    "--fail-on",
    type=OneOf(FAIL_ON),
    metavar="级别",
    help="哪一级起退出码为 1：error、warning（默认）、info、never。",
)
@option("--baseline", metavar="文件", help="只报基线文件里没有的问题；基线用 baseline 命令记录。")
@option("--jobs", type=Count(), help="同时用几个进程；默认文件超过 50 个才用多个。")
@stdin_option
@option("--no-color", is_flag=True, help="不用颜色。")
@option(
    "-v",
    "--verbose",
    is_flag=True,
    help="一处一处列出原文、标记、依据和指纹，连同按理由忽略的问题。",
)
@option("--full", is_flag=True, help="SARIF 里写上全部规则，不只是报了问题的。")
@option("-q", "--quiet", is_flag=True, help="只输出问题，不输出汇总和进度。")
def check(paths: tuple[str, ...], **options: Any) -> int:
    """Judge what the paths mean and give the exit code."""
    found = found_in(paths, options)
    if options["dossier"]:
        _refuse_inside(options["outputs"], paths)
    baseline = Path(options["baseline"]) if options["baseline"] else None
    settings = settings_of(options)._replace(fail_on=options["fail_on"], baseline=baseline)
    work = plan(found, settings, options["config"])
    targets = pair(options["formats"], options["outputs"], paths, force=options["force"])
    if not options["quiet"]:
        tell_passed_over(found)
    names = ("quiet", "jobs", "verbose", "full")
    manner = Manner(not options["no_color"], *(options[name] for name in names))
    return deliver(work, targets, manner)


def _refuse_inside(outputs: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Refuse to write a result among the papers of a submission."""
    submissions = [Path(folder).resolve() for folder in folders]
    for output in outputs:
        if any(Path(output).resolve().is_relative_to(folder) for folder in submissions):
            raise UsageError("结果不能写进报批件文件夹，请换一个 --output 文件名。")
