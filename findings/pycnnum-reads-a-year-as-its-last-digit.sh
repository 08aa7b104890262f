#!/usr/bin/env bash
# pycnnum 2.1.1: a year in Chinese digits, and a round number written out.
#
# Expected: cn2num("二〇二四") is 2024 or an error; num2cn(110) is 一百一十, the form a document writes.
# Seen: the year is 4 (each digit overwrites the one before, silently), and num2cn(110) is 一百一, the
# spoken short form, though 一千零五十 and 二千零二十四 come out in full.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "pycnnum==2.1.1"
cd "$place"
"$place/venv/bin/python" - <<'PY'
from pycnnum import cn2num, num2cn

SEEN = [
    ("cn2num 二〇二四", 2024, cn2num("二〇二四"), 4),
    ("cn2num 一百零五", 105, cn2num("一百零五"), 105),
    ("num2cn 110", "一百一十", num2cn(110), "一百一"),
    ("num2cn 2024", "二千零二十四", num2cn(2024), "二千零二十四"),
]
changed = 0
for what, expected, value, seen in SEEN:
    same = value == seen
    print(f"pycnnum 2.1.1 {what}: expected {expected}, got {value} {'as seen' if same else f'CHANGED, was {seen}'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
