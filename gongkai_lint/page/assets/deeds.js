import { call, engine, now, Refusal } from "./engine.js";
import { current, newKey, state, tell } from "./state.js";
import { WORDS } from "./words.js";

// What can be done with a document. Each deed that changes something is kept in the document's log
// and done again where the program had to be started anew.

const MOST = 50 * 2 ** 20; // the program's own limit, said before the bytes are read

export const complain = (error) =>
  tell("complaint", error instanceof Refusal ? error.message : WORDS.inner(error.message || error));

const unread = (key, name, why) => ({
  key, name, read: false, failures: [why], notices: [], facts: [], findings: [], outcomes: [],
});

const seen = (key, view) => {
  const kept = state.documents.get(key);
  if (!kept) return;
  kept.view = view;
  tell("judged", key);
};

const bytesOf = async (file) => {
  if (file.size > MOST) throw new Refusal(WORDS.tooBig(Math.round(file.size / 2 ** 20)));
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Refusal(WORDS.unreadable);
  }
};

/** Take a file: it is listed at once and judged when its turn comes. */
export const open = async (file, name) => {
  const key = newKey();
  /** @type {import("./types.js").Kept} */
  const kept = { key, name, bytes: null, log: [], view: null };
  state.documents.set(key, kept);
  tell("opened", key);
  try {
    const bytes = await bytesOf(file);
    kept.bytes = bytes;
    await engine.ready;
    seen(key, await call("open", { key, name }, bytes));
  } catch (error) {
    const why = error instanceof Refusal ? error.message : WORDS.inner(String(error));
    seen(key, unread(key, name, why));
  }
  return key;
};

export const close = (key) => {
  state.documents.delete(key);
  if (state.current === key) state.current = null;
  call("close", { key }).catch(complain);
  tell("closed", key);
};

const change = async (name, words) => {
  const kept = current();
  if (!kept) return;
  try {
    const view = await call(name, { key: kept.key, ...words });
    kept.log.push([name, words]);
    seen(kept.key, view);
    if (state.dossier) await judgeDossier();
  } catch (error) {
    complain(error);
  }
};

export const accept = (numbers) => change("accept", { numbers, now: now() });
export const acceptSafe = () => change("accept_safe", { now: now() });
export const undo = () => change("undo", {});
export const ignore = (number, reason) =>
  change("ignore", { number, reason: reason || WORDS.ignoredOnce });
export const heed = (fingerprint) => change("heed", { fingerprint });
export const correct = (told) => change("correct", told);

export const judgeAgain = async () => {
  try {
    await engine.ready;
    await call("settle", state.settings);
    tell("settled");
    for (const { key, view } of [...state.documents.values()])
      if (view && view.read) seen(key, await call("judge", { key }));
    if (state.dossier) await judgeDossier();
  } catch (error) {
    complain(error);
  }
};

export const judgeDossier = async () => {
  const read = [...state.documents.values()].filter(({ view }) => view && view.read);
  const { views, lines, roles } = await call("dossier", {
    keys: read.map(({ key }) => key),
    roles: read.map(({ role }) => role || null),
  });
  state.dossier = lines;
  state.roles = roles;
  for (const view of views) seen(view.key, view);
  tell("dossier");
};

export const setRole = (key, role) => {
  const kept = state.documents.get(key);
  if (kept) kept.role = role;
  judgeDossier().catch(complain);
};

export const judgeSingly = async () => {
  state.dossier = null;
  await judgeAgain();
  tell("dossier");
};

engine.onRestart = async (post) => {
  await post("settle", state.settings);
  for (const { key, name, bytes, log, view } of state.documents.values()) {
    if (!bytes || !view || !view.read) continue;
    await post("open", { key, name }, bytes);
    for (const [deed, words] of log) await post(deed, { key, ...words });
  }
};
