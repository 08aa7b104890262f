#!/usr/bin/env bash
# hanziconv 0.3.2: everyday words of officials, both ways.
#
# Expected: 干部 becomes 幹部 and 公里 stays 公里; simplifying 著作权 and 乾坤 leaves them, for they are
# correct simplified Chinese.
# Seen: one character always maps to one other: 干部 becomes 乾部, 公里 becomes 公裏, and text that is already
# correct is damaged by simplifying: 著作权 becomes 着作权, 乾坤 becomes 干坤.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "hanziconv==0.3.2"
cd "$place"
"$place/venv/bin/python" - <<'PY'
from hanziconv import HanziConv

SEEN = [
    ("toTraditional", "干部", "幹部", "乾部"), ("toTraditional", "公里", "公里", "公裏"),
    ("toSimplified", "著作权", "著作权", "着作权"), ("toSimplified", "乾坤", "乾坤", "干坤"),
]
changed = 0
for way, text, expected, seen in SEEN:
    value = getattr(HanziConv, way)(text)
    print(f"hanziconv 0.3.2 {way} {text}: expected {expected}, got {value} {'as seen' if value == seen else 'CHANGED'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
