import io
import zipfile

import pytest

from gongkai_lint.wordml.archive import repacked


class Pipe(io.BytesIO):
    """A stream that cannot go back: sizes follow the data, as some programs write them."""

    def seekable(self) -> bool:
        return False


def archive(stream: io.BytesIO) -> bytes:
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        made.comment = "说明".encode()
        made.writestr("a.xml", "甲" * 1000)
        made.writestr("word/", "")
        made.writestr("word/图.png", b"\x89PNG", zipfile.ZIP_STORED)
        made.writestr("z.xml", "乙")
    return stream.getvalue()


def raw(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        info = opened.getinfo(name)
    start = info.header_offset + 30 + sum(data[info.header_offset + n] for n in (26, 28))
    return data[start : start + info.compress_size]


@pytest.mark.parametrize("stream", [io.BytesIO(), Pipe()])
def test_what_does_not_change_is_copied_as_it_lies(stream: io.BytesIO) -> None:
    data = archive(stream)
    copy = repacked(data, {"Z.xml": b"new", "added/b.xml": b"more"})
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert new.testzip() is None
        assert new.namelist() == [*old.namelist(), "added/b.xml"]
        assert new.read("z.xml") == b"new"
        assert new.read("added/b.xml") == b"more"
        assert new.comment == old.comment
        for name in ("a.xml", "word/", "word/图.png"):
            before, after = old.getinfo(name), new.getinfo(name)
            assert (after.CRC, after.date_time, after.external_attr, after.compress_type) == (
                *(before.CRC, before.date_time, before.external_attr, before.compress_type),
            )
            assert raw(copy, name) == raw(data, name)


def test_a_damaged_member_nobody_reads_is_copied_with_its_damage() -> None:
    data = archive(io.BytesIO())
    at = data.index(b"\x89PNG")
    broken = data[:at] + b"X" + data[at + 1 :]
    copy = repacked(broken, {"z.xml": b"new"})
    assert zipfile.ZipFile(io.BytesIO(copy)).testzip() == "word/图.png"


def test_the_same_input_gives_the_same_copy() -> None:
    data = archive(io.BytesIO())
    assert repacked(data, {"n.xml": b"1"}) == repacked(data, {"n.xml": b"1"})
