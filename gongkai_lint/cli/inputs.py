"""What the paths of a command line mean: files, folders, standard input, submissions."""

import sys
from collections.abc import Iterator
from typing import Any

from gongkai_lint.batch import Found, Input, collect, collect_dossiers
from gongkai_lint.cli.command import option
from gongkai_lint.errors import UsageError

dossier_option = option(
    "--dossier",
    is_flag=True,
    help="每个路径是一个报批件文件夹（文稿和随文材料），合起来检查，并列出退文清单。",
)
stdin_option = option("--stdin-filename", metavar="文件名", help="标准输入的文件名，用来判断格式。")


def found_in(paths: tuple[str, ...], options: dict[str, Any]) -> Found:
    """Give the documents, or the submissions, that paths mean."""
    named = options["stdin_filename"]
    if not options["dossier"]:
        return collect(_with_stdin(paths, named))
    if "-" in paths or named is not None:
        raise UsageError("--dossier 后面写报批件文件夹，不能用标准输入（“-”、--stdin-filename）。")
    return collect_dossiers(paths)


def _with_stdin(paths: tuple[str, ...], name: str | None) -> Iterator[str | Input]:
    if name is not None and "-" not in paths:
        raise UsageError("--stdin-filename 要和“-”（标准输入）一起用。")
    for path in dict.fromkeys(paths):
        yield Input(name or "-", sys.stdin.buffer.read()) if path == "-" else path
