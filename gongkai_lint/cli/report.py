"""gongkai-lint report: sum up an audit."""

from datetime import datetime
from pathlib import Path
from typing import Any

from gongkai_lint.api import load_ruleset
from gongkai_lint.cli.command import Count, argument, command, option, say
from gongkai_lint.errors import UsageError, plainly

_ABSENT = "审计报告需要安装 duckdb 和 pyarrow：pip install 'gongkai-lint[audit]'。"


@command(
    "report",
    options_metavar="[选项]",
    help="把 audit 的结果做成一份可以转交的报告：一个网页文件（不联网，可打印，"
    "图和表都能点到背后的文件）；加 --xlsx 另存同样的 Excel 表，"
    "加 --forms 给每个机关写一份督察表。",
)
@argument("out", metavar="审计结果文件夹")
@option(
    "-o", "--output", metavar="文件", help="报告的文件名；默认是结果文件夹里的“审计报告.html”。"
)
@option("--xlsx", is_flag=True, help="另存“审计报告.xlsx”，每个问题一张表。")
@option("--forms", is_flag=True, help="另在“督察表”文件夹里给每个有任务的机关写一份 Word 督察表。")
@option("--since", type=Count(), help="督察表只要这一年及以后成文的，如 2024。")
@option("--rules", metavar="目录", help="审计时加过的本单位规则，用来写出规则的名称。")
@option("--force", is_flag=True, help="覆盖已有的报告。")
def report(out: str, **options: Any) -> int:
    """Write the report and give the exit code."""
    try:
        from gongkai_lint.audit.page import page_of
        from gongkai_lint.audit.store import Store
        from gongkai_lint.audit.summary import summarize
        from gongkai_lint.audit.views import connect
    except ImportError:
        raise UsageError(_ABSENT) from None
    if options["since"] and not options["forms"]:
        raise UsageError("--since 要和 --forms 一起用。")
    folder = Path(out)
    page = Path(options["output"] or folder / "审计报告.html")
    book, forms = page.with_suffix(".xlsx"), page.with_name("督察表")
    wanted = ((page, True), (book, options["xlsx"]), (forms, options["forms"]))
    for target, is_wanted in wanted:
        if is_wanted and target.exists() and not options["force"]:
            raise UsageError(f"“{target}”已经存在；要覆盖请加 --force。")
    rules = load_ruleset(Path(options["rules"]) if options["rules"] else None).rules
    database = connect(folder, [(rule.id, rule.title, rule.topic) for rule in rules])
    summary = summarize(database, Store(folder).manifest)
    _write(page, page_of(summary, page.parent).encode())
    say(f"报告：{page}")
    if options["xlsx"]:
        from gongkai_lint.audit.workbook import workbook_of

        _write(book, workbook_of(summary))
        say(f"表格：{book}")
    if options["forms"]:
        say(f"督察表：{_write_forms(database, forms, options['since'])} 份，在“{forms}”")
    return 0


def _write_forms(database: Any, folder: Path, since: int | None) -> int:
    """Write the forms into the folder and say how many there are."""
    from gongkai_lint.audit.forms import forms_of

    now = datetime.now()  # noqa: DTZ005 (Word writes the time on the wall)
    names = set()
    for form in forms_of(database, now, since):
        _write(folder / form.name, form.data)
        names.add(form.name)
    return len(names)


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"写不进“{path}”（{plainly(error)}）。请换一个 --output。") from None
