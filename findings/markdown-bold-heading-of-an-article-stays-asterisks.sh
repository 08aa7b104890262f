#!/usr/bin/env bash
# markdown-it-py 4.0.0 (CommonMark): bold run-in headings of articles in Chinese.
#
# Expected: **第一条：**本办法 is a bold "第一条：" followed by text, as **Note:** text is.
# Seen: the asterisks stay in the text as soon as the bold ends in a full-width mark and the next
# character is Han: CommonMark wants white space or punctuation after such a closing run, and Chinese
# writes none. Move the colon out of the bold and it works. The same hits （一）…。 and “…”.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "markdown-it-py==4.0.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
from markdown_it import MarkdownIt

SEEN = [
    ("**第一条**本办法适用于云岭市。", True), ("**第一条**：本办法适用于云岭市。", True),
    ("**第一条：**本办法适用于云岭市。", False), ("**（一）目标。**到年底全部建成。", False),
    ("落实**“一网通办”**改革。", False),
]
changed = 0
for text, seen in SEEN:
    html = MarkdownIt().render(text).strip()
    same = ("<strong>" in html and "**" not in html) is seen
    print(f"markdown-it-py 4.0.0 {text} -> {html}: expected bold, {'as seen' if same else 'CHANGED'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
