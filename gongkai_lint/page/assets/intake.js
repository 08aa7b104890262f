import { complain, judgeDossier, open } from "./deeds.js";
import { all, byId } from "../../reporters/page/dom.js";
import { Refusal } from "./engine.js";
import { state, tell } from "./state.js";
import { WORDS } from "./words.js";

// Ways in: dropped files and folders, chosen ones, pasted text.

// What a folder holds beside drafts: our own copies, hidden files, lock files of Word.
const LEFT = /(_批注|_修订|_核稿|_核稿意见|_督察表|_任务清单|_任务日历)\.\w+$|^~\$|^\./;

const entries = async (entry) => {
  if (entry.isFile)
    return [{ file: await new Promise((yes, no) => entry.file(yes, no)), name: entry.fullPath.slice(1) }];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((yes, no) => reader.readEntries(yes, no));
    if (!some.length) break;
    for (const one of some) found.push(...(await entries(one)));
  }
  return found.filter(({ file }) => !LEFT.test(file.name));
};

const dropped = async (transfer) => {
  const items = [...transfer.items].map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
  if (!items.some(Boolean)) return named(transfer.files);
  const lists = await Promise.all(items.filter(Boolean).map(entries));
  return lists.flat();
};

const named = (files) =>
  [...files].map((file) => ({ file, name: file.webkitRelativePath || file.name }));

export const take = async (found) => {
  if (!found.length) return complain(new Refusal(WORDS.nothingDropped));
  const asDossier = byId("dossier").checked && found.length > 1;
  const sorted = [...found].sort((a, b) => a.name.localeCompare(b.name, "zh-CN"));
  const keys = await Promise.all(sorted.map(({ file, name }) => open(file, name)));
  if (asDossier) await judgeDossier().catch(complain);
  tell("taken", keys);
};

const choose = (folder) => {
  const input = byId("files");
  input.toggleAttribute("webkitdirectory", folder);
  input.click();
};

const wireDrop = () => {
  const drop = byId("drop");
  const light = (on) => drop.classList.toggle("over", on);
  document.addEventListener("dragover", (event) => {
    event.preventDefault();
    light(true);
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) light(false);
  });
  document.addEventListener("drop", async (event) => {
    event.preventDefault();
    light(false);
    take(await dropped(event.dataTransfer).catch((error) => (complain(error), [])));
  });
};

const wirePaste = () => {
  byId("paste").addEventListener("submit", (event) => {
    event.preventDefault();
    const text = byId("pasted").value;
    if (!text.trim()) return complain(new Refusal(WORDS.nothingPasted));
    take([{ file: new Blob([text]), name: WORDS.pasted }]);
  });
};

export const wireIntake = () => {
  wireDrop();
  wirePaste();
  byId("pick").addEventListener("click", () => choose(false));
  byId("pick-folder").addEventListener("click", () => choose(true));
  byId("files").addEventListener("change", () => {
    const input = byId("files");
    const found = named(input.files).filter(({ file }) => !LEFT.test(file.name));
    input.value = "";
    take(found);
  });
};

export const waitingCount = () => [...state.documents.values()].filter((one) => !one.view).length;

export const views = () => all(".view");
