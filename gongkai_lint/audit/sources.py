"""Where the documents of an audit come from: folders, zip archives, lists."""

import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

from gongkai_lint.audit.item import Item, Place
from gongkai_lint.audit.lists import LISTS, read_list
from gongkai_lint.errors import plainly
from gongkai_lint.files import size_of
from gongkai_lint.readers.media_type import SUFFIXES
from gongkai_lint.readers.own_files import is_own, is_own_report

_LOCK = "~$"
_ZIP = ".zip"
_UTF8_NAME = 0x800


def find_items(paths: tuple[str, ...]) -> Iterator[Item]:
    """Yield the documents of folders, archives and lists, each place once, in a fixed order."""
    seen: set[bytes] = set()
    for path in paths:
        for item in _items(path):
            key = item.place.key
            if key not in seen:
                seen.add(key)
                yield item


def _items(path: str) -> Iterator[Item]:
    if os.path.isdir(path):  # noqa: PTH112 (a name may be no text)
        yield from _folder(path)
    elif _suffix(path) == _ZIP:
        yield from _archive(path)
    elif _suffix(path) in LISTS:
        yield from read_list(Path(path))
    elif not is_own(path):
        yield _file(path)


def _folder(folder: str) -> Iterator[Item]:
    troubles: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from _closed(troubles)
        for name in sorted(names):
            path = os.path.join(root, name)  # noqa: PTH118 (as above)
            if name.startswith((".", _LOCK)) or is_own(name) or is_own_report(path):
                continue
            if _suffix(name) == _ZIP:
                yield from _archive(path)
            elif _suffix(name) in SUFFIXES:
                yield _file(path)
    yield from _closed(troubles)


def _closed(troubles: list[OSError]) -> Iterator[Item]:
    while troubles:
        error = troubles.pop()
        yield Item(Place(str(error.filename)), trouble=f"文件夹打不开（{plainly(error)}）。")


def _file(path: str) -> Item:
    try:
        size_of(path)
        found = os.stat(path)  # noqa: PTH116 (as above)
    except (OSError, ValueError) as error:
        reason = plainly(error)
        return Item(Place(path), trouble=f"文件读不到（{reason}）。")
    return Item(Place(path), size=found.st_size, changed=found.st_mtime_ns)


def _archive(path: str) -> Iterator[Item]:
    """Yield the documents in a zip file; its directory tells their sizes and check sums."""
    try:
        size_of(path)
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        yield Item(Place(path), trouble=f"压缩文件打不开（{plainly(error)}）。")
        return
    for info in sorted(infos, key=lambda info: info.filename):
        name = member_name(info)
        base = name.rsplit("/", 1)[-1]
        if info.is_dir() or base.startswith((".", _LOCK)) or is_own(base):
            continue
        if _suffix(base) in SUFFIXES:
            yield Item(Place(path, info.filename), size=info.file_size, changed=info.CRC)


def member_name(info: zipfile.ZipInfo) -> str:
    """Give a member's name; archives made by Chinese Windows write it in GBK without saying so."""
    if info.flag_bits & _UTF8_NAME:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return info.filename


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 (as above)
