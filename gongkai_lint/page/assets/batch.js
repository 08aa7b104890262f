import { close, complain, judgeDossier, judgeSingly, setRole } from "./deeds.js";
import { byId, seek } from "../../reporters/page/dom.js";
import { button, make } from "./element.js";
import { saveButtons } from "./saving.js";
import { counts, state, tell } from "./state.js";
import { WORDS } from "./words.js";

// Several documents: a table to sort, two small charts, one submission where they are that.

const words = WORDS.batch;
const sorting = { by: "name", down: false };

const rowOf = (kept) => {
  const { key, name, view } = kept;
  if (!view) return { key, name, kind: "", state: WORDS.judging(name) };
  const number = view.read && view.judged ? counts(view) : {};
  const why = [...view.failures, ...view.notices];
  if (view.read && !view.judged) why.unshift(words.unplaced);
  const kind = view.read ? view.recognized.document_type_zh || "" : words.unread;
  return { key, name, kept, kind, state: why.join("；"), read: view.read, judged: view.judged, ...number };
};

const compare = (a, b) => {
  const [one, two] = [a[sorting.by] ?? -1, b[sorting.by] ?? -1];
  const order = typeof one === "number" ? one - two : String(one).localeCompare(String(two), "zh-CN");
  return sorting.down ? -order : order;
};

const sortBy = (name) => {
  sorting.down = sorting.by === name ? !sorting.down : !["name", "kind", "state"].includes(name);
  sorting.by = name;
  showBatch();
  const again = seek(`#sort-${name}`);
  if (again) again.focus();
};

const headCell = ([name, word]) => {
  const order = sorting.by === name ? (sorting.down ? "descending" : "ascending") : "none";
  return make(
    "th",
    { scope: "col", "aria-sort": order, class: name },
    button(word + { none: "", ascending: " ↑", descending: " ↓" }[order], () => sortBy(name), { id: `sort-${name}` }),
  );
};

const NUMBERS = ["error", "warning", "info", "review"];

const roleChoice = ({ key, name, view, role }) => {
  const known = state.roles[view.role];
  const select = make("select", { "aria-label": `${words.role} ${name}` });
  select.add(new Option(known && !role ? `${words.byName}（${known}）` : words.byName, ""));
  for (const [value, word] of Object.entries(state.roles)) select.add(new Option(word, value));
  select.value = role || "";
  select.addEventListener("change", () => setRole(key, select.value || null));
  return select;
};

const head = () => {
  const cells = Object.entries(words.head).map(headCell);
  if (state.dossier) cells.splice(2, 0, make("th", { scope: "col", class: "role" }, words.role));
  return make("tr", {}, cells, make("td", {}));
};

const line = (row) =>
  make(
    "tr",
    {},
    make("td", { class: "name" }, button(row.name, () => tell("show", row.key), { class: "link" })),
    make("td", {}, row.kind),
    state.dossier ? make("td", {}, row.read ? roleChoice(row.kept) : "") : null,
    NUMBERS.map((name) => make("td", { class: `number-cell ${name}` }, row.read && row.judged ? String(row[name]) : "")),
    make("td", { class: "state" }, row.state),
    make("td", {}, button(words.close, () => close(row.key), { "aria-label": `${words.close} ${row.name}` })),
  );

const bar = (label, numbers, most) => {
  const total = NUMBERS.slice(0, 3).reduce((sum, name) => sum + (numbers[name] || 0), 0);
  const pieces = NUMBERS.slice(0, 3).map((name) => {
    const piece = make("span", { class: `piece ${name}` });
    piece.style.width = `${(100 * (numbers[name] || 0)) / most}%`;
    return piece;
  });
  return make("li", {}, make("span", { class: "what", title: label }, label), make("span", { class: "strip" }, pieces), make("b", {}, String(total)));
};

const MOST_BARS = 12;

const chart = (title, entries) => {
  const total = (numbers) => NUMBERS.slice(0, 3).reduce((sum, name) => sum + (numbers[name] || 0), 0);
  const sorted = entries.filter(([, n]) => total(n)).sort((a, b) => total(b[1]) - total(a[1])).slice(0, MOST_BARS);
  if (!sorted.length) return null;
  const most = total(sorted[0][1]);
  return make("figure", { class: "chart" }, make("figcaption", {}, title), make("ul", {}, sorted.map(([label, n]) => bar(label, n, most))));
};

const byRule = (views) => {
  const rules = new Map();
  for (const { findings } of views)
    for (const { rule, title, severity } of findings) {
      const numbers = rules.get(rule) || { label: `${rule} ${title}` };
      numbers[severity] = (numbers[severity] || 0) + 1;
      rules.set(rule, numbers);
    }
  return [...rules.values()].map((numbers) => [numbers.label, numbers]);
};

const dossierBlock = () =>
  state.dossier && state.dossier.length
    ? make("div", { class: "dossier", tabindex: "0" }, state.dossier.join("\n"))
    : null;

const actions = (keys) =>
  make(
    "div",
    { class: "row" },
    saveButtons(
      [
        { kind: "xlsx", name: "核稿意见.xlsx", words: words.all },
        { kind: "json", name: "核稿结果.json", words: words.json },
      ],
      keys,
    ),
    state.dossier
      ? button(words.single, () => judgeSingly().catch(complain))
      : keys.length > 1
        ? button(words.dossier, () => judgeDossier().catch(complain), { id: "as-dossier" })
        : null,
  );

export const showBatch = () => {
  const kept = [...state.documents.values()];
  byId("how-many").textContent = String(kept.length || "");
  const node = byId("batch");
  if (node.hidden) return;
  if (!kept.length) return node.replaceChildren(make("p", { class: "none" }, WORDS.closed));
  const rows = kept.map(rowOf).sort(compare);
  const views = kept.flatMap(({ view }) => (view && view.read ? [view] : []));
  node.replaceChildren(
    make(
      "div",
      { class: "wide" },
      dossierBlock() || "",
      actions(kept.filter(({ view }) => view && view.read).map(({ key }) => key)),
      make(
        "div",
        { class: "grid" },
        make(
          "table",
          { class: "plain sorted" },
          make("caption", {}, words.caption(rows.length)),
          make("thead", {}, head()),
          make("tbody", {}, rows.map(line)),
        ),
      ),
      make("div", { class: "charts" }, chart(words.byRule, byRule(views)), chart(words.byFile, views.map((view) => [view.name, counts(view)]))),
    ),
  );
};
