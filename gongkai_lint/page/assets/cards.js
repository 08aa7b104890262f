import { accept, acceptSafe, heed, ignore, undo } from "./deeds.js";
import { all, button, byId, fromMarkup, make } from "./element.js";
import { counts, current } from "./state.js";
import { WORDS } from "./words.js";

// The list of findings: filters, one chosen at a time, what can be done with it.

const GRADES = ["error", "warning", "info", "review"];
const shown = { error: true, warning: true, info: true, review: true, rule: "" };
let chosen = null;

const cards = () => all("#desk .card");
const numberOf = (card) => Number(card.dataset.n);
const findingOf = (number) => current().view.findings[number - 1];
const marksOf = (number) =>
  all("#desk .m, #desk .no").filter((mark) => mark.dataset.n.split(" ").includes(String(number)));

const wanted = (finding) =>
  shown[finding.severity] &&
  (!finding.review || shown.review) &&
  (!shown.rule || finding.rule === shown.rule);

const visible = () => cards().filter((card) => !card.classList.contains("off"));

const markGrades = (mark) => {
  const left = mark.dataset.n.split(" ").map((n) => findingOf(Number(n))).filter(wanted);
  mark.classList.toggle("off", !left.length);
  mark.classList.remove("error", "warning", "info");
  const found = left.length ? left : [findingOf(Number(mark.dataset.n.split(" ")[0]))];
  mark.classList.add(GRADES.find((grade) => found.some((one) => one.severity === grade)));
};

export const filter = () => {
  for (const card of cards()) card.classList.toggle("off", !wanted(findingOf(numberOf(card))));
  all("#desk .m, #desk .no").forEach(markGrades);
  if (chosen && !visible().some((card) => numberOf(card) === chosen)) choose(null);
  const none = byId("none-shown");
  if (none) none.hidden = visible().length > 0 || cards().length === 0;
  tellPlace();
};

const tellPlace = () => {
  const list = visible();
  const at = list.findIndex((card) => numberOf(card) === chosen) + 1;
  const output = byId("place");
  if (output) output.textContent = `${at} / ${list.length}`;
};

const light = (number, on) => {
  const card = cards().find((one) => numberOf(one) === number);
  for (const node of [card, ...marksOf(number)]) if (node) node.classList.toggle("on", on);
  if (card) card.toggleAttribute("aria-current", on);
};

export const choose = (number) => {
  if (chosen) light(chosen, false);
  chosen = number;
  if (chosen) light(chosen, true);
  tellPlace();
};

const reveal = (number) => {
  const [mark] = marksOf(number);
  if (mark) mark.scrollIntoView({ block: "center" });
  const card = cards().find((one) => numberOf(one) === number);
  if (card) card.scrollIntoView({ block: "nearest" });
};

export const step = (by) => {
  const list = visible();
  if (!list.length) return;
  const at = list.findIndex((card) => numberOf(card) === chosen);
  const from = at < 0 && by < 0 ? 0 : at;
  const next = numberOf(list[(from + by + list.length) % list.length]);
  choose(next);
  reveal(next);
};

export const toggleGrade = (grade) => {
  shown[grade] = !shown[grade];
  const control = document.querySelector(`.switches [data-show="${grade}"]`);
  if (control) control.setAttribute("aria-pressed", String(shown[grade]));
  filter();
};

export const acceptChosen = () => {
  if (chosen && findingOf(chosen).fix) accept([chosen]);
};

export const ignoreChosen = () => {
  if (chosen) ask(chosen);
};

const ask = (number) => {
  const dialog = byId("ask");
  byId("ask-about").textContent = `${findingOf(number).rule} ${findingOf(number).title}`;
  byId("ask-reason").value = "";
  dialog.onclose = () => {
    if (dialog.returnValue === "yes") ignore(number, byId("ask-reason").value.trim());
  };
  dialog.returnValue = "";
  dialog.showModal();
};

const actions = (finding) => {
  const words = finding.fix === "safe" ? WORDS.accept : WORDS.acceptUnsafe;
  const about = `${finding.rule}（${finding.number}）`;
  return make(
    "div",
    { class: "actions" },
    finding.fix
      ? button(words, () => accept([finding.number]), { class: "main", "aria-label": `${words} ${about}` })
      : null,
    button(WORDS.ignore, () => ask(finding.number), { "aria-label": `${WORDS.ignore} ${about}` }),
  );
};

