#!/usr/bin/env bash
# pymupdf 2.0 and pdfminer.six 20260107 beside pypdf 7.1.1 and pypdfium2 5.15.2: letter-spaced Chinese.
#
# Official letterheads and titles are spread by character spacing, with no blank in the text.
# Expected: a reader gives the characters back; Chinese has no word spaces to be guessed.
# Seen: pypdf and pypdfium2 do. With 6 pt at 16 pt type pdfminer puts a blank between all characters and
# pymupdf only after the narrow digits (2 0 2 4), so a search for the year fails; with 16 pt pymupdf
# gives each character a line of its own, and pdfminer still one line.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "reportlab==5.1.0" "pypdf==7.1.1" "pypdfium2==5.15.2" "pdfminer.six==20260107" "pymupdf==2.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))


def page(text: str, spacing: float) -> str:
    name = f"{spacing}.pdf"
    sheet = canvas.Canvas(name)
    line = sheet.beginText(60, 700)
    line.setFont("STSong-Light", 16)
    line.setCharSpace(spacing)
    line.textOut(text)
    sheet.drawText(line)
    sheet.save()
    return name


READERS = {
    "pypdf": lambda name: pypdf.PdfReader(name).pages[0].extract_text(),
    "pypdfium2": lambda name: pypdfium2.PdfDocument(name)[0].get_textpage().get_text_range(),
    "pdfminer": extract_text,
    "pymupdf": lambda name: pymupdf.open(name)[0].get_text(),
}
TIGHT, WIDE = "通知2024年", "云岭市文件"
SEEN = {
    "pypdf": (TIGHT, WIDE), "pypdfium2": (TIGHT, WIDE), "pdfminer": ("通 知 2 0 2 4 年", "云 岭 市 文 件"),
    "pymupdf": ("通知2 0 2 4 年", "云\n岭\n市\n文\n件"),
}
changed = 0
for reader, read in READERS.items():
    value = (read(page(TIGHT, 6)).strip(), read(page(WIDE, 16)).strip())
    same = value == SEEN[reader]
    print(f"{reader}: {value!r} {'as seen' if same else f'CHANGED, was {SEEN[reader]!r}'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
