#!/usr/bin/env bash
# opencc-python-reimplemented 0.1.7: simplified to Taiwan wording and back, on words of the law.
#
# Expected: s2twp changes words of computing where the text is of computing, and tw2sp undoes s2twp.
# Seen: the phrase tables hold computing words only and know no other sense: 法定程序 (due process)
# becomes 法定程式 (a lawful computer program), 发布公告 becomes 釋出公告. The way back hits words the way there
# did not touch: 依法执行 (enforce) returns as 依法运行 (run), 会议简报 (bulletin) as 会议演示文稿 (slides),
# 复制件 (photocopy) as 拷贝件; lengths change, so offsets do not carry over.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "opencc-python-reimplemented==0.1.7"
cd "$place"
"$place/venv/bin/python" - <<'PY'
from opencc import OpenCC

there, back = OpenCC("s2twp"), OpenCC("tw2sp")
SEEN = [
    ("法定程序", "法定程式", "法定程序"), ("发布公告", "釋出公告", "发布公告"), ("依法执行", "依法執行", "依法运行"),
    ("会议简报", "會議簡報", "会议演示文稿"), ("复制件", "複製件", "拷贝件"),
]
changed = 0
for text, taiwan, again in SEEN:
    value = (there.convert(text), back.convert(there.convert(text)))
    same = value == (taiwan, again)
    print(f"opencc 0.1.7 {text} -> {value[0]} -> {value[1]} {'as seen' if same else 'CHANGED'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
