import { correct } from "./deeds.js";
import { button, make } from "./element.js";
import { saveButtons } from "./saving.js";
import { WORDS } from "./words.js";

// The tasks that were recognized: to check, to correct, to add and to take away. What a person says
// stays in the page's session, takes part in the judgement and goes into the lists that are saved.

const words = WORDS.tasks;
const FIELDS = ["words", "lead", "others", "deadline"];
const shownIn = (task) => ({ ...task, deadline: task.deadline_words });

const say = (view, tasks) => correct({ ...view.told, tasks });

/** The corrections without the one of a task. */
const others = (view, task) => view.told.tasks.filter((_one, at) => at !== task.told);

const apply = (view, task, data) => {
  const before = shownIn(task);
  const said = task.told === null ? { number: task.number } : { ...view.told.tasks[task.told] };
  for (const name of FIELDS)
    if (data.get(name).trim() !== before[name]) said[name] = data.get(name).trim();
  say(view, [...others(view, task), said]);
};

const takeAway = (view, task) =>
  say(view, [
    ...others(view, task),
    ...(task.number === null ? [] : [{ number: task.number, words: task.words, gone: true }]),
  ]);

const field = (name, value) =>
  make(
    "label",
    { class: "fact" },
    make("span", {}, words.fields[name]),
    name === "words"
      ? make("textarea", { name, rows: 3, required: true, spellcheck: "false" }, value)
      : make("input", { type: "text", name, value, placeholder: words.hints[name] }),
  );

const taskForm = (task, onsubmit, oncancel) => {
  const shown = shownIn(task);
  const form = make(
    "form",
    { class: "task-form" },
    FIELDS.map((name) => field(name, shown[name])),
    make(
      "p",
      { class: "row" },
      make("button", { type: "submit", class: "main" }, words.apply),
      button(words.cancel, oncancel),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onsubmit(new FormData(form));
  });
  return form;
};

const due = (task) =>
  task.deadline ? `${task.deadline_words}（${task.deadline}）` : task.deadline_words;

const line = (name, said) => (said ? [make("dt", {}, name), make("dd", {}, said)] : []);

const about = (view, task) => (word) => ({ "aria-label": `${word} ${view.tasks.indexOf(task) + 1}` });

const shown = (view, task, edit) => {
  const named = about(view, task);
  const told = task.told !== null;
  return [
    make("p", { class: "matter" }, task.words, told ? make("b", { class: "told-mark" }, task.number === null ? words.added : words.told) : null),
    make("dl", {}, line(words.fields.lead, task.lead), line(words.fields.others, task.others), line(words.fields.deadline, due(task)), line(words.place, task.place)),
    make(
      "div",
      { class: "actions" },
      button(words.edit, edit, named(words.edit)),
      button(words.remove, () => takeAway(view, task), named(words.remove)),
      told && task.number !== null
        ? button(words.restore, () => say(view, others(view, task)), named(words.restore))
        : null,
    ),
  ];
};

const item = (view, task) => {
  const node = make("li", { class: task.told === null ? "task" : "task told-fact" });
  const show = () => node.replaceChildren(...shown(view, task, edit));
  const edit = () => {
    node.replaceChildren(taskForm(task, (data) => apply(view, task, data), show));
    node.querySelector("textarea").focus();
  };
  show();
  return node;
};

const gone = (view) => {
  const some = view.told.tasks.filter((one) => one.gone);
  if (!some.length) return null;
  const back = (one) => say(view, view.told.tasks.filter((other) => other !== one));
  return make(
    "details",
    {},
    make("summary", {}, words.gone(some.length)),
    make("ul", {}, some.map((one) => make("li", {}, `${one.words} `, button(words.restore, () => back(one))))),
  );
};

const selected = () => {
  const selection = document.getSelection();
  const node = selection && selection.anchorNode;
  const holder = node && (node instanceof Element ? node : node.parentElement);
  return holder && holder.closest("#desk .paper") ? String(selection).trim() : "";
};

const EMPTY = { words: "", lead: "", others: "", deadline_words: "" };

const adding = (view) => {
  const place = make("div", { class: "adding" });
  const add = (data) => {
    const said = Object.fromEntries(FIELDS.map((name) => [name, data.get(name).trim()]));
    say(view, [...view.told.tasks, { number: null, ...said }]);
  };
  const open = () => {
    const form = taskForm({ ...EMPTY, words: selected() }, add, show);
    place.replaceChildren(make("p", { class: "lead" }, words.addHint), form);
    form.querySelector("textarea").focus();
  };
  // The selection is read before the button takes the focus from it.
  const show = () => place.replaceChildren(button(words.add, open, { id: "add-task" }));
  show();
  return place;
};

export const tasksPane = (view) => {
  const files = view.files.filter((file) => file.about === "tasks");
  return [
    make("p", { class: "lead" }, view.tasks.length ? words.count(view.tasks.length) : words.none),
    make("div", { class: "row" }, saveButtons(files, [view.key])),
    make("ol", { class: "tasks" }, view.tasks.map((task) => item(view, task))),
    gone(view),
    adding(view),
  ];
};
