"""Judging a shard: the same for every engine."""

import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from gongkai_lint.api import Request, lint_bytes, lint_source
from gongkai_lint.audit.item import Item
from gongkai_lint.audit.rows import Mark, Rows, failed_row, head_row, rows_of
from gongkai_lint.errors import UnreadableError, plainly
from gongkai_lint.model.finding import Report
from gongkai_lint.named import NamedTuple
from gongkai_lint.pool import NOTHING, Beat
from gongkai_lint.readers.format import BY_OFFICE
from gongkai_lint.readers.media_type import media_type
from gongkai_lint.readers.read import check_size, read_path


class ShardItem(NamedTuple):
    """A document of a shard: to be judged, or the same as one judged elsewhere."""

    item: Item
    digest: str = ""
    duplicate_of: str = ""


class Order(NamedTuple):
    """What every shard of a run shares."""

    request: Request
    run: int
    basis: str


def judge_shard(
    entries: Sequence[ShardItem],
    order: Order,
    refused: Mapping[int, str],
    beat: Beat,
) -> Rows:
    """Give a shard's rows by table; ``refused`` numbers have broken a worker before.

    ``beat`` is told each document's number before it is touched.
    """
    converted = _converted([e for n, e in enumerate(entries) if n not in refused], beat)
    rows: Rows = {}
    for number, entry in enumerate(entries):
        beat(number)
        for table, found in _judge(entry, order, refused.get(number), converted).items():
            rows.setdefault(table, []).extend(found)
    return rows


def _judge(
    entry: ShardItem, order: Order, refusal: str | None, converted: Mapping[bytes, bytes | None]
) -> Rows:
    item, mark = entry.item, Mark(order.run, order.basis, entry.digest)
    if entry.duplicate_of:
        return {"documents": [head_row(item, mark) | {"duplicate_of": entry.duplicate_of}]}
    if reason := refusal or item.trouble:
        return {"documents": [failed_row(item, reason, mark)]}
    try:
        report = _report(item, order.request, converted)
    except UnreadableError as error:
        return {"documents": [failed_row(item, str(error), mark)]}
    return rows_of(item, report, mark)


def _report(item: Item, request: Request, converted: Mapping[bytes, bytes | None]) -> Report:
    name = item.place.name or item.place.path
    known = item.about.properties
    if item.place.key in converted:
        from gongkai_lint.readers.office import OfficeFile, as_source

        data = bytes_of(item)
        source = as_source(OfficeFile(data, media_type(data, name)), converted[item.place.key])
        return lint_source(source, item.place.shown, request, known)
    if item.text is not None:
        return lint_bytes(item.text.encode("utf-8", "replace"), "正文.txt", request, known)
    return lint_bytes(bytes_of(item), name, request, known)


def bytes_of(item: Item) -> bytes:
    """Give a document's bytes; raises ``UnreadableError`` with the reason why there are none."""
    place = item.place
    if item.text is not None:
        return item.text.encode("utf-8", "replace")
    if item.data is not None:
        return item.data
    if not place.member:
        return read_path(Path(place.path))
    try:
        with zipfile.ZipFile(place.path) as archive:
            check_size(archive.getinfo(place.member).file_size)
            return archive.read(place.member)
    except (zipfile.BadZipFile, OSError, KeyError, RuntimeError, NotImplementedError) as error:
        raise UnreadableError(f"压缩文件里的这个文件读不出来（{plainly(error)}）。") from None


def _converted(entries: Sequence[ShardItem], beat: Beat) -> dict[bytes, bytes | None]:
    """Convert the shard's files that only LibreOffice opens, with as few starts of it as can be."""
    wanted = [(item, data, kind) for item, data, kind in _office_files(entries)]
    if not wanted:
        return {}
    from gongkai_lint.readers.office import OfficeFile, convert

    beat(NOTHING)
    try:
        results = convert([OfficeFile(data, kind) for _, data, kind in wanted])
    except UnreadableError:
        return {}  # without LibreOffice each file says so itself
    return {item.place.key: made for (item, *_), made in zip(wanted, results, strict=True)}


def _office_files(entries: Sequence[ShardItem]) -> Iterator[tuple[Item, bytes, str]]:
    for entry in entries:
        item = entry.item
        name = (item.place.name or item.place.path).lower()
        if (
            entry.duplicate_of
            or item.trouble
            or not name.endswith((".doc", ".wps", ".rtf", ".odt"))
        ):
            continue
        try:
            data = bytes_of(item)
            kind = media_type(data, name)
        except UnreadableError:
            continue  # said again, with the reason, when the document's turn comes
        if kind in BY_OFFICE:
            yield item, data, kind
