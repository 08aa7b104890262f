import { showBatch } from "./batch.js";
import { renewBook, showBook } from "./book.js";
import { acceptChosen, ignoreChosen, letGo, step, toggleGrade } from "./cards.js";
import { judgeAgain, undo } from "./deeds.js";
import { show, showDocument } from "./desk.js";
import { all, around, byId } from "../../reporters/page/dom.js";
import { call, engine, startEngine } from "./engine.js";
import { views, waitingCount, wireIntake } from "./intake.js";
import { offer, turn, wireSettings } from "./settings.js";
import { on, state } from "./state.js";
import { WORDS } from "./words.js";

// What happens when, and the page's one public name.

const view = (name) => {
  for (const section of views()) section.hidden = section.id !== name;
  for (const control of all("[data-view]"))
    control.setAttribute("aria-pressed", String(control.dataset.view === name));
  if (name === "batch") showBatch();
  if (name === "book") showBook();
};

const say = (words, share) => {
  byId("stage").textContent = words;
  byId("progress").value = share;
};

const complain = (words) => {
  const told = byId("told");
  told.textContent = words;
  told.hidden = false;
};

const quiet = () => {
  byId("told").hidden = true;
};

const enable = () => {
  const disable = (name, off) => byId(`to-${name}`).toggleAttribute("disabled", off);
  disable("batch", state.documents.size === 0);
  disable("desk", !state.current);
  byId("how-many").textContent = String(state.documents.size || "");
};

const tellWaiting = () => {
  const waiting = waitingCount();
  const done = state.documents.size - waiting;
  byId("loading").hidden = ready && !waiting;
  if (ready && waiting) say(`${WORDS.judging(nextName())}（${done} / ${state.documents.size}）`, done / state.documents.size);
  else if (waiting) say(`${stageWords} ${WORDS.waiting(waiting)}`, byId("progress").value);
};

const nextName = () => [...state.documents.values()].filter((one) => !one.view).map((one) => one.name)[0];

let ready = false;
let stageWords = "";

const onStage = (name, share) => {
  stageWords = WORDS.stages[name];
  say(stageWords, share);
  tellWaiting();
};

const open = (key) => {
  showDocument(key);
  enable();
  view("desk");
};

const wireEvents = () => {
  on("opened", () => {
    quiet();
    enable();
    tellWaiting();
    showBatch();
    if (state.documents.size > 1) view("batch");
  });
  on("judged", (key) => {
    tellWaiting();
    showBatch();
    if (key === state.current) show();
  });
  on("taken", (keys) => {
    if (state.documents.size === 1 || keys.length === 1) open(keys[0]);
    else view("batch");
  });
  on("closed", () => {
    enable();
    if (!state.current) byId("desk").replaceChildren();
    view(state.documents.size ? "batch" : "intake");
  });
  on("dossier", showBatch);
  on("settled", renewBook);
  on("show", open);
  on("complaint", complain);
};

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  i: ignoreChosen,
  u: undo,
  d: turn,
  Enter: acceptChosen,
  Escape: letGo,
  1: () => toggleGrade("error"),
  2: () => toggleGrade("warning"),
  3: () => toggleGrade("info"),
  4: () => toggleGrade("review"),
};

const wireKeys = () => {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || byId("ask").open) return;
    if (around(event, "input, textarea, select, button, summary, a") && event.key !== "Escape") {
      if (event.key === "Enter" || around(event, "input, textarea, select")) return;
    }
    const deed = KEYS[event.key];
    if (!deed || (byId("desk").hidden && event.key !== "d")) return;
    event.preventDefault();
    deed();
  });
};

const isOld = () =>
  !("DecompressionStream" in window) || !("WebAssembly" in window) || !("replaceChildren" in document.body);

const begin = async () => {
  engine.onStage = onStage;
  try {
    offer(await startEngine());
    ready = true;
    if (state.settings.region || state.settings.as_of || state.settings.profile !== "draft")
      await call("settle", state.settings);
    tellWaiting();
    if (!waitingCount()) call("warm").catch(() => {});
  } catch (error) {
    complain(WORDS.broken(error instanceof Error ? error.message : error));
    throw error;
  }
};

const start = () => {
  wireSettings();
  wireIntake();
  wireEvents();
  wireKeys();
  for (const control of all("[data-view]")) control.addEventListener("click", () => view(control.dataset.view));
  document.addEventListener("click", (event) => {
    const link = around(event, "#desk a.rule");
    if (!link) return;
    event.preventDefault();
    view("book");
    showBook(link.textContent || "");
  });
  if (isOld()) {
    complain(WORDS.oldBrowser);
    return Promise.reject(new Error(WORDS.oldBrowser));
  }
  return begin();
};

/** @type {{ resolve: (nothing: any) => void, reject: (error: any) => void }} */
let settle;
const promise = new Promise((resolve, reject) => {
  settle = { resolve, reject };
});
promise.catch(() => {});
window.gongkaiLint = { ready: promise, judgeAgain };

document.addEventListener("DOMContentLoaded", () => start().then(settle.resolve, settle.reject));
