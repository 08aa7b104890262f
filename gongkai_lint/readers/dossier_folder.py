"""A submission folder (报批件): its files, and what its dossier.toml says of them."""

import os
from pathlib import Path
from typing import get_args

from gongkai_lint.errors import UnreadableError, UsageError, plainly
from gongkai_lint.files import read_words
from gongkai_lint.model.dossier import ROLE_WORDS, Role
from gongkai_lint.named import NamedTuple
from gongkai_lint.readers.media_type import SUFFIXES
from gongkai_lint.readers.own_files import is_own

FILE_NAME = "dossier.toml"
_ROLES: tuple[Role, ...] = get_args(Role)
_IGNORED = "ignore"
_SINGLE = frozenset({"draft", "processing_sheet"})
_SETTINGS = frozenset({FILE_NAME, "gongkai-lint.toml", "Thumbs.db", "desktop.ini"})


class FolderFile(NamedTuple):
    """A file: its name inside the folder, its stated role, whether its kind can hold a text."""

    name: str
    role: Role | None = None
    is_document: bool = True


def open_folder(folder: Path) -> tuple[FolderFile, ...]:
    """List the files of a submission, those apart that its dossier.toml ignores.

    Raises ``UsageError`` for a file in place of the folder and for a wrong dossier.toml, with all
    its mistakes; ``UnreadableError`` where there is no folder or nothing in it.
    """
    if folder.is_file():
        raise UsageError(f"“{folder}”是文件，不是报批件文件夹。只查一份文件时，请去掉 --dossier。")
    if not folder.is_dir():
        raise UnreadableError(f"找不到报批件文件夹“{folder}”。请核对路径。")
    names = _names(folder)
    stated = _stated(folder, names)
    entries = [_entry(name, stated.get(name)) for name in names if stated.get(name) != _IGNORED]
    if not entries:
        raise UnreadableError("报批件文件夹里没有文件。请放入文稿和随文材料，或者核对路径。")
    return tuple(entries)


def submissions(folder: Path) -> tuple[Path, ...]:
    """Give a submission itself, or those that a folder without files of its own holds.

    Papers may lie in folders named by what they are (附件, 解读材料): these are one submission.
    """
    if not folder.is_dir() or (folder / FILE_NAME).is_file():
        return (folder,)
    inside = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    if any(path.is_file() and _counts(path.name) for path in inside):
        return (folder,)
    folders = [path for path in inside if path.is_dir() and any(map(Path.is_file, path.rglob("*")))]
    if any(word in path.name for path in folders for word in ROLE_WORDS.values()):
        return (folder,)
    return tuple(one for path in folders for one in submissions(path)) or (folder,)


def find_mistakes(folder: Path) -> tuple[str, ...]:
    """Tell the mistakes for which ``open_folder`` raises ``UsageError``."""
    try:
        open_folder(folder)
    except UsageError as error:
        return tuple(str(error).split("\n"))
    except UnreadableError:
        return ()
    return ()


def _entry(name: str, stated: str | None) -> FolderFile:
    role = next((role for role in _ROLES if role == stated), None)
    readable = Path(name).suffix.lower() in SUFFIXES
    return FolderFile(name, role, readable or role == "draft")


def _names(folder: Path) -> list[str]:
    troubles: list[OSError] = []
    names = []
    for root, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inside = Path(root).relative_to(folder)
        names += [(inside / name).as_posix() for name in sorted(files) if _counts(name)]
    if troubles:
        raise UnreadableError(f"文件夹打不开（{plainly(troubles[0])}）。请检查访问权限。")
    return names


def _counts(name: str) -> bool:
    return not (name.startswith((".", "~$")) or name in _SETTINGS or is_own(name))


def _stated(folder: Path, names: list[str]) -> dict[str, str]:
    """Give what dossier.toml says of each file. Raises ``UsageError`` with all its mistakes."""
    file = folder / FILE_NAME
    if not file.is_file():
        return {}
    problems: list[str] = []
    stated: dict[str, str] = {}
    for role, value in _table(file).items():
        for name in _listed(role, value, problems):
            if name not in names:
                problems.append(f"“{role}”写的“{name}”不在这个文件夹里，请核对文件名")
            elif name in stated:
                problems.append(f"“{name}”写了两次（{stated[name]}、{role}），请只留一处")
            stated.setdefault(name, role)
    if problems:
        raise UsageError("\n".join(f"“{file}”：{problem}。" for problem in problems))
    return stated


def _table(file: Path) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(read_words(file))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"“{file}”读不出来（{plainly(error)}）。请另存为 UTF-8 文本。") from None
    except (ValueError, RecursionError) as error:
        raise UsageError(f"“{file}”不是正确的 TOML：{plainly(error)}。") from None


def _listed(role: str, value: object, problems: list[str]) -> list[str]:
    """Give the file names behind a key; no names where the key or the value is wrong."""
    names = value if isinstance(value, list) else [value]
    if role not in {*_ROLES, _IGNORED}:
        known = "、".join(f"{role}（{word}）" for role, word in ROLE_WORDS.items())
        problems.append(f"不认识“{role}”；可用的有：{known}、{_IGNORED}（不看的文件）")
    elif not all(isinstance(name, str) and name for name in names):
        problems.append(f"“{role}”应是文件名，或者一组文件名，现为“{value}”")
    elif role in _SINGLE and len(names) != 1:
        problems.append(f"“{role}”只能写一份文件，现为 {len(names)} 份")
    else:
        return [Path(str(name)).as_posix() for name in names]
    return []
