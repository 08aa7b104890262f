#!/usr/bin/env bash
# docx2python 3.7.1 and mammoth 1.13.0: automatic numbering 一、 and （一） in a Word file.
#
# Expected: docx2python, which writes out list numbers as text, gives 一、 for numFmt chineseCounting with
# the level text "%1、"; mammoth gives at least a list that can be told from 1. 2. 3.
# Seen: docx2python puts two dashes for every Chinese number (with a Python warning) and 1) for a level
# whose text is "%3．", so the level text is never used; mammoth makes a plain <ol>, shown as 1., with
# no message. mammoth.extract_raw_text has no number and also drops a line break inside a paragraph.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "docx2python==3.7.1" "mammoth==1.13.0" "python-docx==1.2.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import io
import warnings

import mammoth
from docx2python import docx2python
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def level(number: int, kind: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'


NS = nsdecls("w")
LEVELS = level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）") + level(2, "decimal", "%3．")
paper = docx.Document()
numbers = paper.part.numbering_part.element
numbers.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="77">{LEVELS}</w:abstractNum>'))
numbers.append(parse_xml(f'<w:num {NS} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
for depth, words in ((0, "总则"), (1, "目标"), (2, "事项")):
    mark = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr></w:pPr>'
    paper.element.body.insert_element_before(parse_xml(f"<w:p {NS}>{mark}{run(words)}</w:p>"), "w:sectPr")
broken = f"<w:p {NS}>{run('云岭市人民政府')}<w:r><w:br/></w:r>{run('通知')}</w:p>"
paper.element.body.insert_element_before(parse_xml(broken), "w:sectPr")
stored = io.BytesIO()
paper.save(stored)
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    with docx2python(stored) as file:
        lines = [line.strip() for line in file.text.splitlines() if line.strip()]
html = mammoth.convert_to_html(stored)
raw = mammoth.extract_raw_text(stored).value
SEEN = [
    ("docx2python", lines[:3], ["--\t总则", "--\t目标", "1)\t事项"]),
    ("mammoth html", html.value.startswith("<ol><li>总则<ol><li>目标<ol><li>事项"), True),
    ("mammoth messages", html.messages, []),
    ("mammoth raw text, line break", "云岭市人民政府通知" in raw, True),
]
changed = 0
for what, value, seen in SEEN:
    print(f"{what}: {value!r} {'as seen' if value == seen else f'CHANGED, was {seen!r}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
