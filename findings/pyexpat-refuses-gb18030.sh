#!/usr/bin/env bash
# Python's XML parser (pyexpat, xml.etree) and parts that Chinese programs write in GBK or GB18030.
#
# Expected: the standard library decodes both encodings, and pyexpat asks it for the encodings that
# expat does not know, so a well-formed part that declares GB18030 or Big5 is read as lxml reads it.
# Seen: single-byte encodings (windows-1252) are read; for gbk, gb2312, gb18030 and big5 pyexpat
# raises ValueError ("multi-byte encodings are not supported"), not ExpatError or ParseError, so that
# a handler for damaged XML does not catch it. lxml 6.0.2 reads every one of them.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "lxml==6.0.2"
"$place/venv/bin/python" - <<'PY'
import xml.etree.ElementTree as ElementTree
from xml.parsers import expat

from lxml import etree

changed = 0
for name, words in [
    ("windows-1252", "café"), ("gbk", "云岭市"), ("gb2312", "云岭市"), ("gb18030", "云岭市"),
    ("big5", "雲嶺市"),
]:
    data = f'<?xml version="1.0" encoding="{name}"?><t>{words}</t>'.encode(name)
    peer = etree.fromstring(data).text
    told = []
    for read in (lambda: ElementTree.fromstring(data).text, lambda: expat.ParserCreate().Parse(data, True)):
        try:
            read()
            told.append("read")
        except (ElementTree.ParseError, expat.ExpatError):
            told.append("damaged")
        except ValueError as error:
            told.append(str(error))
    wanted = "read" if name == "windows-1252" else "multi-byte encodings are not supported"
    same = peer == words and told == [wanted, wanted]
    print(f"{name}: lxml {peer}, xml.etree and pyexpat {told} {'as seen' if same else 'CHANGED'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
