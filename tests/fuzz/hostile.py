"""Makers of hostile files: much out of little, deep, wide, lying. Nothing of it is stored.

Each maker gives the bytes of a file that is refused or read within ``SECONDS`` and ``MEGABYTES``.
``python -m tests.fuzz.hostile`` checks them all, each in a process of its own, and prints a table.
"""

import argparse
import io
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

SECONDS, MEGABYTES = 5.0, 400
_PROGRAM = (sys.executable, "-m", "gongkai_lint", "check", "--format", "json", "--no-color")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPES = (
    '<?xml version="1.0"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_TITLE = "云岭市人民政府办公室关于做好森林防火工作的通知"


def docx(body: str, links: str = "", **parts: str | bytes) -> bytes:
    """Give a Word file with a body; ``links`` are the main part's, ``parts`` lie beside it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", rels(("rId1", "officeDocument", "word/document.xml")))
        document = (
            f'<?xml version="1.0"?><w:document {_W} {_R}><w:body>{body}</w:body></w:document>'
        )
        archive.writestr("word/document.xml", document)
        if links:
            archive.writestr("word/_rels/document.xml.rels", links)
        for name, part in parts.items():
            archive.writestr(f"word/{name}.xml", part)
    return buffer.getvalue()


def rels(*links: tuple[str, str, str]) -> str:
    """Give a part of relationships: id, kind, target."""
    told = "".join(
        f'<Relationship Id="{i}" Type="{_KIND}{kind}" Target="{target}"/>'
        for i, kind, target in links
    )
    return f'<?xml version="1.0"?><Relationships xmlns="{_RELS}">{told}</Relationships>'


def paragraph(words: str, inside: str = "") -> str:
    """Give a paragraph of one run."""
    return f"<w:p>{inside}<w:r><w:t>{words}</w:t></w:r></w:p>"


def _cells() -> bytes:
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 60 + "</w:tr>"
    return docx(f"{paragraph(_TITLE)}<w:tbl>{row * 40_000}</w:tbl>")


def _fewer_cells() -> bytes:
    row = "<w:tr>" + "<w:tc><w:p/></w:tc>" * 60 + "</w:tr>"
    return docx(f"{paragraph(_TITLE)}<w:tbl>{row * 3_000}</w:tbl>")


def _wide_cells() -> bytes:
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc>'
    table = f"<w:tbl>{f'<w:tr>{cell * 15}</w:tr>' * 4000}</w:tbl>"
    return docx(paragraph(_TITLE) + table)


def _paragraphs() -> bytes:
    return docx(paragraph(_TITLE) + "<w:p/>" * 900_000)


def _short_paragraphs() -> bytes:
    return docx(paragraph(_TITLE) + paragraph("一") * 190_000)


def _runs() -> bytes:
    return docx(f"{paragraph(_TITLE)}<w:p>{'<w:r><w:t>一</w:t></w:r>' * 900_000}</w:p>")


def _many_runs() -> bytes:
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>一</w:t></w:r>"
    return docx(f"{paragraph(_TITLE)}<w:p>{run * 240_000}</w:p>")


def _styles() -> bytes:
    told = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/></w:style>'
        for n in range(300_000)
    )
    links = rels(("rId1", "styles", "styles.xml"))
    return docx(paragraph(_TITLE), links, styles=f"<w:styles {_W}>{told}</w:styles>")


def _chained_styles() -> bytes:
    told = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:name w:val="s{n}"/>'
        f'<w:basedOn w:val="s{n - 1}"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>'
        for n in range(1, 4000)
    )
    lines = "".join(
        paragraph("做好工作。", f'<w:pPr><w:pStyle w:val="s{n}"/></w:pPr>') for n in range(1, 4000)
    )
    links = rels(("rId1", "styles", "styles.xml"))
    return docx(paragraph(_TITLE) + lines, links, styles=f"<w:styles {_W}>{told}</w:styles>")


def _deep() -> bytes:
    return docx(
        "<w:sdt><w:sdtContent>" * 5000 + paragraph(_TITLE) + "</w:sdtContent></w:sdt>" * 5000
    )


def _long_numbers() -> bytes:
    digits = "9" * 5000
    inside = (
        f'<w:pPr><w:numPr><w:ilvl w:val="{digits}"/><w:numId w:val="{digits}"/></w:numPr></w:pPr>'
    )
    marked = (
        f'<w:p><w:bookmarkStart w:id="{digits}" w:name="a"/><w:r><w:t>做好工作。</w:t></w:r></w:p>'
    )
    return docx(paragraph(_TITLE, inside) + marked)


def _many_members() -> bytes:
    buffer = io.BytesIO(docx(paragraph(_TITLE)))
    with zipfile.ZipFile(buffer, "a") as archive:
        for number in range(9_000):
            archive.writestr(f"word/media/{number}.xml", b"")
    return buffer.getvalue()


def _much_of_nothing() -> bytes:
    return docx(paragraph(_TITLE), bomb=b"\0" * (60 * 2**20))


def _html() -> bytes:
    return f"<html><body><h1>{_TITLE}</h1>{'<p>做好工作。</p>' * 2_200_000}".encode()


def _html_tags() -> bytes:
    return b"<html><body>" + b"<b>" * 6_000_000


def _html_spans() -> bytes:
    cell = b'<td colspan="1000" rowspan="65534">x</td>'
    return b"<html><body><table>" + (b"<tr>" + cell * 20 + b"</tr>") * 400


def _text() -> bytes:
    return (_TITLE + "\n" + "做好工作。\n" * 3_000_000).encode()


def _one_line() -> bytes:
    return (_TITLE + "\n" + "为做好森林防火工作，" * 60_000).encode()


def _names() -> bytes:
    return (_TITLE + "\n人员名单：" + "张三、" * 30_000).encode()


def _citations() -> bytes:
    return (_TITLE + "\n" + "《办法》（国办发〔2019〕54号）" * 10_000).encode()


def _picture() -> bytes:
    return (_TITLE + "\n![图](data:image/png;base64," + "iVBORw0KGgoAAA" * 60_000 + ")\n").encode()


def _broken_marks() -> bytes:
    return (_TITLE + "\n" + "“" * 200_000).encode()


def _remarks() -> bytes:
    line = "云政发[2024]3号 <!-- gongkai-lint: ignore S01 理由 -->\n"
    return (_TITLE + "\n" + line * 3_000).encode()


def _pipes() -> bytes:
    row = "| 一 | 二 | 3月5日前 | 市财政局 |\n"
    return (_TITLE + "\n| 任务 | 措施 | 时限 | 单位 |\n|---|---|---|---|\n" + row * 10_000).encode()


def _long_rule() -> bytes:
    return (_TITLE + "\n" + "-" * 200_000 + "：\n").encode()


def _blank_properties() -> bytes:
    blanks = " " * 100_000
    return f"---\n主题{blanks}词: 森林{blanks}#{blanks}防火\n---\n{_TITLE}\n".encode()


def _open_remarks() -> bytes:
    return (_TITLE + "\n" + "<!-- gongkai-lint: " * 20_000 + "\n").encode()


class Hostile(NamedTuple):
    """A file: its name, and what makes its bytes."""

    name: str
    make: Callable[[], bytes]


HOSTILE = (
    Hostile("百万单元格.docx", _cells),
    Hostile("十八万单元格.docx", _fewer_cells),
    Hostile("宽单元格.docx", _wide_cells),
    Hostile("空段落.docx", _paragraphs),
    Hostile("短段落.docx", _short_paragraphs),
    Hostile("文字块.docx", _runs),
    Hostile("带属性的文字块.docx", _many_runs),
    Hostile("样式.docx", _styles),
    Hostile("样式链.docx", _chained_styles),
    Hostile("深嵌套.docx", _deep),
    Hostile("长数字.docx", _long_numbers),
    Hostile("部件多.docx", _many_members),
    Hostile("展开大.docx", _much_of_nothing),
    Hostile("段落多.html", _html),
    Hostile("标签深.html", _html_tags),
    Hostile("跨行跨列.html", _html_spans),
    Hostile("大.txt", _text),
    Hostile("一行.txt", _one_line),
    Hostile("名单.txt", _names),
    Hostile("引用.txt", _citations),
    Hostile("内嵌图片.md", _picture),
    Hostile("引号.txt", _broken_marks),
    Hostile("长横线.md", _long_rule),
    Hostile("属性空白.md", _blank_properties),
    Hostile("没写完的备注.md", _open_remarks),
    Hostile("备注多.md", _remarks),
    Hostile("表格长.md", _pipes),
)


class Cost(NamedTuple):
    """What a check of a file took: exit code, seconds of CPU, peak memory, last words."""

    code: int
    seconds: float
    megabytes: float
    said: str


def cost_of(path: Path) -> Cost:
    """Check a file in a process of its own, that may not run for ever."""
    begun = time.monotonic()
    script = (
        "import resource,sys\n"
        "resource.setrlimit(resource.RLIMIT_CPU,(60,60))\n"
        "resource.setrlimit(resource.RLIMIT_AS,(4<<30,4<<30))\n"
        "from gongkai_lint.cli.app import run\n"
        f"code=run({[*_PROGRAM[3:], str(path)]!r})\n"
        "import time\n"
        "peak=next(l for l in open('/proc/self/status') if l.startswith('VmHWM')).split()[1]\n"
        "print('COST',code,time.process_time(),int(peak)/1024,file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    told = done.stderr.rpartition("COST ")[2].split()
    if len(told) != 3:
        return Cost(done.returncode, time.monotonic() - begun, 0.0, done.stderr[-200:])
    at = done.stdout.find('"failures"')
    said = done.stdout[at : at + 160].replace("\n", " ") if at >= 0 else ""
    return Cost(int(told[0]), float(told[1]), float(told[2]), said)


def measured(wanted: str) -> Iterator[tuple[str, Cost]]:
    """Yield what each file costs; none is kept."""
    with tempfile.TemporaryDirectory() as folder:
        for one in HOSTILE:
            if wanted in one.name:
                path = Path(folder) / one.name
                path.write_bytes(one.make())
                yield f"{one.name} ({path.stat().st_size / 2**10:.0f} KB)", cost_of(path)
                path.unlink()


def main() -> int:
    """Print a table, and fail where a file takes too much."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="names that hold these characters")
    args = parser.parse_args()
    over = 0
    for name, cost in measured(args.only):
        bad = cost.code > 3 or cost.seconds > SECONDS or cost.megabytes > MEGABYTES
        over += bad
        mark = "!!" if bad else "  "
        told = f"{cost.code} {cost.seconds:6.1f} s {cost.megabytes:6.0f} MB {cost.said}"
        print(f"{mark} {name:32} {told}", flush=True)
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
