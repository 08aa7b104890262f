import { accept, acceptSafe, heed, ignore, undo } from "./deeds.js";
import { byId, seek } from "../../reporters/page/dom.js";
import { GRADES, walkOver } from "../../reporters/page/walk.js";
import { button, fromMarkup, make } from "./element.js";
import { counts, current } from "./state.js";
import { WORDS } from "./words.js";

// The list of findings: filters, one chosen at a time, what can be done with it.

const SHOWN = [...GRADES, "review"];
const shown = { error: true, warning: true, info: true, review: true, rule: "" };
/** @type {ReturnType<typeof walkOver> | null} */
let walk = null;

const numberOf = (card) => Number(card.dataset.n);
const chosen = () => {
  const card = walk && walk.chosen();
  return card ? numberOf(card) : 0;
};
const findingOf = (number) => {
  const kept = current();
  if (!kept || !kept.view) throw new Error("no document");
  return kept.view.findings[number - 1];
};

const wanted = (card) => {
  const { severity, review, rule } = findingOf(numberOf(card));
  return shown[severity] && (!review || shown.review) && (!shown.rule || rule === shown.rule);
};

const tellPlace = () => {
  if (!walk) return;
  const [output, none] = [seek("#place"), seek("#none-shown")];
  if (output) output.textContent = walk.place();
  if (none) none.hidden = walk.shown().length > 0 || !seek("#desk .card");
};

const filter = () => {
  if (walk) walk.filter(wanted);
};

/** Begin with a document that was just shown; its marks stay where another list is beside it. */
export const walkCards = () => {
  walk = seek("#desk .cards") ? walkOver(byId("desk"), tellPlace) : null;
  filter();
};

export const step = (by) => {
  if (walk) walk.step(by);
};

export const letGo = () => {
  if (walk) walk.choose(null);
};

export const onClick = (event) => {
  if (walk) walk.click(event);
};

export const toggleGrade = (grade) => {
  shown[grade] = !shown[grade];
  const control = seek(`.switches [data-show="${grade}"]`);
  if (control) control.setAttribute("aria-pressed", String(shown[grade]));
  filter();
};

export const acceptChosen = () => {
  if (chosen() && findingOf(chosen()).fix) accept([chosen()]);
};

export const ignoreChosen = () => {
  if (chosen()) ask(chosen());
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
  const node = fromMarkup(markup);
  node.children[0].append(actions(finding));
  return node;
};

const switches = (view) => {
  const number = counts(view);
  const some = SHOWN.filter((grade) => number[grade]);
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
  if (!view.judged) return [make("p", { class: "none" }, WORDS.unjudged)];
  const list = make(
    "ol",
    { class: "cards" },
    view.cards.map((markup, at) => card(markup, view.findings[at])),
  );
  return [
    view.findings.length ? make("div", { class: "filters" }, switches(view), ruleChoice(view), steps()) : null,
    repairs(view),
    view.findings.length ? list : make("p", { class: "none" }, WORDS.none),
    make("p", { class: "none", id: "none-shown", hidden: true }, WORDS.hidden),
    ignored(view),
  ];
};
