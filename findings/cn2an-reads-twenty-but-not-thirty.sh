#!/usr/bin/env bash
# cn2an 0.5.24: which numerals of official documents its lenient mode reads.
#
# Expected: a reader of Chinese numerals knows 廿 (20) and 卅 (30) alike, reads the zero that
# official dates are written with (○, U+25CB, beside 〇, U+3007), and does not turn "two or three"
# (两三) into one number.
# Seen: 廿三 is 23 and 卅一 raises ValueError; 二〇一二 is 2012 and 二○一二 raises; 两三 is 23 and
# 一百五 is 150, both without a word of doubt; the mode "smart" gives a float for plain digits.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "cn2an==0.5.24"
"$place/venv/bin/python" - <<'PY'
import cn2an

SEEN = [
    ("廿三", "normal", 23), ("卅一", "normal", ValueError),
    ("二〇一二", "normal", 2012), ("二○一二", "normal", ValueError),
    ("两三", "normal", 23), ("一百五", "normal", 150), ("12", "smart", 12.0),
]
changed = 0
for words, mode, seen in SEEN:
    try:
        value = cn2an.cn2an(words, mode)
    except ValueError:
        value = ValueError
    same = value == seen and isinstance(value, float) is isinstance(seen, float)
    print(f"{words} ({mode}): {value} {'as seen' if same else f'CHANGED, was {seen}'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
