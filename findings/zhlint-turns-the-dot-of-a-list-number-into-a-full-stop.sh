#!/usr/bin/env bash
# zhlint 0.8.2, its own preset: list marks of official documents.
#
# Expected: the dot after a number of a list is left alone (附件：1.名单), and full-width brackets, which
# Chinese typesetting asks for, stay (（一）, （试行）).
# Seen: 附件：1.名单 becomes 附件：1。名单, 1.目标 becomes 1。目标; every full-width bracket becomes an ASCII one;
# the two ideographic spaces of a first-line indent are removed and so is the one in 第一章　总则.
# 2024.3.5 and 〔2024〕 are left alone.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund zhlint@0.8.2
cat > look.cjs <<'JS'
const { run } = require("zhlint");
const SEEN = [
  ["附件：1.名单", "附件：1。名单"], ["1.目标", "1。目标"], ["（一）目标", "(一) 目标"], ["（试行）", "(试行)"],
  ["第一章　总则", "第一章总则"], ["　　各区", "各区"], ["2024.3.5", "2024.3.5"], ["〔2024〕12号", "〔2024〕12号"],
];
let changed = 0;
for (const [text, seen] of SEEN) {
  const { result } = run(text, { rules: { preset: "default" } });
  console.log(`zhlint 0.8.2 ${text} -> ${result} ${result === seen ? "as seen" : `CHANGED, was ${seen}`}`);
  changed += result !== seen;
}
process.exit(changed ? 1 : 0);
JS
node look.cjs
