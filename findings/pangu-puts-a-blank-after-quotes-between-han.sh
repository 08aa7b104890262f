#!/usr/bin/env bash
# pangu 7.2.1 (npm): the blank between Chinese and Latin, on text that has no Latin.
#
# Expected: pangu puts a blank between Han and Latin letters or digits only, so text of Han characters
# and Chinese marks is returned as it is, above all the curly quotes “ ” that Chinese itself uses.
# Seen: 落实“十四五”规划 gets blanks at both sides of the quotation, since “ and ” (U+201C, U+201D) are one
# code point for both scripts and pangu takes them for Latin ones; at the edge of a line or beside a
# Chinese mark (“甲”、“乙”) they are left. Book marks 《》 and 〔〕 get none.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund pangu@7.2.1
cat > look.cjs <<'JS'
const loaded = require("pangu");
const pangu = loaded.pangu || loaded.default || loaded;
const SEEN = [
  ["落实“十四五”规划", "落实 “十四五” 规划"], ["“甲”、“乙”", "“甲”、“乙”"],
  ["印发《办法》的通知", "印发《办法》的通知"], ["云政发〔二〕号", "云政发〔二〕号"],
];
let changed = 0;
for (const [text, seen] of SEEN) {
  const value = pangu.spacingText(text);
  console.log(`pangu 7.2.1 ${text} -> ${value} ${value === seen ? "as seen" : `CHANGED, was ${seen}`}`);
  changed += value !== seen;
}
process.exit(changed ? 1 : 0);
JS
node look.cjs
