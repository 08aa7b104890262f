#!/usr/bin/env bash
# pypdfium2 5.15.2 beside pypdf 7.1.1: a line that ends with a hyphen.
#
# An official's mail address or file number that is broken behind its hyphen goes on in the next line.
# Expected: the hyphen and the break stay, or the hyphen stays and the break goes.
# Seen: pypdf keeps both. pypdfium2 gives U+FFFE, which is no character, for the hyphen and leaves the
# break out, so the address is broken and two Chinese lines are one; behind a digit both stay.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "reportlab==5.1.0" "pypdf==7.1.1" "pypdfium2==5.15.2"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import pypdf
import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
LINES = {
    "address": ("zwgk-yunling-municipal-", "information@example.org"),
    "number": ("GB/T 9704-", "2012"),
    "words": ("报送政务公开-", "工作总结"),
}
SEEN = {
    "pypdf": {name: "\n".join(lines) for name, lines in LINES.items()},
    "pypdfium2": {
        "address": "zwgk-yunling-municipal\ufffeinformation@example.org",
        "number": "GB/T 9704-\r\n2012",
        "words": "报送政务公开\ufffe工作总结",
    },
}


def page(name: str) -> str:
    sheet = canvas.Canvas(f"{name}.pdf")
    sheet.setFont("STSong-Light", 16)
    for number, line in enumerate(LINES[name]):
        sheet.drawString(60, 700 - 28 * number, line)
    sheet.save()
    return f"{name}.pdf"


READERS = {
    "pypdf": lambda name: pypdf.PdfReader(name).pages[0].extract_text(),
    "pypdfium2": lambda name: pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range(),
}
changed = 0
for reader, read in READERS.items():
    for name in LINES:
        value, seen = read(page(name)).strip(), SEEN[reader][name]
        print(f"{reader} {name}: {value!r} {'as seen' if value == seen else f'CHANGED, was {seen!r}'}")
        changed += value != seen
raise SystemExit(1 if changed else 0)
PY
