#!/usr/bin/env bash
# borax 4.1.3: numbers written in Chinese, small and for accounts.
#
# Expected: 110 is 一百一十 and 1010 一千零一十, as documents write; zero is 零; fifty cents is 伍角整 by the
# rules for bills (no 零元 before it, 整 after 角).
# Seen: a ten inside a number loses its 一 as if it stood first (一百十, 一千零十); zero is the empty string;
# fifty cents is 零元伍角零分, though a whole amount does end in 整.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "borax==4.1.3"
cd "$place"
"$place/venv/bin/python" - <<'PY'
from borax.numbers import ChineseNumbers, FinanceNumbers

SEEN = [
    ("110", "一百一十", ChineseNumbers.to_chinese_number(110), "一百十"),
    ("1010", "一千零一十", ChineseNumbers.to_chinese_number(1010), "一千零十"),
    ("105", "一百零五", ChineseNumbers.to_chinese_number(105), "一百零五"),
    ("0", "零", ChineseNumbers.to_chinese_number(0), ""),
    ("10 yuan", "壹拾元整", FinanceNumbers.to_capital_str(10), "壹拾元整"),
    ("0.5 yuan", "伍角整", FinanceNumbers.to_capital_str(0.5), "零元伍角零分"),
]
changed = 0
for number, expected, value, seen in SEEN:
    print(f"borax 4.1.3 {number}: expected {expected}, got {value!r} {'as seen' if value == seen else f'CHANGED, was {seen!r}'}")
    changed += value != seen
raise SystemExit(1 if changed else 0)
PY
