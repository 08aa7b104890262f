import { all, around } from "./dom.js";

// Findings and the words that they stand on: which are shown, which one is looked at.

export const GRADES = ["error", "warning", "info"];
export const gradeOf = (card) => GRADES.find((name) => card.classList.contains(name)) || "";

// A list beside the text scrolls by itself; below the text, in a narrow window, the window does.
const scrollsAlone = (list) => getComputedStyle(list).position === "sticky";

const showCard = (card) => {
  const list = card.closest("aside");
  if (!scrollsAlone(list)) return;
  const low = card.offsetTop;
  if (low < list.scrollTop || low + card.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = low - (list.clientHeight - card.offsetHeight) / 3;
};

/** Walk over the cards and marks inside an element; `changed` hears of every choice and filter. */
export const walkOver = (scope, changed) => {
  const cards = all(".card", scope);
  const marks = all(".m, .no", scope);
  const marksOf = new Map(cards.map((card) => [card.id, /** @type {HTMLElement[]} */ ([])]));
  const byId = new Map(cards.map((card) => [card.id, card]));
  const cardsOf = new Map();
  for (const mark of marks) {
    const document = /** @type {HTMLElement} */ (mark.closest(".document"));
    const ids = (mark.dataset.n || "").split(" ").map((n) => document.id + "c" + n);
    cardsOf.set(mark, ids.map((id) => byId.get(id)));
    for (const id of ids) (marksOf.get(id) || []).push(mark);
  }
  let visible = cards;
  /** @type {HTMLElement | null} */
  let current = null;

  const light = (on) => {
    if (!current) return;
    for (const node of [current].concat(marksOf.get(current.id) || [])) node.classList.toggle("on", on);
    if (on) current.setAttribute("aria-current", "true");
    else current.removeAttribute("aria-current");
  };

  const choose = (card) => {
    light(false);
    current = card;
    light(true);
    changed();
  };

  const showText = (card) => {
    const [mark] = marksOf.get(card.id) || [];
    if (mark) mark.scrollIntoView({ block: "center" });
  };

  const step = (by) => {
    if (!visible.length) return;
    const at = current ? visible.indexOf(current) + by : by > 0 ? 0 : visible.length - 1;
    choose(visible[(at + visible.length) % visible.length]);
    showText(current);
    showCard(current);
  };

  const filter = (wanted) => {
    visible = cards.filter(wanted);
    const seen = new Set(visible);
    for (const card of cards) card.classList.toggle("off", !seen.has(card));
    for (const mark of marks) {
      const left = cardsOf.get(mark).filter((card) => seen.has(card));
      mark.classList.toggle("off", left.length === 0);
      if (!left.length) continue;
      const grades = left.map(gradeOf);
      for (const name of GRADES) mark.classList.remove(name);
      mark.classList.add(/** @type {string} */ (GRADES.find((name) => grades.includes(name))));
    }
    if (current && !seen.has(current)) choose(null);
    else changed();
  };

  /** Go from a mark to its card, from one card to the next of a mark, from a card to its words. */
  const click = (event) => {
    const mark = around(event, ".m, .no");
    const card = around(event, ".card");
    const link = around(event, "a");
    if (mark) {
      event.preventDefault();
      const left = cardsOf.get(mark).filter((one) => visible.includes(one));
      if (!left.length) return;
      choose(left[(left.indexOf(current) + 1) % left.length]);
      showCard(current);
      if (current && !scrollsAlone(current.closest("aside"))) current.scrollIntoView({ block: "center" });
    } else if (card && !around(event, "button") && (!link || link.classList.contains("number"))) {
      if (String(window.getSelection())) return;
      event.preventDefault();
      choose(card);
      showText(card);
    }
  };

  return {
    choose, click, filter, step,
    chosen: () => current,
    shown: () => visible,
    place: () => (current ? visible.indexOf(current) + 1 : 0) + " / " + visible.length,
  };
};
