"""In which encoding a part is written, and its bytes in UTF-8."""

_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
# What expat does not know: it takes one byte for one character, or UTF-8 and UTF-16.
_DECODED = frozenset(
    {"gbk", "gb2312", "gb18030", "big5", "utf8", "iso-8859-1", "windows-1252", *_WIDE.values()}
)


def encoding(data: bytes) -> str:
    """Give the encoding of a part in lower case, as its first bytes say."""
    wide = _WIDE.get(data[:2])
    # Searched by hand: compiling an expression costs more than reading a small file.
    _, declared, rest = data[:200].partition(b"?>")[0].partition(b"encoding")
    quoted = rest.lstrip(b" \t\r\n=")
    said = quoted[1:].partition(quoted[:1])[0] if declared and quoted else b"utf-8"
    return wide or said.decode("ascii", "replace").lower()


def utf8(data: bytes) -> bytes:
    """Give a part's bytes, those in another encoding than UTF-8 as if they had been in it."""
    name = encoding(data)
    if name not in _DECODED:
        return data
    try:
        text = data.decode(name).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return data  # expat says what is wrong with it
    if text.startswith("<?xml"):
        text = '<?xml version="1.0" encoding="UTF-8"?>' + text.partition("?>")[2]
    return text.encode()
