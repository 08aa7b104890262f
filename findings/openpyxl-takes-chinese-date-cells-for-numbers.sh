#!/usr/bin/env bash
# openpyxl 3.1.5 beside python-calamine 0.9.1: date cells formatted by a Chinese spreadsheet.
#
# ECMA-376 part 1, 18.8.30 reserves number formats 27-36 and 50-58 for East Asian dates; zh-cn has
# 31 = yyyy"年"m"月"d"日" and 57 = yyyy"年"m"月". They are built in, so no format code is in the file.
# Expected: the cell is a date, as it is with the built-in format 14.
# Seen: openpyxl gives the bare day number 45356 and says "General" for the format; python-calamine
# gives the date. 2024年3月5日 read through openpyxl is an integer among the sums of a table.
# Exit: 0 while it behaves so, 1 as soon as it does not.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check "openpyxl==3.1.5" "python-calamine==0.9.1"
cd "$place"
"$place/venv/bin/python" - <<'PY'
import datetime
import zipfile

import openpyxl
from python_calamine import CalamineWorkbook

book = openpyxl.Workbook()
book.active["A1"] = 45356
book.active["A1"].number_format = "mm-dd-yy"  # built-in 14: stored as its number alone
book.save("plain.xlsx")


def with_format(number: int) -> str:
    name = f"format{number}.xlsx"
    with zipfile.ZipFile("plain.xlsx") as old, zipfile.ZipFile(name, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            if part == "xl/styles.xml":
                assert data.count(b'numFmtId="14"') == 1
                data = data.replace(b'numFmtId="14"', b'numFmtId="%d"' % number)
            new.writestr(part, data)
    return name


day = datetime.datetime(2024, 3, 5)
SEEN = [(14, (day, "mm-dd-yy")), (31, (45356, "General")), (57, (45356, "General")), (58, (45356, "General"))]
changed = 0
for number, seen in SEEN:
    name = with_format(number)
    cell = openpyxl.load_workbook(name).active["A1"]
    other = CalamineWorkbook.from_path(name).get_sheet_by_index(0).to_python()[0][0]
    same = (cell.value, cell.number_format) == seen and other == day.date()
    print(f"format {number}: openpyxl {cell.value!r} ({cell.number_format}), calamine {other!r} {'as seen' if same else 'CHANGED'}")
    changed += not same
raise SystemExit(1 if changed else 0)
PY
