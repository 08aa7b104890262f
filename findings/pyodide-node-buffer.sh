#!/usr/bin/env bash
# Pyodide 314.0.7 (npm) refuses a Node Buffer where it takes the same bytes as a Uint8Array.
#
# Expected: a Buffer is a Uint8Array (it inherits from it), and what fs.readFileSync gives can be
# handed to unpackArchive and to Python as bytes.
# Seen: RuntimeError "Unknown typed array type 'Buffer'. This is a problem with Pyodide": the kind
# is told by the constructor's name. new Uint8Array(buffer) works.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund pyodide@314.0.7 >/dev/null
cat >buffer.mjs <<'JS'
import { loadPyodide } from "pyodide";
const python = await loadPyodide();
const emptyZip = Buffer.from("PK\x05\x06" + "\0".repeat(18), "latin1");
console.log("Buffer is a Uint8Array:", emptyZip instanceof Uint8Array);
for (const [name, bytes] of [["Uint8Array", new Uint8Array(emptyZip)], ["Buffer", emptyZip]])
  try {
    python.unpackArchive(bytes, "zip", { extractDir: "/there" });
    console.log(`${name}: taken`);
  } catch (error) {
    console.log(`${name}: ${error.message.split(". ")[0]}`);
  }
JS
seen=$(node buffer.mjs)
echo "$seen"
[ "$seen" = "Buffer is a Uint8Array: true
Uint8Array: taken
Buffer: RuntimeError: Unknown typed array type 'Buffer'" ] || { echo "the behaviour has changed"; exit 1; }
