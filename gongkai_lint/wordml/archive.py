"""A copy of a package with some parts changed; every other member is copied as it was stored."""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

from gongkai_lint.errors import UnreadableError
from gongkai_lint.named import NamedTuple

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_NAME = 26
_VERSION = 20
_UTF8 = 0x800
_SIZES_FOLLOW = 0x8
_LYING = (
    "这个 Word 文件的目录有误（部件的位置不对），没有写副本。"
    "请用 WPS、Word 打开后另存为 .docx 再试。"
)
_NEWBORN = (0, 0x21)  # 1 January 1980: the same input gives the same copy


class _Member(NamedTuple):
    """One member as it lies in the archive: compressed, described by its directory entry."""

    name: bytes
    flags: int
    method: int
    stamp: tuple[int, int]
    checksum: int
    size: int
    raw: bytes
    system: int = 0
    attributes: tuple[int, int] = (0, 0)

    @property
    def shared(self) -> tuple[int | bytes, ...]:
        """What the local header and the directory say alike."""
        sizes = (self.checksum, len(self.raw), self.size)
        return (_VERSION, self.flags, self.method, *self.stamp, *sizes, len(self.name), 0)


def repacked(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Give an archive with the named parts changed or added; the names' case does not count."""
    wanted = {name.lower(): content for name, content in parts.items()}
    members = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            old = _stored(data, info)
            content = wanted.pop(info.filename.replace("\\", "/").lstrip("/").lower(), None)
            members.append(old if content is None else _changed(old, content))
        comment = archive.comment
    new = [_new(name, parts[name]) for name in parts if name.lower() in wanted]
    return _written([*members, *new], comment)


def _stored(data: bytes, info: zipfile.ZipInfo) -> _Member:
    try:
        name, extra = struct.unpack_from("<2H", data, info.header_offset + _LOCAL_NAME)
    except struct.error:
        raise UnreadableError(_LYING) from None
    start = info.header_offset + _LOCAL.size + name + extra
    year, month, day, hour, minute, second = info.date_time
    return _Member(
        info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437"),
        info.flag_bits & ~_SIZES_FOLLOW,
        info.compress_type,
        (hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day),
        info.CRC,
        info.file_size,
        data[start : start + info.compress_size],
        info.create_system,
        (info.internal_attr, info.external_attr),
    )


def _changed(old: _Member, content: bytes) -> _Member:
    squeezer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return old._replace(
        method=zipfile.ZIP_DEFLATED,
        checksum=zlib.crc32(content),
        size=len(content),
        raw=squeezer.compress(content) + squeezer.flush(),
    )


def _new(name: str, content: bytes) -> _Member:
    return _changed(_Member(name.encode(), _UTF8, 0, _NEWBORN, 0, 0, b""), content)


def _written(members: list[_Member], comment: bytes) -> bytes:
    out = io.BytesIO()
    directory = []
    for member in members:
        directory.append(_entry(member, out.tell()))
        out.write(_LOCAL.pack(b"PK\3\4", *member.shared) + member.name + member.raw)
    start = out.tell()
    out.write(b"".join(directory))
    count, size = len(members), out.tell() - start
    out.write(_END.pack(b"PK\5\6", 0, 0, count, count, size, start, len(comment)) + comment)
    return out.getvalue()


def _entry(member: _Member, offset: int) -> bytes:
    made_by = member.system << 8 | _VERSION
    rest = (0, 0, *member.attributes, offset)
    return _CENTRAL.pack(b"PK\1\2", made_by, *member.shared, *rest) + member.name
