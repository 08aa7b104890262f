// Runs inside a module worker made from a data: URL, the only kind that a page opened from disk may
// start in every browser. Parts of the runtime come as text by message; fetch() is answered from
// them, so that Pyodide asks the network for nothing.
"use strict";

const BASE = "https://page.invalid/";
const TYPES = { wasm: "application/wasm", json: "application/json" };
const files = new Map();
/** @type {any} */
let python = null;
/** @type {any} */
let call = null;

const say = (message, transfer = []) => self.postMessage(message, transfer);
const stage = (name, share) => say({ stage: name, share });

// Base 85 as Python writes it, with a comma for the sign that could open markup.
const SIGNS =
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
const VALUES = new Uint8Array(128);
for (let at = 0; at < SIGNS.length; at += 1) VALUES[SIGNS.charCodeAt(at)] = at;

const bytesOf = (text) => {
  const length = text.length - Math.ceil(text.length / 5);
  const words = new DataView(new ArrayBuffer(Math.ceil(text.length / 5) * 4));
  for (let from = 0, to = 0; from < text.length; from += 5, to += 4) {
    let word = 0;
    for (let at = from; at < from + 5; at += 1)
      word = word * 85 + (at < text.length ? VALUES[text.charCodeAt(at)] : 84);
    words.setUint32(to, word);
  }
  return new Uint8Array(words.buffer, 0, length);
};

const unzipped = (text) => {
  const stream = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
};

const answer = (name) => {
  const headers = { "content-type": TYPES[name.split(".").pop()] || "application/octet-stream" };
  return new Response(files.get(name), { headers });
};

self.fetch = async (request) => {
  const name = (request instanceof Request ? request.url : String(request)).split("/").pop();
  if (!files.has(name)) throw new TypeError("不联网：" + name);
  return answer(name);
};

const importText = (name) => {
  const text = new TextDecoder().decode(files.get(name));
  return import("data:text/javascript;charset=utf-8," + encodeURIComponent(text));
};

const unpack = async (parts) => {
  await Promise.all(
    Object.entries(parts).map(async ([name, text]) => files.set(name, await unzipped(text))),
  );
};

const start = async (parts) => {
  stage("unpack", 0.1);
  await unpack(parts);
  stage("python", 0.25);
  const [{ loadPyodide }, runtime] = await Promise.all(
    ["pyodide.mjs", "pyodide.asm.mjs"].map(importText),
  );
  python = await loadPyodide({
    indexURL: BASE,
    createPyodideModule: runtime.default,
    env: { HOME: "/home/pyodide", PYTHONWARNINGS: "ignore" }, // they are for those who write code
  });
  stage("rules", 0.7);
  python.unpackArchive(files.get("site.zip"), "zip", { extractDir: "/site" });
  files.clear();
  python.runPython("import sys; sys.path.insert(0, '/site')");
  call = python.runPython("from gongkai_lint.page.bridge import call; call");
  stage("ready", 1);
};


const reply = (number, made) => {
  if (typeof made === "string") return say({ number, value: made });
  const bytes = made.toJs();
  made.destroy();
  say({ number, value: bytes }, [bytes.buffer]);
};

const run = ({ number, name, words, bytes }) => {
  try {
    reply(number, call(name, words, bytes ? python.toPy(bytes) : undefined));
  } catch (error) {
    say({ number, error: String(error instanceof Error ? error.message : error) });
  }
};

self.onmessage = async ({ data }) => {
  if (data.name) return run(data);
  try {
    await start(data.parts);
  } catch (error) {
    say({ broken: String((error instanceof Error && error.stack) || error) });
  }
};
