"""Which format goes where: the pairs of --format and --output."""

from collections.abc import Sequence
from pathlib import Path

from gongkai_lint.errors import UsageError
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.own_files import OPINIONS
from gongkai_lint.reporters.formats import format_of, formats_by_suffix

SCREEN = "-"


class Target(NamedTuple):
    """A format and the file it goes to; no file is the screen. ``chosen`` by us, not by name."""

    format: str
    file: Path | None = None
    chosen: bool = False


def pair(
    formats: Sequence[str], outputs: Sequence[str], paths: Sequence[str], *, force: bool
) -> tuple[Target, ...]:
    """Pair the formats with the outputs in order. Raises ``UsageError`` where they do not pair.

    A format that is not said is that of the output's suffix.
    Without outputs, a format for people to keep goes beside what is checked, any other to the
    screen.
    """
    wanted = tuple(formats) or tuple(map(_format_of, outputs)) or ("text",)
    if outputs and len(outputs) != len(wanted):
        raise UsageError(
            f"写了 {len(wanted)} 种格式、{len(outputs)} 个 --output。"
            "每个 --format 要有自己的 --output，按顺序配对；要显示在屏幕上的写 --output -。"
        )
    if outputs:
        targets = tuple(_named(f, o) for f, o in zip(wanted, outputs, strict=True))
    else:
        targets = tuple(_chosen(name, paths, force=force) for name in wanted)
    _refuse_clashes(targets)
    return targets


def _format_of(output: str) -> str:
    """Give the format that a file's suffix means."""
    if output == SCREEN:
        return "text"
    suffix, known = Path(output).suffix.lower(), formats_by_suffix()
    if suffix not in known:
        raise UsageError(
            f"从“{output}”的后缀看不出要什么格式。请用 --format 写明，"
            f"或者用这些后缀：{'、'.join(known)}。"
        )
    return known[suffix]


def _named(name: str, output: str) -> Target:
    if output != SCREEN:
        return Target(name, Path(output))
    if not format_of(name).shown:
        raise UsageError(f"{name} 不能显示在屏幕上，请在 --output 后面写文件名。")
    return Target(name)


def _chosen(name: str, paths: Sequence[str], *, force: bool) -> Target:
    form = format_of(name)
    if not form.kept:
        return Target(name)
    if len(paths) != 1 or paths[0] == SCREEN:
        raise UsageError(f"请用 --output 写明 {name} 文件的名称：检查的不是一个文件或文件夹。")
    about = Path(paths[0]).resolve()
    stem = about.name if about.is_dir() else about.stem
    file = about.with_name(f"{stem}{OPINIONS}{form.suffixes[0]}")
    if file.exists() and not force:
        raise UsageError(f"“{file}”已经存在。要覆盖它请加 --force，或用 --output 写到别的文件。")
    return Target(name, file, chosen=True)


def _refuse_clashes(targets: Sequence[Target]) -> None:
    files = [target.file and target.file.resolve() for target in targets]
    for place in dict.fromkeys(files):
        if files.count(place) > 1:
            where = f"写到“{place}”" if place else "显示在屏幕上"
            raise UsageError(f"有两种格式都要{where}，请用 --output 给它们不同的文件名。")
