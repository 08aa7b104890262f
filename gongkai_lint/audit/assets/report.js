import { all, around, byId, seek } from "../../reporters/page/dom.js";
import { wireTheme } from "../../reporters/page/theme.js";

// The report's tables and charts lead to the documents behind them.

const data = JSON.parse(byId("data").textContent || "");
const { columns, words, rules, rows } = data;
const count = columns.path ? columns.path.length : 0;
const SHOWN = 200;
const dialog = byId("documents");
const say = (name, id) => {
  const value = columns[name][id];
  return words[name] ? (value === null ? null : words[name][value]) : value;
};
const holding = (condition) => {
  /** @type {number[] | null} */
  let wanted = null;
  const keep = (ids) => { const set = new Set(ids); wanted = wanted ? wanted.filter((id) => set.has(id)) : [...ids]; };
  if (condition.rule) keep(rules[condition.rule] || []);
  if (condition.family) keep(Object.keys(rules).filter((r) => r[0] === condition.family).flatMap((r) => rules[r]));
  const pool = wanted ? [...new Set(wanted)] : Array.from({ length: count }, (_, id) => id);
  const asked = Object.entries({ year: "year", kind: "kind", organ: "organ", level: "issuer_level" }).filter(([key]) => key in condition);
  return pool.filter((id) => asked.every(([key, name]) => say(name, id) === condition[key])
    && (!("grave" in condition) || columns.errors[id] + columns.warnings[id] > 0)
    && (!("errors" in condition) || columns.errors[id] > 0)
    && (!("labelled" in condition) || (say("disclosure", id) !== null) === condition.labelled));
};
const LABELS = { proactive: "主动公开", on_request: "依申请公开", withheld: "不予公开" };
const cell = (row, text, kind) => { const td = row.insertCell(); td.textContent = text ?? ""; if (kind) td.className = kind; return td; };
const link = (td, id) => {
  const a = document.createElement("a");
  a.textContent = say("path", id);
  a.href = say("url", id) || data.base + encodeURI(say("path", id));
  a.target = "_blank"; a.rel = "noopener";
  td.append(a);
};
const fill = (body, ids, from) => {
  for (const id of ids.slice(from, from + SHOWN)) {
    const row = body.insertRow();
    cell(row, say("title", id) || "（没有认出标题）");
    cell(row, say("document_number", id));
    cell(row, say("organ", id));
    cell(row, say("date_of_issue", id), "d");
    cell(row, LABELS[say("disclosure", id)] || "未标明");
    cell(row, columns.errors[id], "n");
    cell(row, columns.warnings[id], "n");
    link(cell(row, "", "path"), id);
  }
};
const show = (title, ids) => {
  all("h2", dialog)[0].textContent = `${title}：${ids.length} 件`;
  const [list] = all(".list", dialog);
  list.replaceChildren();
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const name of ["标题", "文号", "机关", "成文日期", "公开属性", "必改", "建议", "文件"]) {
    const th = document.createElement("th"); th.textContent = name; head.append(th);
  }
  const body = table.createTBody();
  let from = 0;
  const more = document.createElement("button");
  const next = () => { fill(body, ids, from); from += SHOWN; more.hidden = from >= ids.length; more.textContent = `再列 ${Math.min(SHOWN, ids.length - from)} 件`; };
  more.addEventListener("click", next);
  next();
  list.append(table, more);
  dialog.showModal();
};
const open = (key) => {
  const row = rows[key];
  if (row) show(row.name, row.ids ? row.ids : holding(row.filter));
};
document.addEventListener("click", (event) => {
  if (around(event, "a")) return;
  const hit = around(event, "[data-row]");
  if (hit) open(hit.dataset.row);
});
document.addEventListener("keydown", (event) => {
  const hit = seek("[data-row]:focus");
  if (event.key === "Enter" && hit && hit.tagName !== "BUTTON") open(hit.dataset.row);
});
byId("close").addEventListener("click", () => dialog.close());
wireTheme();
