#!/usr/bin/env bash
# python-docx 1.2.0: Paragraph.text on words that a reader of the page sees.
#
# Expected: since version 1.1 Paragraph.text includes hyperlinks, so it is the text of the paragraph;
# words inserted with change tracking, words in a content control (the date picker of a template), in a
# simple field, in a smart tag and under phonetic marks are all there on the page.
# Seen: every one of them is missing, with no gap and no warning: 不得公开 with a tracked 不得 reads 公开,
# the reverse. Words of a hyperlink and hidden words (w:vanish), which no page shows, are included.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "python-docx==1.2.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


SEEN = [
    ("hyperlink", f'<w:hyperlink w:anchor="a">{run("不得")}</w:hyperlink>', "不得公开"),
    ("hidden words", "<w:r><w:rPr><w:vanish/></w:rPr><w:t>不得</w:t></w:r>", "不得公开"),
    ("tracked insertion", f'<w:ins w:id="1" w:author="a">{run("不得")}</w:ins>', "公开"),
    ("content control", f"<w:sdt><w:sdtContent>{run('不得')}</w:sdtContent></w:sdt>", "公开"),
    ("simple field", f'<w:fldSimple w:instr="DOCPROPERTY a">{run("不得")}</w:fldSimple>', "公开"),
    ("smart tag", f'<w:smartTag w:element="a">{run("不得")}</w:smartTag>', "公开"),
    ("phonetic guide", f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('budé')}</w:rt><w:rubyBase>{run('不得')}</w:rubyBase></w:ruby></w:r>", "公开"),
]
changed = 0
for what, words, seen in SEEN:
    paper = docx.Document()
    body = parse_xml(f"<w:p {nsdecls('w')}>{words}{run('公开')}</w:p>")
    paper.element.body.insert_element_before(body, "w:sectPr")
    paper.save("draft.docx")
    value = docx.Document("draft.docx").paragraphs[0].text
    print(f"python-docx 1.2.0 {what}: expected 不得公开 on the page, text is {value} {'as seen' if value == seen else 'CHANGED'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
