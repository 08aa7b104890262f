#!/usr/bin/env bash
# easyofd 20260427: a PDF page turned into OFD as text (pdf2ofd, optional_text=True).
#
# GB/T 33190-2016: a TextObject has a required attribute Size, the height of its type in millimetres, in
# the namespace http://www.ofdspec.org/2016; positions are millimetres on the page's PhysicalBox.
# Expected: 16 pt type on an A4 page has Size 5.6, in a box of 210 by 297.
# Seen: the attribute is called size, so that ofdkit 0.2.0 gives a size of 0; the namespace is another;
# the box is 595 by 842 (points) while a point of text is 0.127, so that the text stands in an eighth of
# each side; and all pieces of one line have one and the same Boundary and X: only their order tells it.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "easyofd==20260427" "ofdkit==0.2.0" "reportlab==5.1.0"
cd "$place"
"$place/venv/bin/python" - 2>/dev/null <<'PY'
import contextlib
import io
import re
import zipfile

import ofdkit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
sheet = canvas.Canvas("notice.pdf", pagesize=(595, 842))
for row, words in enumerate(("云岭市人民政府通知", "各县人民政府：")):
    sheet.setFont("STSong-Light", 16)
    sheet.drawString(90, 700 - 28 * row, words)
sheet.setFont("Helvetica", 16)
sheet.drawString(90 + 16 * 7, 672, "2026")
sheet.save()

with contextlib.redirect_stdout(io.StringIO()):
    from easyofd.ofd import OFD

    made = OFD().pdf2ofd(open("notice.pdf", "rb").read(), optional_text=True)
page = zipfile.ZipFile(io.BytesIO(made)).read("Doc_0/Pages/Page_0/Content.xml").decode()
runs = list(ofdkit.OFDDocument(io.BytesIO(made)).pages[0].runs)
SEEN = {
    "TextObjects with Size": 0,
    "sizes under size": {"2.032"},
    "namespace": "http://blog.yuanhaiying.cn",
    "box": "0 0 595.0 842.0",
    "sizes that ofdkit gives": {0.0},
    "places of the pieces of line 2": 1,
}
value = {
    "TextObjects with Size": len(re.findall(r"<ofd:TextObject[^>]*\sSize=", page)),
    "sizes under size": set(re.findall(r"<ofd:TextObject[^>]*\ssize=\"([^\"]+)\"", page)),
    "namespace": re.findall(r'xmlns:ofd="([^"]+)"', page)[0],
    "box": re.findall(r"PhysicalBox>([^<]+)<", page)[0],
    "sizes that ofdkit gives": {run.size for run in runs},
    "places of the pieces of line 2": len({(run.x, run.y) for run in runs[1:]}),
}
changed = 0
for what, seen in SEEN.items():
    print(f"{what}: {value[what]!r} {'as seen' if value[what] == seen else f'CHANGED, was {seen!r}'}")
    changed += value[what] != seen
print([run.text for run in runs])
raise SystemExit(1 if changed else 0)
PY
