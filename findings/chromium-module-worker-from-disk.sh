#!/usr/bin/env bash
# Chromium (seen with Debian's 156.0.8078.114): a page opened from disk (file://) starts a module
# worker from a data: address, but not from a blob: one.
#
# Expected: both are the page's own code, and a blob: address belongs to the page's origin while a
# data: address has none of its own; where one of the two fails, it should be data:.
# Seen: classic workers run from both; a module worker runs from data: only; inside it import() of
# a blob: address fails too. On http:// the blob: ones run. Whoever needs modules in a worker
# (Pyodide 314 refuses classic workers) has to carry them in data: addresses in a page from disk.
#
# Needs Debian's chromium; nothing is fetched.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/page.html" <<'HTML'
<!doctype html><meta charset="utf-8"><title>workers</title><pre id="o"></pre><script>
const say = (line) => { document.getElementById("o").textContent += line + "\n"; };
const blob = (code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
const data = (code) => "data:text/javascript," + encodeURIComponent(code);
const attempt = (name, address, type) => {
  const worker = new Worker(address, { type });
  worker.onmessage = (event) => say(`${name}: ${event.data}`);
  worker.onerror = (event) => { event.preventDefault(); say(`${name}: fails`); };
};
const code = "postMessage('runs')";
for (const type of ["classic", "module"]) {
  attempt(`${type} data`, data(code), type);
  attempt(`${type} blob`, blob(code), type);
}
const inner = `import(${JSON.stringify(blob("export default 1"))}).then(
  () => postMessage("runs"), () => postMessage("fails"))`;
attempt("import blob inside data", data(inner), "module");
</script>
HTML
chromium --version
seen=$(chromium --no-sandbox --headless --disable-gpu --disable-background-networking \
  --user-data-dir="$work/profile" --virtual-time-budget=5000 --dump-dom "file://$work/page.html" \
  2>/dev/null | grep -oE '(classic|module|import blob inside) (data|blob): (runs|fails)' | sort)
echo "$seen"
expected='classic blob: runs
classic data: runs
import blob inside data: fails
module blob: fails
module data: runs'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
