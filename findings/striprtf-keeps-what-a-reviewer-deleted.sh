#!/usr/bin/env bash
# striprtf 0.0.35: revision marks, hidden text, notes and list marks of an RTF draft.
#
# Expected: text alone means the text a reader sees: what is marked \deleted or hidden (\v) is left
# out, and the mark of a list is kept or dropped alike whichever way it is written.
# Seen: \deleted text and \v text stay in, as plain as the rest. The mark of a list item is kept when
# it is in \listtext (Word 97 on) and dropped when in \pntext (older writers, WordPad): an item
# numbered 一、 has its number or has none.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "striprtf==0.0.35"
cd "$place"
"$place/venv/bin/python" - <<'PY'
from striprtf.striprtf import rtf_to_text

HEAD = r"{\rtf1\ansi\ansicpg936\deff0 "
SEEN = [
    (r"keep{\deleted gone}{\revised new}", "keepgonenew"), (r"a{\v hidden}b", "ahiddenb"),
    (r"{\listtext 1.\tab}item", "1.\titem"), (r"{\pntext 1.\tab}item", "item"),
]
changed = 0
for body, seen in SEEN:
    value = rtf_to_text(HEAD + body + "}")
    print(f"striprtf 0.0.35 {body}: {value!r} {'as seen' if value == seen else f'CHANGED, was {seen!r}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
