"""gongkai-lint report: sum up an audit."""

from pathlib import Path
from typing import Any

import click

from gongkai_lint.api import load_ruleset
from gongkai_lint.cli.chinese import Command
from gongkai_lint.errors import UsageError

_ABSENT = "审计报告需要安装 duckdb 和 pyarrow：pip install 'gongkai-lint[audit]'。"


@click.command(
    "report",
    cls=Command,
    options_metavar="[选项]",
    help="把 audit 的结果做成一份可以转交的报告：一个网页文件（不联网，可打印，"
    "图和表都能点到背后的文件）；加 --xlsx 另存同样的 Excel 表。",
)
@click.argument("out", metavar="审计结果文件夹")
@click.option(
    "--output", metavar="文件", help="报告的文件名；默认是结果文件夹里的“审计报告.html”。"
)
@click.option("--xlsx", is_flag=True, help="另存“审计报告.xlsx”，每个问题一张表。")
@click.option("--rules", metavar="目录", help="审计时加过的本单位规则，用来写出规则的名称。")
@click.option("--force", is_flag=True, help="覆盖已有的报告。")
def report(out: str, **options: Any) -> int:
    """Write the report and give the exit code."""
    try:
        from gongkai_lint.audit.page import page_of
        from gongkai_lint.audit.summary import summarize
    except ImportError:
        raise UsageError(_ABSENT) from None
    folder = Path(out)
    page = Path(options["output"] or folder / "审计报告.html")
    targets = [page, *([page.with_suffix(".xlsx")] if options["xlsx"] else [])]
    for target in targets:
        if target.exists() and not options["force"]:
            raise UsageError(f"“{target}”已经存在；要覆盖请加 --force。")
    rules = load_ruleset(Path(options["rules"]) if options["rules"] else None).rules
    summary = summarize(folder, [(rule.id, rule.title, rule.topic) for rule in rules])
    _write(page, page_of(summary, page.parent).encode())
    click.echo(f"报告：{page}")
    if options["xlsx"]:
        from gongkai_lint.audit.workbook import workbook_of

        _write(targets[1], workbook_of(summary))
        click.echo(f"表格：{targets[1]}")
    return 0


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"写不进“{path}”（{error.strerror}）。请换一个 --output。") from None
