#!/usr/bin/env bash
# chinese-days 1.5.7 (npm): statutory holidays of a year whose notice is not out.
#
# Expected: 1 October is a holiday by regulation every year; before the notice of a year is out a
# library says either that, or that it does not know.
# Seen: isWorkday("2027-10-01") is true, isHoliday false, and the name given is "Friday": a year it has
# no table for is answered by weekday alone, in the form of a known year. A day that does not exist
# (2024-02-30) is a working day too. findWorkday cannot tell zero from one: from a day off both are
# the first working day (the Python library chinesecalendar gives the second for one).
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund chinese-days@1.5.7
cat > look.cjs <<'JS'
const loaded = require("chinese-days");
const days = loaded.default || loaded;
const SEEN = [
  ["isHoliday 2024-10-01", days.isHoliday("2024-10-01"), true],
  ["isHoliday 2027-10-01", days.isHoliday("2027-10-01"), false],
  ["isWorkday 2027-10-01", days.isWorkday("2027-10-01"), true],
  ["name of 2027-10-01", days.getDayDetail("2027-10-01").name, "Friday"],
  ["isWorkday 2024-02-30", days.isWorkday("2024-02-30"), true],
  ["findWorkday 0 from 2024-02-10", days.findWorkday(0, "2024-02-10"), "2024-02-18"],
  ["findWorkday 1 from 2024-02-10", days.findWorkday(1, "2024-02-10"), "2024-02-18"],
];
let changed = 0;
for (const [what, value, seen] of SEEN) {
  console.log(`chinese-days 1.5.7 ${what}: ${value} ${value === seen ? "as seen" : `CHANGED, was ${seen}`}`);
  changed += value !== seen;
}
process.exit(changed ? 1 : 0);
JS
node look.cjs
