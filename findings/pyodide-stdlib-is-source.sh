#!/usr/bin/env bash
# Pyodide 314.0.7 (npm): the standard library travels as source, and is compiled at every start.
#
# Expected: python_stdlib.zip holds .pyc files, as the packages of earlier releases did; a browser
# keeps no __pycache__, so nothing is compiled once and for all.
# Seen: 559 .py files and not one .pyc. Starting and importing json, asyncio, dataclasses, typing
# and the like compiles them anew each time. A zip of the same modules as unchecked hash-based
# .pyc, made by this very Python, is taken in its place (stdLibURL) and starts faster; this script
# states the contents and the ratio of three starts each, and fails only if the contents change.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat >start.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
const start = async (options = {}) => {
  const from = performance.now();
  const python = await loadPyodide(options);
  return [python, performance.now() - from];
};
const [python] = await start();
const [names, code] = python.runPython(`
import importlib.util, io, zipfile
from importlib._bootstrap_external import _code_to_hash_pyc
whole = zipfile.ZipFile("/lib/python314.zip")
made = io.BytesIO()
with zipfile.ZipFile(made, "w") as archive:
    for name in whole.namelist():
        data = whole.read(name)
        if name.endswith(".py"):
            code = compile(data, name, "exec", dont_inherit=True)
            data = _code_to_hash_pyc(code, importlib.util.source_hash(data), False)
            name += "c"
        archive.writestr(name, bytes(data))
counts = [sum(n.endswith(e) for n in whole.namelist()) for e in (".py", ".pyc")]
counts, made.getvalue()
`).toJs();
writeFileSync("compiled.zip", code);
const times = { source: [], compiled: [] };
for (let time = 0; time < 3; time += 1) {
  times.source.push((await start())[1]);
  times.compiled.push((await start({ stdLibURL: `${process.cwd()}/compiled.zip` }))[1]);
}
const best = (kind) => Math.min(...times[kind]);
console.log(`source files ${names[0]}, compiled files ${names[1]}`);
console.error(`a start with code takes ${(best("compiled") / best("source")).toFixed(2)} of one with source`);
JS
seen=$(node start.mjs)
echo "$seen"
[ "$seen" = "source files 559, compiled files 0" ] || { echo "the behaviour has changed"; exit 1; }
