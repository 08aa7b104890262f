import { complain } from "./deeds.js";
import { call, now } from "./engine.js";
import { button, make } from "./element.js";

// Files that the page gives: made in memory, saved by the browser.

const hand = (bytes, name) => {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  const link = make("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

export const save = async (kind, keys, name) => {
  try {
    hand(await call("save", { kind, keys, now: now() }), name);
  } catch (error) {
    complain(error);
  }
};

export const saveButtons = (files, keys) =>
  files.map(({ kind, name, words }) =>
    button(words, () => save(kind, keys, name), { title: name, "data-save": kind }),
  );
