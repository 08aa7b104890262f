#!/usr/bin/env bash
# pandoc 3.9 (pypandoc_binary 1.17): Word drafts with change tracking, fields and numbering.
#
# Expected: pandoc accepts tracked changes by default, so two paragraphs whose mark was deleted become
# one as in Word; the result of a simple field (w:fldSimple) is text of the page, as that of a field
# written with w:fldChar is; a list numbered 一、 stays apart from one numbered 1.
# Seen: the joined paragraphs get a blank between two Han characters, which is nowhere in the file; the
# simple field leaves nothing while the complex one is kept; 一、 becomes 1.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "pypandoc_binary==1.17" "python-docx==1.2.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import docx
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

NS = nsdecls("w")


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def plain(*paragraphs: str) -> str:
    paper = docx.Document()
    numbers = paper.part.numbering_part.element
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    numbers.insert(0, parse_xml(f'<w:abstractNum {NS} w:abstractNumId="77">{level}</w:abstractNum>'))
    numbers.append(parse_xml(f'<w:num {NS} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for content in paragraphs:
        paper.element.body.insert_element_before(parse_xml(f"<w:p {NS}>{content}</w:p>"), "w:sectPr")
    paper.save("draft.docx")
    return " ".join(pypandoc.convert_file("draft.docx", "plain", extra_args=["--wrap=none"]).split())


LOST_MARK = '<w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>'
COMPLEX = char("begin") + "<w:r><w:instrText>DOCPROPERTY a</w:instrText></w:r>" + char("separate") + run("不得") + char("end")
ITEM = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr>'
SEEN = [
    ("deleted paragraph mark", plain(LOST_MARK + run("云岭"), run("市人民政府")), "云岭市人民政府", "云岭 市人民政府"),
    ("complex field", plain(COMPLEX + run("公开")), "不得公开", "不得公开"),
    ("simple field", plain(f'<w:fldSimple w:instr="DOCPROPERTY a">{run("不得")}</w:fldSimple>' + run("公开")), "不得公开", "公开"),
    ("numbered 一、", plain(ITEM + run("总则")), "一、 总则", "1. 总则"),
]
changed = 0
for what, value, expected, seen in SEEN:
    same = value == seen
    print(f"pandoc {pypandoc.get_pandoc_version()} {what}: expected {expected}, got {value} {'as seen' if same else f'CHANGED, was {seen}'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
