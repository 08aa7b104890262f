#!/usr/bin/env bash
# nzh 1.0.14: what decodeS makes of numerals that official documents write.
#
# Expected: 两百 is 200, 廿三 is 23, 二〇二四 is the year 2024; a word it cannot read is refused.
# Seen: a character it does not know is dropped and the rest is read as if it were the whole: 两百 is 0,
# 两千零二十四 is 24, 廿三 is 3. Digits written side by side overwrite one another (二〇二四 is 224) and
# the spoken short form 一万五 (15 000) is 10 005. Nothing is thrown, no NaN is returned.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund nzh@1.0.14
cat > look.cjs <<'JS'
const nzh = require("nzh").cn;
const SEEN = [
  ["两百", 200, 0], ["两千零二十四", 2024, 24], ["廿三", 23, 3],
  ["二〇二四", 2024, 224], ["一万五", 15000, 10005], ["一百零五", 105, 105],
];
let changed = 0;
for (const [words, expected, seen] of SEEN) {
  const value = nzh.decodeS(words);
  console.log(`nzh 1.0.14 ${words}: expected ${expected}, got ${value} ${value === seen ? "as seen" : `CHANGED, was ${seen}`}`);
  changed += value !== seen;
}
process.exit(changed ? 1 : 0);
JS
node look.cjs
