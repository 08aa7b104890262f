import { complain } from "./deeds.js";
import { call, engine } from "./engine.js";
import { byId, seek } from "../../reporters/page/dom.js";
import { make } from "./element.js";
import { WORDS } from "./words.js";

// The rule book: every rule in words, searched while one types, as it was on a chosen day.

const words = WORDS.book;
/** @type {any[] | null} */
let rules = null;

const textOf = (rule) => [rule.id, rule.title, ...rule.parts.flat(2)].join(" ");

const entry = (rule) =>
  make(
    "details",
    { id: `r-${rule.id}` },
    make("summary", {}, make("b", {}, rule.id), ` ${rule.title} `, make("span", { class: "faint" }, `${rule.topic} · ${rule.severity}`)),
    make("dl", {}, rule.parts.map(([name, texts]) => [make("dt", {}, name), ...texts.map((text) => make("dd", {}, text))])),
  );

const list = () => {
  const asked = byId("book-search").value.trim().toLowerCase().split(/\s+/);
  const known = rules || [];
  const found = known.filter((rule) => asked.every((word) => rule.text.includes(word)));
  byId("book-count").textContent = words.count(found.length, known.length);
  byId("book-list").replaceChildren(...found.map(entry));
};

const load = async () => {
  byId("book-count").textContent = words.loading;
  try {
    await engine.ready;
    const found = await call("book", { day: byId("book-day").value || null });
    rules = found.map((rule) => ({ ...rule, text: textOf(rule).toLowerCase() }));
    list();
  } catch (error) {
    complain(error);
  }
};

const build = () => {
  const search = make("input", { type: "search", id: "book-search", placeholder: words.hint, oninput: () => rules && list() });
  const day = make("input", { type: "date", id: "book-day", onchange: load });
  byId("book").replaceChildren(
    make(
      "div",
      { class: "wide rules" },
      make(
        "div",
        { class: "row" },
        make("label", { class: "grow" }, `${words.lead} `, search),
        make("label", {}, `${words.day} `, day),
        make("output", { id: "book-count", "aria-live": "polite" }),
      ),
      make("div", { id: "book-list" }),
    ),
  );
};

/** Rules differ by region: those of another are listed anew. */
export const renewBook = () => {
  rules = null;
  if (!byId("book").hidden) load();
};

export const showBook = (id = "") => {
  if (!seek("#book-list")) build();
  const opened = () => {
    const node = id && seek(`#r-${id}`);
    if (node) {
      node.open = true;
      node.scrollIntoView({ block: "start" });
    }
  };
  if (rules) opened();
  else load().then(opened);
};
