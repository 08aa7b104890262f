#!/usr/bin/env bash
# autocorrect-node 2.14.0: ideographic spaces (U+3000), which Chinese documents indent with.
#
# Expected: a formatter for Chinese copy writing leaves 　　 at the head of a paragraph, two characters
# wide, and the blank that spreads a short name (张　三) or parts 第一章　总则.
# Seen: every U+3000 becomes one ASCII space, half as wide, so the two-character indent shrinks to one
# character and a name gets a Latin word space. Full-width brackets around a full-width digit stay
# while the digit changes: （１）目标 becomes （1）目标.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund autocorrect-node@2.14.0
cat > look.cjs <<'JS'
const { format } = require("autocorrect-node");
const SEEN = [
  ["　　各区人民政府：", "  各区人民政府："], ["主任：张　三", "主任：张 三"], ["第一章　总则", "第一章 总则"], ["（１）目标", "（1）目标"],
];
let changed = 0;
for (const [text, seen] of SEEN) {
  const result = format(text);
  console.log(`autocorrect-node 2.14.0 ${JSON.stringify(text)} -> ${JSON.stringify(result)} ${result === seen ? "as seen" : "CHANGED"}`);
  changed += result !== seen;
}
process.exit(changed ? 1 : 0);
JS
node look.cjs
