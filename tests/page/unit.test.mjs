// Parts of the page's script without a page. Run: node --test tests/page/unit.test.mjs
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mock, test } from "node:test";

const PACKAGE = join(import.meta.dirname, "../../gongkai_lint");
const ASSETS = join(PACKAGE, "page/assets");

// What a browser gives the modules: a worker that answers as told, and the parts in the file.
const started = [];
let answer = () => "{}";
globalThis.window = globalThis;
globalThis.document = {
  getElementById: () => ({ textContent: "" }),
  querySelectorAll: () => [],
};
globalThis.Worker = class {
  constructor() {
    this.asked = [];
    this.ended = false;
    started.push(this);
  }
  postMessage(message) {
    if (message.parts) return queueMicrotask(() => this.onmessage({ data: { stage: "ready", share: 1 } }));
    this.asked.push(message.name);
    const value = answer(message);
    if (value !== null) queueMicrotask(() => this.onmessage({ data: { number: message.number, value } }));
  }
  terminate() {
    this.ended = true;
  }
};

const { call, engine, Refusal, startEngine } = await import(join(ASSETS, "engine.js"));
const { accept, open } = await import(join(ASSETS, "deeds.js"));
const { counts, on, state } = await import(join(ASSETS, "state.js"));
const { WORDS } = await import(join(ASSETS, "words.js"));

const value = (made) => JSON.stringify({ value: made });
const view = (key, more = {}) => ({ key, name: key, read: true, findings: [], ...more });

test("findings are counted by grade, those to be looked at also apart", () => {
  const findings = [
    { severity: "error", review: false },
    { severity: "info", review: true },
    { severity: "info", review: false },
  ];
  assert.deepEqual(counts({ findings }), { error: 1, warning: 0, info: 2, review: 1 });
});

test("deeds are asked one after the other, and a refusal is a sentence", async () => {
  const order = [];
  answer = ({ name }) => {
    order.push(name);
    return name === "bad" ? JSON.stringify({ refused: "不行。" }) : value(name);
  };
  await startEngine();
  const asked = [call("one"), call("bad"), call("two")];
  assert.equal(await asked[0], "one");
  await assert.rejects(asked[1], (error) => error instanceof Refusal && error.message === "不行。");
  assert.equal(await asked[2], "two");
  assert.deepEqual(order, ["begin", "one", "bad", "two"]);
});

test("a file over the limit is refused before it is read", async () => {
  const told = [];
  on("judged", (key) => told.push(state.documents.get(key).view.failures));
  const size = 200 * 2 ** 20;
  await open({ size, arrayBuffer: () => assert.fail("read") }, "大.docx");
  assert.deepEqual(told, [[WORDS.tooBig(200)]]);
  state.documents.clear();
});

test("a worker that does not come back is replaced, and what was open is opened again", async () => {
  answer = ({ words }) => value(view(JSON.parse(words).key));
  const key = await open({ size: 3, arrayBuffer: async () => new ArrayBuffer(3) }, "甲.txt");
  state.current = key;
  await accept([1]);
  const [before] = started.slice(-1);
  mock.timers.enable({ apis: ["setTimeout"] });
  answer = ({ name, words }) => (name === "stuck" ? null : value(view(JSON.parse(words).key)));
  const stuck = assert.rejects(call("stuck"), { message: WORDS.slow("stuck") });
  while (!before.asked.includes("stuck")) await new Promise((resolve) => setImmediate(resolve));
  mock.timers.tick(60_000);
  await stuck;
  mock.timers.reset();
  assert.ok(before.ended);
  const [after] = started.slice(-1);
  assert.notEqual(after, before);
  assert.deepEqual(after.asked, ["begin", "settle", "open", "accept"]);
  assert.deepEqual(await call("judge", { key }), view(key));
  assert.ok(engine.ready);
});

test("every element that the script counts on is in the page", () => {
  const files = [...readdirSync(ASSETS).filter((name) => name.endsWith(".js")), "page.html"];
  const texts = files.map((name) => readFileSync(join(ASSETS, name), "utf8"));
  const made = new Set(texts.flatMap((text) => [...text.matchAll(/\bid(?:="|: "|: `)([\w-]+)/g)].map(([, id]) => id)));
  const asked = texts.flatMap((text) => [...text.matchAll(/byId\("([\w-]+)"\)/g)].map(([, id]) => id));
  assert.ok(asked.length > 20);
  assert.deepEqual(asked.filter((id) => !made.has(id) && id !== "worker"), []);
});
