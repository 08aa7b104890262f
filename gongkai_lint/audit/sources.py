"""Where the documents of an audit come from: folders, zip archives, lists."""

import os
import zipfile
from collections.abc import Callable, Iterator
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
_HIDDEN = "隐藏文件或者打开文件时留下的临时文件"
_OWN = "本程序写的副本或者报告"
_EXCLUDED = "配置的 exclude 写明不查"
_NESTED = "压缩包里的压缩包，请解压后再查"
_PACKED, _SHEET = "压缩文件，请解压或者改成 .zip 再查", "表格，不是文稿"
_PICTURE, _SLIDES = "图片，里面的文字查不了", "演示文稿，不是公文"
_KINDS = {
    **dict.fromkeys((".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"), _PACKED),
    **dict.fromkeys((".xls", ".xlsx", ".et", ".csv"), _SHEET),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif"), _PICTURE),
    **dict.fromkeys((".ppt", ".pptx", ".dps"), _SLIDES),
}


Leave = Callable[[str, str], object]
Excludes = Callable[[str], bool]


def find_items(
    paths: tuple[str, ...], leave: Leave | None = None, excludes: Excludes | None = None
) -> Iterator[Item]:
    """Yield the documents of folders, archives and lists, each place once, in a fixed order.

    ``leave`` is told of each file that is no document for us, and why; ``excludes`` says by its
    path (a member's behind that of its archive, a row's as its list gives it) what nobody wants.
    """
    seen: set[bytes] = set()
    note = leave or _pass_over
    for path in paths:
        for item in _items(path, note):
            key = item.place.key
            if key in seen:
                continue
            seen.add(key)
            if excludes and excludes(_inside(item.place)):
                note(item.place.shown, _EXCLUDED)
            else:
                yield item


def _inside(place: Place) -> str:
    """Give the path by which a configuration names a document."""
    member = place.name or place.member
    return f"{place.path}/{member}" if member else place.path


def _pass_over(_path: str, _why: str) -> None:
    """Note nothing."""


def _items(path: str, leave: Leave) -> Iterator[Item]:
    if os.path.isdir(path):  # noqa: PTH112 (a name may be no text)
        yield from _folder(path, leave)
    elif _suffix(path) == _ZIP:
        yield from _archive(path, leave)
    elif _suffix(path) in LISTS:
        yield from read_list(Path(path))
    elif not is_own(path):
        yield _file(path)


def _why_not(name: str, *, inside: bool = False) -> str:
    """Say why a file is left out; empty where it is not."""
    suffix = _suffix(name)
    if name.startswith((".", _LOCK)):
        return _HIDDEN
    if is_own(name):
        return _OWN
    if suffix == _ZIP:
        return _NESTED if inside else ""
    return "" if suffix in SUFFIXES else _KINDS.get(suffix, f"不检查 {suffix or '没有后缀的'} 文件")


def _folder(folder: str, leave: Leave) -> Iterator[Item]:
    troubles: list[OSError] = []
    for root, folders, names in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from _closed(troubles)
        for name in sorted(names):
            path = os.path.join(root, name)  # noqa: PTH118 (as above)
            if why := _why_not(name) or (_OWN if is_own_report(path) else ""):
                leave(path, why)
            elif _suffix(name) == _ZIP:
                yield from _archive(path, leave)
            else:
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


def _archive(path: str, leave: Leave) -> Iterator[Item]:
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
        if info.is_dir():
            continue
        place = Place(path, info.filename, name=name)
        if why := _why_not(base, inside=True):
            leave(place.shown, why)
        else:
            yield Item(place, size=info.file_size, changed=info.CRC)


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
