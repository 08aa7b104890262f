"""What the paths of a command line mean: files, folders, standard input, submissions."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from gongkai_lint import policy
from gongkai_lint.batch import Found, Input, collect, collect_dossiers
from gongkai_lint.cli.command import option
from gongkai_lint.cli.streams import standard_input
from gongkai_lint.errors import UsageError, plainly
from gongkai_lint.readers.read import MAX_BYTES

dossier_option = option(
    "--dossier",
    is_flag=True,
    help="每个路径是一个报批件文件夹（文稿和随文材料），或者放着几个报批件的文件夹；各件合起来检查，并列出退文清单。",
)
stdin_option = option("--stdin-filename", metavar="文件名", help="标准输入的文件名，用来判断格式。")


def drafts(paths: Iterable[str | Input], config: str | None) -> Found:
    """Give the documents that paths mean, without those that the configuration leaves alone."""
    found = collect(paths)
    kept = tuple(one for one in found.inputs if not policy.is_excluded(Path(one.path), config))
    if found.inputs and not kept:
        raise UsageError("要查的文件都写在配置的 exclude 里，没有检查。请核对配置或路径。")
    return found._replace(inputs=kept, excluded=len(found.inputs) - len(kept))


def found_in(paths: tuple[str, ...], options: dict[str, Any]) -> Found:
    """Give the documents, or the submissions, that paths mean."""
    named = options["stdin_filename"]
    if not options["dossier"]:
        return drafts(_with_stdin(paths, named), options["config"])
    if "-" in paths or named is not None:
        raise UsageError("--dossier 后面写报批件文件夹，不能用标准输入（“-”、--stdin-filename）。")
    return collect_dossiers(paths)


def _with_stdin(paths: tuple[str, ...], name: str | None) -> Iterator[str | Input]:
    if name is not None and "-" not in paths:
        raise UsageError("--stdin-filename 要和“-”（标准输入）一起用。")
    for path in dict.fromkeys(paths):
        yield _from_stdin(name or "-") if path == "-" else path


def _from_stdin(name: str) -> Input:
    try:
        return Input(name, standard_input(MAX_BYTES + 1))
    except OSError as error:
        trouble = f"标准输入读不到（{plainly(error)}）。请写文件名，或者用管道把文稿送进来。"
        return Input(name, trouble=trouble)
