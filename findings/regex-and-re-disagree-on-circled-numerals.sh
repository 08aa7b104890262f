#!/usr/bin/env bash
# regex 2026.11.19 beside re of Python: \w on the list marks of official documents.
#
# Expected: the regex package is a drop-in for re, so \w takes ① and ㈠ in both or in neither.
# Seen: re counts them as word characters (it asks str.isalnum, true of every numeric character),
# regex does not (it follows the Unicode word property, which has no "other number"). Both take 二〇二四
# and Ⅳ, neither takes ○ (U+25CB, typed for 〇 in dates). So \b falls elsewhere: in 附件①名单 re sees
# one word and regex sees two.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "regex==2026.11.19"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import re

import regex

SEEN = [("①", True, False), ("㈠", True, False), ("⑴", True, False), ("Ⅳ", True, True), ("二〇二四", True, True), ("○", False, False)]
changed = 0
for text, by_re, by_regex in SEEN:
    value = (bool(re.fullmatch(r"\w+", text)), bool(regex.fullmatch(r"\w+", text)))
    same = value == (by_re, by_regex)
    print(f"\\w+ on {text}: re {value[0]}, regex {value[1]} {'as seen' if same else 'CHANGED'}")
    changed += not same
words = (re.findall(r"\w+", "附件①名单"), regex.findall(r"\w+", "附件①名单"))
print("words of 附件①名单: re", words[0], "regex", words[1])
changed += words != (["附件①名单"], ["附件", "名单"])
raise SystemExit(1 if changed else 0)
PY
