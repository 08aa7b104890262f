import { button, make } from "./element.js";
import { WORDS } from "./words.js";

// What the rules that found nothing say, and the tabs.

const ORDER = ["violation", "review", "pass", "inapplicable"];

const outcomeGroup = (outcome, some) =>
  make(
    "details",
    { open: outcome === "pass" },
    make("summary", {}, `${WORDS.outcomes[outcome]} ${some.length}`),
    make("ul", { class: "outcomes" }, some.map(({ rule, title }) => make("li", {}, make("b", {}, rule), ` ${title}`))),
  );

export const restPane = (view) => [
  make("p", { class: "lead" }, WORDS.outcomesLead),
  ...ORDER.map((outcome) => [outcome, view.outcomes.filter((one) => one.outcome === outcome)])
    .filter(([, some]) => some.length)
    .map(([outcome, some]) => outcomeGroup(outcome, some)),
];

// One tab is reached by Tab, the others from it by the arrows, as screen readers expect.
const turning = (keys, chosen, onchoose) => (event) => {
  const at = keys.indexOf(chosen);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: keys.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  onchoose(keys[(to + keys.length) % keys.length]);
};

export const tabBar = (names, chosen, onchoose) =>
  make(
    "div",
    { class: "tabs", role: "tablist", onkeydown: turning(names.map(([key]) => key), chosen, onchoose) },
    names.map(([key, word]) =>
      button(word, () => onchoose(key), {
        role: "tab",
        id: `tab-${key}`,
        "aria-selected": String(key === chosen),
        "aria-controls": "pane",
        tabindex: key === chosen ? "0" : "-1",
      }),
    ),
  );