const card = (markup, finding) => {
  const node = fromMarkup(markup).firstElementChild;
  node.append(actions(finding));
  return node;
};

const switches = (view) => {
  const number = counts(view);
  const some = GRADES.filter((grade) => number[grade]);
  return make(
    "div",
    { class: "switches" },
    some.map((grade) =>
      button(`${WORDS.grades[grade]} ${number[grade]}`, () => toggleGrade(grade), {
        "data-show": grade,
        "aria-pressed": String(shown[grade]),
      }),
    ),
  );
};

const ruleChoice = (view) => {
  const rules = new Map();
  for (const { rule, title } of view.findings)
    rules.set(rule, { title, count: (rules.get(rule) || { count: 0 }).count + 1 });
  if (shown.rule && !rules.has(shown.rule)) shown.rule = "";
  const select = make("select", { "aria-label": WORDS.allRules });
  select.add(new Option(WORDS.allRules, ""));
  for (const [rule, { title, count }] of [...rules].sort())
    select.add(new Option(`${rule} ${title}（${count}）`, rule));
  select.value = shown.rule;
  select.addEventListener("change", () => {
    shown.rule = select.value;
    filter();
  });
  return select;
};

const steps = () =>
  make(
    "div",
    { class: "steps" },
    button("↑", () => step(-1), { "aria-label": WORDS.previous, title: "k" }),
    make("output", { id: "place", "aria-live": "polite" }),
    button("↓", () => step(1), { "aria-label": WORDS.next, title: "j" }),
  );

const repairs = (view) => {
  const safe = view.findings.filter((one) => one.fix === "safe").length;
  return make(
    "div",
    { class: "repairs" },
    safe ? button(WORDS.acceptSafe(safe), acceptSafe, { class: "main" }) : null,
    view.changed ? make("span", { class: "changed" }, WORDS.changed(view.changed)) : null,
    view.steps ? button(WORDS.undo, undo, { title: "u" }) : null,
  );
};

const ignored = (view) =>
  view.suppressed.length
    ? make(
        "details",
        { class: "accepted" },
        make("summary", {}, WORDS.ignoredCount(view.suppressed.length)),
        make(
          "ul",
          {},
          view.suppressed.map((one) =>
            make(
              "li",
              {},
              make("p", {}, `${WORDS.line(one.line)} ${one.rule} ${one.message}`),
              make("p", {}, WORDS.reason(one.reason)),
              one.own ? button(WORDS.heed, () => heed(one.fingerprint)) : null,
            ),
          ),
        ),
      )
    : null;

export const cardsPane = (view) => {
  chosen = null;
  if (!view.judged) return [make("p", { class: "none" }, WORDS.unjudged)];
  const list = make(
    "ol",
    { class: "cards" },
    view.findings.map((finding, at) => card(view.cards[at], finding)),
  );
  return [
    view.findings.length ? make("div", { class: "filters" }, switches(view), ruleChoice(view), steps()) : null,
    repairs(view),
    view.findings.length ? list : make("p", { class: "none" }, WORDS.none),
    make("p", { class: "none", id: "none-shown", hidden: true }, WORDS.hidden),
    ignored(view),
  ];
};

export const onPaperClick = (event) => {
  const mark = event.target.closest(".m, .no");
  if (!mark) return;
  event.preventDefault();
  const numbers = mark.dataset.n.split(" ").map(Number).filter((n) => wanted(findingOf(n)));
  if (!numbers.length) return;
  const next = numbers[(numbers.indexOf(chosen) + 1) % numbers.length];
  choose(next);
  const found = cards().find((one) => numberOf(one) === next);
  if (found) found.scrollIntoView({ block: "nearest" });
};

export const onCardClick = (event) => {
  const node = event.target.closest(".card");
  if (!node || event.target.closest("button") || String(window.getSelection())) return;
  const link = event.target.closest("a");
  if (link) event.preventDefault();
  choose(numberOf(node));
  const [mark] = marksOf(chosen);
  if (mark) mark.scrollIntoView({ block: "center" });
};
