"""Files that nobody wrote, made of those that somebody did: the same seed gives the same bytes."""

import io
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree

from tests.fuzz.tokens import TOKENS

ROOT = Path(__file__).parents[2]
_NUMBERS = ("0", "-1", "1", "99999999999", "2147483648", "9" * 400, "", "NaN", "1.5", "٣")
_WORDS = (
    "",
    "rId999",
    "Normal",
    "a" * 300,
    "关于",
    "../../x",
    "http://x/",
    "true",
    "\u202e",
    "&amp;",
)
_PDF_WORDS = (
    b"<<",
    b">>",
    b"/Type",
    b"endobj",
    b"0 R",
    b"stream",
    b"BT",
    b"ET",
    b"(\\x00)",
    b"99999999",
)
_HTML = (
    "<table>", "</table>", "<tr>", "<td colspan=1000 rowspan=99999999999999>", "</td>", "<p>", "</p>",
    "<div style='display:none'>", "</div>", "<!--", "-->", "<script>", "</script>", "<b>" * 300,
    "&#99999999999;", "&nbsp;", "<meta charset=utf-16>", "<li>", "<br>", "<title>", "\0", "<![CDATA[",
)  # fmt: skip
Made = tuple[str, bytes]


@cache
def _texts() -> tuple[str, ...]:
    texts = (
        path.read_text("utf-8", "replace") for path in sorted((ROOT / "corpus").glob("*/*.txt"))
    )
    return tuple(words for words in texts if "\ufffd" not in words)


@cache
def _docx() -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in sorted((ROOT / "corpus").glob("**/*.docx")))


def _odd(words: str, random: Random) -> str:
    """Change a text at some places: lines, characters, stretches."""
    for _ in range(random.randint(1, 6)):
        lines = words.split("\n")
        at = random.randrange(len(lines))
        token = random.choice(TOKENS)
        deed = random.randrange(7)
        if deed == 0:
            lines.insert(at, token * random.choice((1, 3, 200)))
        elif deed == 1:
            del lines[at]
        elif deed == 2:
            lines[at:at] = lines[at : at + random.randint(1, 5)] * random.choice((1, 2, 30))
        elif deed == 3:
            random.shuffle(lines)
        else:
            line = lines[at]
            place = random.randint(0, len(line))
            behind = line[place + random.choice((0, 0, 1, 5)) :]
            lines[at] = line[:place] + token * random.choice((1, 1, 2, 50)) + behind
        words = "\n".join(lines)
    return words


