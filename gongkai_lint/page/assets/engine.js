import { byId, all } from "../../reporters/page/dom.js";
import { WORDS } from "./words.js";

// The worker that runs Python: started from the parts in this file, asked one thing at a time, and
// started again where it does not come back.

const LONGEST = 60_000; // milliseconds for one document: two hundred times what a long document takes

/** Refusals are sentences for the user; they are no faults of the program. */
export class Refusal extends Error {}

/** @type {import("./types.js").Engine} */
export const engine = { ready: null, onStage: () => {}, onRestart: async () => {} };
/** @type {Worker} */
let worker;
let number = 0;
let queue = Promise.resolve();
const waiting = new Map();

const source = () =>
  "data:text/javascript;charset=utf-8," + encodeURIComponent(byId("worker").textContent);

const parts = () =>
  Object.fromEntries(all(".part").map((part) => [part.dataset.name, part.textContent]));

const settle = ({ number: asked, value, error }) => {
  const { resolve, reject } = waiting.get(asked);
  waiting.delete(asked);
  if (error) return reject(new Error(lastLine(error)));
  if (typeof value !== "string") return resolve(value);
  const answer = JSON.parse(value);
  if ("refused" in answer) reject(new Refusal(answer.refused));
  else resolve(answer.value);
};

const lastLine = (words) => words.trim().split("\n").pop();

const launch = () =>
  new Promise((/** @type {(nothing?: any) => void} */ resolve, reject) => {
    worker = new Worker(source(), { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message || "worker"));
    worker.onmessage = ({ data }) => {
      if (data.broken) reject(new Error(data.broken.split("\n")[0]));
      else if (data.stage === "ready") resolve();
      else if (data.number) settle(data);
      if (data.stage) engine.onStage(data.stage, data.share);
    };
    worker.postMessage({ parts: parts() });
  });

const today = () => {
  const now = new Date();
  const two = (value) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

export const now = () => `${today()}T${new Date().toTimeString().slice(0, 8)}`;

/** @type {import("./types.js").Post} */
const post = (name, words, bytes) =>
  new Promise((resolve, reject) => {
    number += 1;
    waiting.set(number, { resolve, reject });
    worker.postMessage({ number, name, words: JSON.stringify(words), bytes });
  });

const restart = async () => {
  worker.terminate();
  waiting.clear();
  await launch();
  await post("begin", { today: today() });
  await engine.onRestart(post);
};

const limited = async (deed, what, documents) => {
  let timer = 0;
  const late = new Promise((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal(WORDS.slow(what))), LONGEST * documents);
  });
  try {
    return await Promise.race([deed, late]);
  } catch (error) {
    if (error instanceof Refusal && error.message === WORDS.slow(what)) await restart();
    throw error;
  } finally {
    clearTimeout(timer);
  }
};

/** Ask the program for a deed; it waits for those asked before. */
export const call = (
  /** @type {string} */ name,
  /** @type {Record<string, any>} */ words = {},
  /** @type {Uint8Array | undefined} */ bytes = undefined,
) => {
  const documents = Math.max(1, (words.keys || []).length);
  const turn = queue.then(() => limited(post(name, words, bytes), words.name || name, documents));
  queue = turn.catch(() => {});
  return turn;
};

export const startEngine = () => {
  engine.ready = launch().then(() => call("begin", { today: today() }));
  return engine.ready;
};
