import { all, around, seek } from "./dom.js";
import { turnTheme, wireTheme } from "./theme.js";
import { gradeOf, walkOver } from "./walk.js";

// The page of findings that a command writes: filters, steps, keys.

const start = () => {
  const contents = seek("#contents");
  const main = /** @type {HTMLElement} */ (seek("main"));
  if (contents) main.before(contents);

  const cards = all(".card");
  const switches = all(".switches button");
  const select = /** @type {HTMLSelectElement} */ (seek(".bar select"));
  const counter = /** @type {HTMLElement} */ (seek(".bar output"));
  const walk = walkOver(main, () => {
    counter.textContent = walk.place();
  });
  const pressed = (name) =>
    switches.some((b) => b.dataset.show === name && b.getAttribute("aria-pressed") === "true");
  const wanted = (card) =>
    pressed(gradeOf(card)) &&
    (!card.dataset.review || pressed("review")) &&
    (!select.value || card.dataset.rule === select.value);
  const filter = () => walk.filter(wanted);

  document.addEventListener("click", (event) => {
    walk.click(event);
    const link = around(event, "a.rule");
    const rule = link && seek(/** @type {any} */ (link).hash);
    if (rule) rule.open = true;
  });
  for (const button of switches)
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  for (const button of all("[data-step]"))
    button.addEventListener("click", () => walk.step(Number(button.dataset.step)));
  select.addEventListener("change", filter);

  // What there is to choose from.
  for (const button of switches) {
    const name = button.dataset.show;
    const some = cards.filter((c) => (name === "review" ? c.dataset.review : gradeOf(c) === name));
    button.children[0].textContent = String(some.length);
    button.hidden = !some.length;
  }
  const rules = new Map();
  for (const card of cards) {
    const known = rules.get(card.dataset.rule) || { title: card.dataset.title, number: 0 };
    known.number += 1;
    rules.set(card.dataset.rule, known);
  }
  for (const id of Array.from(rules.keys()).sort()) {
    const { title, number } = rules.get(id);
    select.add(new Option(id + " " + title + "（" + number + "）", id));
  }

  const theme = /** @type {HTMLElement} */ (seek(".bar > [data-theme]"));
  theme.addEventListener("click", turnTheme);
  const step = (by) => () => walk.step(by);
  const keys = { j: step(1), n: step(1), k: step(-1), p: step(-1), d: turnTheme, Escape: () => walk.choose(null) };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || around(event, "select")) return;
    const button = switches[Number(event.key) - 1];
    if (button) button.click();
    if (keys[event.key]) keys[event.key]();
  });
  wireTheme();
  filter();
};

document.addEventListener("DOMContentLoaded", start);
