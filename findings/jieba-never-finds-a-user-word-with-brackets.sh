#!/usr/bin/env bash
# jieba 0.42.1: user words of official documents that hold a mark.
#
# Expected: a word given to add_word is cut as one word where it stands in the text; at least it is
# refused if it never can be.
# Seen: A.B级 and C++级 are found; 〔2024〕12号, （试行）, “十四五”规划, GB/T and ○○县 are accepted, sit in the
# dictionary (FREQ has them) and are never found: the text is first split at every character outside
# Han, letters, digits and + # & . _ % -, before the dictionary is asked. 〇 (U+3007) is outside too, so
# 二〇二四年 falls into 二 / 〇 / 二 / 四年.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "jieba==0.42.1" "setuptools==75.8.0"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import jieba

jieba.setLogLevel(60)
SEEN = [
    ("A.B级", "评为A.B级", True), ("C++级", "按C++级", True), ("〔2024〕12号", "云政发〔2024〕12号", False),
    ("（试行）", "管理办法（试行）", False), ("“十四五”规划", "落实“十四五”规划", False),
    ("GB/T", "按GB/T执行", False), ("○○县", "○○县人民政府", False),
]
changed = 0
for word, text, seen in SEEN:
    jieba.add_word(word)
    cut = jieba.lcut(text)
    same = (word in cut) is seen and jieba.dt.FREQ.get(word, 0) > 0
    print(f"jieba 0.42.1 user word {word} in {text}: {cut} {'as seen' if same else 'CHANGED'}")
    changed += not same
year = jieba.lcut("二〇二四年三月五日")
print("jieba 0.42.1 二〇二四年三月五日:", year)
changed += year[:4] != ["二", "〇", "二", "四年"]
raise SystemExit(1 if changed else 0)
PY
