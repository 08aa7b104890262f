"use strict";
// Old browsers open this page too: nothing newer than ES2017.
document.addEventListener("DOMContentLoaded", () => {
  const root = document.documentElement;
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const cards = all(".card");
  const marks = all(".m, .no");
  const contents = document.getElementById("contents");
  if (contents) document.querySelector("main").before(contents);

  const byCard = new Map(cards.map((card) => [card.id, []]));
  const keyOf = (node) => node.closest(".document").id;
  for (const mark of marks) {
    mark.cards = mark.dataset.n.split(" ").map((n) => keyOf(mark) + "c" + n);
    for (const id of mark.cards) byCard.get(id).push(mark);
  }
  const grade = (card) => ["error", "warning", "info"].find((name) => card.classList.contains(name));

  // Filters.
  const switches = all(".switches button");
  const select = document.querySelector(".bar select");
  const counter = document.querySelector(".bar output");
  let visible = cards;
  let current = null;
  const pressed = (name) =>
    switches.some((b) => b.dataset.show === name && b.getAttribute("aria-pressed") === "true");
  const wanted = (card) =>
    pressed(grade(card)) &&
    (!card.dataset.review || pressed("review")) &&
    (!select.value || card.dataset.rule === select.value);
  const count = () => {
    counter.textContent = (current ? visible.indexOf(current) + 1 : 0) + " / " + visible.length;
  };
  const filter = () => {
    visible = cards.filter(wanted);
    const seen = new Set(visible.map((card) => card.id));
    for (const card of cards) card.classList.toggle("off", !seen.has(card.id));
    for (const mark of marks) {
      const left = mark.cards.filter((id) => seen.has(id));
      mark.classList.toggle("off", left.length === 0);
      if (left.length && mark.cards.length > 1) {
        const grades = left.map((id) => grade(document.getElementById(id)));
        for (const name of ["error", "warning", "info"]) mark.classList.remove(name);
        mark.classList.add(["error", "warning", "info"].find((name) => grades.includes(name)));
      }
    }
    if (current && !seen.has(current.id)) pick(null);
    count();
  };

  // One finding at a time, in the text and in the list.
  const pick = (card) => {
    const light = (on) => {
      if (!current) return;
      current.classList.toggle("on", on);
      for (const mark of byCard.get(current.id)) mark.classList.toggle("on", on);
    };
    light(false);
    current = card;
    light(true);
    count();
  };
  const into = (node, block) => {
    if (node) node.scrollIntoView({ block });
  };
  const showCard = (card) => {
    const list = card.closest("aside");
    if (getComputedStyle(list).position !== "sticky") return;
    const low = card.offsetTop;
    if (low < list.scrollTop || low + card.offsetHeight > list.scrollTop + list.clientHeight)
      list.scrollTop = low - (list.clientHeight - card.offsetHeight) / 3;
  };
  const showText = (card) => into(byCard.get(card.id)[0], "center");
  const step = (by) => {
    if (!visible.length) return;
    const at = current ? visible.indexOf(current) + by : by > 0 ? 0 : visible.length - 1;
    const card = visible[(at + visible.length) % visible.length];
    pick(card);
    showText(card);
    showCard(card);
  };

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".m, .no");
    const card = event.target.closest(".card");
    const link = event.target.closest("a");
    if (mark) {
      event.preventDefault();
      const left = mark.cards.filter((id) => visible.some((one) => one.id === id));
      if (!left.length) return;
      const next = left[(left.indexOf(current && current.id) + 1) % left.length];
      pick(document.getElementById(next));
      showCard(current);
      if (getComputedStyle(current.closest("aside")).position !== "sticky") into(current, "center");
    } else if (card && (!link || link.classList.contains("number"))) {
      if (String(window.getSelection())) return;
      event.preventDefault();
      pick(card);
      showText(card);
    } else if (link && link.classList.contains("rule")) {
      document.getElementById(link.hash.slice(1)).open = true;
    }
  });
  for (const button of switches)
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      filter();
    });
  for (const button of all("[data-step]"))
    button.addEventListener("click", () => step(Number(button.dataset.step)));
  select.addEventListener("change", filter);

  // What there is to choose from.
  for (const button of switches) {
    const name = button.dataset.show;
    const number = cards.filter((c) => (name === "review" ? c.dataset.review : grade(c) === name));
    button.querySelector("b").textContent = number.length;
    button.hidden = !number.length;
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

  // Light and dark; printing is always light.
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  let chosen = null;
  const paint = (dark) => {
    root.dataset.theme = dark ? "dark" : "light";
  };
  const repaint = () => paint(chosen === null ? system.matches : chosen);
  const turn = () => {
    chosen = root.dataset.theme !== "dark";
    repaint();
  };
  if (system.addEventListener) system.addEventListener("change", repaint);
  document.querySelector(".bar > [data-theme]").addEventListener("click", turn);
  window.addEventListener("beforeprint", () => paint(false));
  window.addEventListener("afterprint", repaint);

  const keys = { j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1), d: turn };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select")) return;
    if (event.key === "Escape") pick(null);
    const number = Number(event.key);
    if (switches[number - 1]) switches[number - 1].click();
    if (keys[event.key]) keys[event.key]();
  });
  repaint();
  filter();
});
