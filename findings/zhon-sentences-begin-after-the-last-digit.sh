#!/usr/bin/env bash
# zhon 2.1.1: the ready-made pattern zhon.hanzi.sentence on sentences that hold a digit or a letter.
#
# Expected: findall gives the sentence 本办法自2024年1月1日起施行。 whole; digits are in nearly every sentence
# of an official document.
# Seen: the pattern admits Han characters and Chinese marks only, so each match starts after the last
# digit or Latin letter: 日起施行。 What stands before is in no match, and a line without a full stop
# (附件：名单) is in none either, so joining the matches does not give the text back.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "zhon==2.1.1"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import re

from zhon.hanzi import sentence

SEEN = [
    ("现将有关事项通知如下。", ["现将有关事项通知如下。"]), ("本办法自2024年1月1日起施行。", ["日起施行。"]),
    ("经费不超过3万元。A级单位应当报告。", ["万元。", "级单位应当报告。"]), ("特此通知。附件：名单", ["特此通知。"]),
]
changed = 0
for text, seen in SEEN:
    value = re.findall(sentence, text)
    print(f"zhon 2.1.1 {text}: {value} {'as seen' if value == seen else f'CHANGED, was {seen}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
