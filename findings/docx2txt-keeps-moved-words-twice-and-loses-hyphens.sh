#!/usr/bin/env bash
# docx2txt 0.9: tracked moves, non-breaking hyphens and phonetic guides.
#
# Expected: tracked deletions are left out (they are), so the place a sentence was moved away from is
# too; a non-breaking hyphen is a hyphen; the pinyin over a rare character is not part of the word.
# Seen: moved words come twice, at the old place and the new; 0871‑1234567 and 9704‑2012 written with
# w:noBreakHyphen lose the hyphen and read as one longer number; the pinyin stands in the name.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "docx2txt==0.9" "python-docx==1.2.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import docx2txt
import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


SEEN = [
    ("tracked deletion", '<w:del w:id="1" w:author="a"><w:r><w:delText>甲</w:delText></w:r></w:del>' + run("乙"), "乙", "乙"),
    ("tracked move", f'<w:moveTo w:id="1" w:author="a">{run("甲")}</w:moveTo>{run("乙")}<w:moveFrom w:id="2" w:author="a">{run("甲")}</w:moveFrom>', "甲乙", "甲乙甲"),
    ("non-breaking hyphen", run("0871") + "<w:r><w:noBreakHyphen/></w:r>" + run("1234567"), "0871-1234567", "08711234567"),
    ("phonetic guide", f"<w:r><w:ruby><w:rubyPr/><w:rt>{run('yín')}</w:rt><w:rubyBase>{run('垠')}</w:rubyBase></w:ruby></w:r>{run('县')}", "垠县", "yín垠县"),
]
changed = 0
for what, words, expected, seen in SEEN:
    paper = docx.Document()
    paper.element.body.insert_element_before(parse_xml(f"<w:p {nsdecls('w')}>{words}</w:p>"), "w:sectPr")
    paper.save("draft.docx")
    value = docx2txt.process("draft.docx").strip()
    print(f"docx2txt 0.9 {what}: expected {expected}, got {value} {'as seen' if value == seen else f'CHANGED, was {seen}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