def _flipped(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        if changed:
            at = random.randrange(len(changed))
            deed = random.randrange(4)
            if deed == 0:
                changed[at] = random.randrange(256)
            elif deed == 1:
                del changed[at : at + random.choice((1, 4, 100))]
            elif deed == 2:
                changed[at:at] = changed[at : at + random.choice((1, 4, 100))]
            else:
                changed[at : at + 4] = random.choice(
                    (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\1\0\0\0")
                )
    return bytes(changed)


def text(random: Random) -> Made:
    """Make a text file, in one of the encodings of its kind."""
    words = _odd(random.choice(_texts()), random)
    words = words.replace("\n", random.choice(("\n", "\n", "\r\n", "\r")))
    encoding = random.choice(("utf-8", "utf-8", "utf-8-sig", "gb18030", "utf-16"))
    data = words.encode(encoding, "replace")
    name = random.choice(("稿.txt", "稿.md"))
    return name, _flipped(data, random) if random.random() < 0.1 else data


def html(random: Random) -> Made:
    """Make a web page."""
    lines = _odd(random.choice(_texts()), random).split("\n")
    page = "<html><head><meta charset=utf-8></head><body><h1>" + "</p><p>".join(lines)
    for _ in range(random.randint(0, 12)):
        at = random.randint(0, len(page))
        page = page[:at] + random.choice(_HTML) + page[at:]
    data = page.encode("utf-8", "replace")
    return "页.html", _flipped(data, random) if random.random() < 0.1 else data


def docx(random: Random) -> Made:
    """Make a Word file: trees, numbers, styles, links and the archive's directory are changed."""
    with zipfile.ZipFile(io.BytesIO(random.choice(_docx()))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(random.randint(1, 3)):
        name = random.choice(sorted(parts))
        if name.endswith((".xml", ".rels")) and random.random() < 0.9:
            parts[name] = _tree(parts[name], random)
        elif random.random() < 0.5:
            parts[random.choice((name.upper(), f"word/{name}", "../x.xml"))] = parts.pop(name)
        else:
            parts.pop(name)
        if not parts:
            break
    data = _zipped(parts, random)
    return "稿.docx", _flipped(data, random) if random.random() < 0.15 else data


def _tree(data: bytes, random: Random) -> bytes:
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return _flipped(data, random)
    for _ in range(random.randint(1, 12)):
        nodes = [node for node in root.iter() if isinstance(node.tag, str)]
        _bend(random.choice(nodes), random.choice(nodes), random)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _bend(node: etree._Element, other: etree._Element, random: Random) -> None:
    deed, parent = random.randrange(7), node.getparent()
    if deed <= 1 and node.attrib:
        key = random.choice(sorted(map(str, node.attrib)))
        node.set(key, random.choice((*_NUMBERS, *(w for w in _WORDS if w.isprintable()))))
    elif deed == 2 and parent is not None:
        parent.remove(node)
    elif deed == 3 and parent is not None:
        copy = etree.fromstring(etree.tostring(node))
        parent.insert(random.randint(0, len(parent)), copy)
    elif deed == 4 and other is not node and not any(up is node for up in other.iterancestors()):
        other.append(node) if node.getparent() is not None else None
    elif deed == 5:
        words = random.choice(TOKENS) * random.choice((1, 1, 40))
        node.text = "".join(c for c in words if c in "\t\n" or ord(c) >= 32)
    elif parent is not None:
        node.tag = other.tag


def _zipped(parts: dict[str, bytes], random: Random) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", random.choice((8, 8, 0))) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def pdf(random: Random) -> Made:
    """Make a PDF without a table of its parts: readers rebuild it."""
    drawn = "BT /F 14 Tf 72 700 Td (The text of a page.) Tj 0 -20 Td (Another line 2024.) Tj ET"
    pages = random.randint(1, 3)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(pages))
    parts = [
        "%PDF-1.4",
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Count {pages}/Kids[{kids}]>>endobj",
        "3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
    ]
    for number in range(pages):
        at = 4 + 2 * number
        page = f"/Contents {at + 1} 0 R/Resources<</Font<</F 3 0 R>>>>/MediaBox[0 0 595 842]"
        parts.append(f"{at} 0 obj<</Type/Page/Parent 2 0 R{page}>>endobj")
        parts.append(f"{at + 1} 0 obj<</Length {len(drawn)}>>stream\n{drawn}\nendstream endobj")
    data = "\n".join([*parts, "trailer<</Root 1 0 R>>", "%%EOF"]).encode("latin-1")
    for _ in range(random.randint(0, 3)):
        at = random.randrange(len(data))
        data = data[:at] + random.choice(_PDF_WORDS) + data[at:]
    return "稿.pdf", b"%PDF" + _flipped(data[4:], random)


def ofd(random: Random) -> Made:
    """Make an OFD file of one page."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    line = (
        '<ofd:TextObject ID="{0}" Boundary="20 {0} 150 8" Font="1" Size="{1}">'
        '<ofd:TextCode X="0" Y="6">{2}</ofd:TextCode></ofd:TextObject>'
    )
    words = random.choice(_texts()).split("\n")[: random.randint(1, 12)]
    drawn = "".join(
        line.format(20 + 9 * n, random.choice(("5.6", *_NUMBERS)), w) for n, w in enumerate(words)
    )
    page = (
        f"<ofd:Page {space}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>"
        f'<ofd:Content><ofd:Layer ID="9">{drawn}</ofd:Layer></ofd:Content></ofd:Page>'
    )
    root = (
        f'<ofd:OFD {space} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    )
    document = (
        f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        "</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>"
        '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>'
    )
    parts = {
        "OFD.xml": root.encode(),
        "Doc_0/Document.xml": document.encode(),
        "Doc_0/Pages/Page_0/Content.xml": page.encode("utf-8", "replace"),
    }
    name = random.choice(sorted(parts))
    parts[name] = (
        _tree(parts[name], random) if random.random() < 0.8 else _flipped(parts[name], random)
    )
    return "稿.ofd", _zipped(parts, random)


def config(random: Random) -> Made:
    """Make a configuration file."""
    lines = [
        'profile = "draft"', 'region = "anhui"', 'select = ["A", "L06"]', 'ignore = ["T"]',
        'as-of = "2024-03-01"', 'fail-on = "error"', '[lexicon]\naccept = ["做好"]',
        '[per-path."**/*.txt"]\nprofile = "archive"',
        '[[suppressions]]\nrule = "A01"\nreason = "理由"', 'units = ["市大数据局"]',
    ]  # fmt: skip
    words = "\n".join(random.sample(lines, random.randint(1, len(lines))))
    words = _odd(words, random) if random.random() < 0.8 else words
    return "gongkai-lint.toml", words.encode("utf-8", "replace")


@cache
def _rules() -> tuple[str, ...]:
    return tuple(
        path.read_text("utf-8") for path in sorted((ROOT / "rules").glob("*/[A-Z][0-9]*.yaml"))
    )


def rule(random: Random) -> Made:
    """Make an office's rule file."""
    words = random.choice(_rules())
    number = words.partition("\n")[0].removeprefix("id: ")
    return "X01-规则.yaml", _odd(words.replace(number, "X01"), random).encode("utf-8", "replace")


KINDS: dict[str, Callable[[Random], Made]] = {
    "text": text, "html": html, "docx": docx, "pdf": pdf, "ofd": ofd, "config": config, "rule": rule,
}  # fmt: skip


def made(kind: str, seed: int) -> Made:
    """Give the file of a seed."""
    return KINDS[kind](Random(f"{kind}/{seed}"))
