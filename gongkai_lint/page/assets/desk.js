import { cardsPane, onClick, walkCards } from "./cards.js";
import { byId } from "../../reporters/page/dom.js";
import { fromMarkup, make } from "./element.js";
import { factsPane } from "./facts.js";
import { restPane, tabBar } from "./panes.js";
import { saveButtons } from "./saving.js";
import { counts, current, state } from "./state.js";
import { tasksPane } from "./tasks.js";
import { WORDS } from "./words.js";

// One document: its paper on the left, what is to be said of it on the right.

const PANES = { cards: cardsPane, facts: factsPane, tasks: tasksPane, rest: restPane };
let chosen = "cards";

const notes = (view) => [
  ...view.failures.map((words) => make("p", { class: "failure" }, words)),
  ...view.notices.map((words) => make("p", { class: "notice" }, words)),
];

const countList = (view) =>
  make(
    "ul",
    { class: "counts" },
    Object.entries(counts(view)).map(([grade, count]) =>
      make("li", { class: grade }, `${WORDS.grades[grade]} `, make("b", {}, String(count))),
    ),
  );

const downloads = (view) =>
  make(
    "details",
    { class: "downloads" },
    make("summary", {}, WORDS.saves),
    make("div", {}, saveButtons(view.files.filter((file) => file.about === "draft"), [view.key])),
  );

const head = (view) =>
  make(
    "header",
    {},
    make("div", { class: "name" }, make("h2", {}, view.name), view.read ? downloads(view) : null),
    make("ul", { class: "facts" }, view.facts.map((fact) => make("li", {}, fact))),
    view.read ? countList(view) : null,
    notes(view),
  );

const tabNames = (view) =>
  Object.entries(WORDS.tabs).map(([key, word]) => {
    const number = { cards: view.findings.length, tasks: view.tasks.length }[key];
    return [key, number === undefined ? word : `${word} ${number}`];
  });

const side = (view) => {
  const pane = make("div", { id: "pane", role: "tabpanel", "aria-labelledby": `tab-${chosen}` }, PANES[chosen](view));
  const tabs = tabBar(tabNames(view), chosen, (key) => {
    chosen = key;
    show();
    byId(`tab-${key}`).focus();
  });
  const aside = make("aside", { "aria-label": WORDS.tabs.cards, tabindex: "0" }, tabs, pane);
  aside.addEventListener("click", onClick);
  return aside;
};

const paper = (view) => {
  const node = make("article", { class: "paper", lang: "zh-CN" });
  node.append(fromMarkup(view.paper));
  node.addEventListener("click", onClick);
  return node;
};

export const show = () => {
  const kept = current();
  const desk = byId("desk");
  if (!kept || !kept.view) return desk.replaceChildren();
  const { view } = kept;
  const before = document.querySelector("#desk aside");
  const scrolled = before ? before.scrollTop : 0;
  const inside = view.read ? make("div", { class: "desk" }, paper(view), side(view)) : "";
  desk.replaceChildren(make("div", { class: "document", id: view.key }, head(view), inside));
  if (view.read) walkCards();
  const after = document.querySelector("#desk aside");
  if (after) after.scrollTop = scrolled;
};

export const showDocument = (key) => {
  state.current = key;
  chosen = "cards";
  show();
};
