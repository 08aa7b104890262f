// Run by Node when the page is built: starts the page's own Python and lets it compile.
// node compile.mjs RUNTIME_FOLDER WORK_FOLDER: reads site.zip, stdlib.zip and specimens.json there
// and writes the compiled archives in their places.
import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [runtime, work] = process.argv.slice(2).map((path) => resolve(path));
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: `${runtime}/` });
const into = (name) => python.FS.writeFile(`/${name}`, new Uint8Array(readFileSync(join(work, name))));
["site.zip", "stdlib.zip", "specimens.json"].forEach(into);
const compile = `
import json, shutil, sys
from pathlib import Path
shutil.unpack_archive("/site.zip", "/site")
sys.path.insert(0, "/site")
from gongkai_lint.page.bytecode import compiled_zip, warm, with_patterns
site, stdlib = Path("/site.zip").read_bytes(), Path("/stdlib.zip").read_bytes()
used = warm(json.loads(Path("/specimens.json").read_text("utf-8")))
Path("/site.done").write_bytes(compiled_zip(with_patterns(site), "/site", used))
Path("/stdlib.done").write_bytes(compiled_zip(stdlib, "/lib/python314.zip", used))
`;
try {
  python.runPython(compile);
} catch (error) {
  console.error(error.message); // an uncaught one would print the whole runtime before it
  process.exit(1);
}
for (const name of ["site", "stdlib"])
  writeFileSync(join(work, `${name}.zip`), python.FS.readFile(`/${name}.done`));
