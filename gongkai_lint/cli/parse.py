"""gongkai-lint parse: how files were read."""

import json
from pathlib import Path
from typing import Any

from gongkai_lint.api import recognized
from gongkai_lint.cli.app import BROKEN
from gongkai_lint.cli.command import OneOf, argument, command, option, say
from gongkai_lint.cli.judging import encoding_option
from gongkai_lint.cli.output import give
from gongkai_lint.errors import UnreadableError
from gongkai_lint.reading.reading import with_reading
from gongkai_lint.reporters.parsed import as_page, as_text, parsed
from gongkai_lint.ruleset.load import load_ruleset


@command(
    "parse",
    options_metavar="[选项]",
    help="说明文件是怎样读的：要素、分句（主语、词、否定）、时间、任务、条目、特征。"
    "用来弄清一条规则为什么报、为什么不报。退出码：0 读了，3 有文件读不出来。",
)
@argument("paths", metavar="文件…", nargs=-1, required=True)
@option(
    "--format",
    "name",
    type=OneOf(("text", "json", "html")),
    metavar="格式",
    help="text（默认）、json、html；不写时按 -o 的后缀。",
)
@option("-o", "--output", metavar="文件", help="写到这个新文件，不显示在屏幕上。")
@option("--rules", metavar="目录", help="加上本单位的规则和词。")
@encoding_option
def parse(paths: tuple[str, ...], **options: Any) -> int:
    """Print how each file was read; files that cannot be read are told one by one."""
    output, rules = options["output"], options["rules"]
    name = options["name"] or _format_of(output)
    vocabulary = load_ruleset(Path(rules) if rules else None).vocabulary
    told, code = [], 0
    for path in paths:
        try:
            document = with_reading(recognized(Path(path), options["encoding"]), vocabulary)
        except UnreadableError as error:
            say(f"{path}：{error}", err=True)
            code = BROKEN
            continue
        told.append(parsed(path, document, vocabulary))
    if name == "json":
        words = json.dumps(
            {"schema": "gongkai-lint-parse/1", "documents": told}, ensure_ascii=False
        )
    else:
        words = as_page(told) if name == "html" else "\n".join(map(as_text, told))
    give(words + "\n" * (name == "json"), output)
    return code


def _format_of(output: str | None) -> str:
    """Give the format that a file's suffix means."""
    return {".json": "json", ".html": "html", ".htm": "html"}.get(Path(output or "").suffix, "text")
