"""gongkai-lint init: a configuration file to begin with."""

from pathlib import Path

from gongkai_lint.cli.command import argument, command, option, say
from gongkai_lint.cli.output import drafted
from gongkai_lint.config.load import FILE_NAME
from gongkai_lint.config.template import template
from gongkai_lint.errors import UsageError


@command(
    "init",
    options_metavar="[选项]",
    help=f"在当前文件夹（或写明的文件夹）里写一个带说明的 {FILE_NAME}，内容就是默认设置。",
)
@argument("folder", metavar="[文件夹]", default=".")
@option("--force", is_flag=True, help="覆盖已有的配置文件。")
def init(folder: str, *, force: bool) -> int:
    """Write the file; one that exists is refused, unless told otherwise."""
    target = Path(folder) / FILE_NAME
    if target.exists() and not force:
        raise UsageError(f"“{target}”已经存在，没有改写；要改写请加 --force。")
    with drafted(target) as draft:
        draft.write_text(template(), encoding="utf-8")
    say(f"已写好“{target}”。")
    return 0
