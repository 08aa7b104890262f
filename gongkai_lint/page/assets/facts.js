import { correct } from "./deeds.js";
import { button, make } from "./element.js";
import { WORDS } from "./words.js";

// What was recognized, to check and correct.

const words = WORDS.facts;

const select = (name, options, told) => {
  const node = make("select", { name });
  for (const [value, word] of options) node.add(new Option(word, value));
  node.value = told === null || told === undefined ? "" : String(told);
  return node;
};

const asRead = (word) => ["", words.asRead(word || words.nothing)];

const typeField = (view) =>
  select(
    "document_type",
    [asRead(view.recognized.document_type_zh), ...view.types.map(({ key, name }) => [key, name])],
    view.told.document_type,
  );

const disclosureField = (view) =>
  select(
    "disclosure",
    [asRead(WORDS.disclosures[view.recognized.disclosure]), ...Object.entries(WORDS.disclosures)],
    view.told.disclosure,
  );

const addresseeField = (view) => {
  const { lines, addressee } = view.recognized;
  const some = lines.map((line, at) => [at, line.trim()]).filter(([, line]) => line);
  return select(
    "addressee",
    [
      asRead(addressee === null ? null : lines[addressee]),
      [-1, words.noAddressee],
      ...some.map(([at, line]) => [at, `${WORDS.line(at + 1)} ${line}`]),
    ],
    view.told.addressee,
  );
};

const dateField = (view) =>
  make("input", {
    type: "date",
    name: "date_of_issue",
    value: view.told.date_of_issue || view.recognized.date_of_issue || "",
  });

const row = (label, field, told) =>
  make("label", { class: told ? "fact told-fact" : "fact" }, make("span", {}, label, told ? `（${words.told}）` : ""), field);

const known = (label, word) => [make("dt", {}, label), make("dd", {}, word || words.nothing)];

// The sheet that travels with a draft: each field with what is written in it, if anything is.
const sheet = (fields) =>
  fields.length
    ? make(
        "section",
        { class: "sheet" },
        make("h3", {}, words.sheet),
        make("dl", {}, fields.flatMap(([name, said]) => known(name, said.trim() || words.blank))),
      )
    : null;

const submit = (form, view) => {
  const data = new FormData(form);
  const day = data.get("date_of_issue");
  const place = data.get("addressee");
  correct({
    document_type: data.get("document_type") || null,
    date_of_issue: day && day !== view.recognized.date_of_issue ? day : view.told.date_of_issue,
    disclosure: data.get("disclosure") || null,
    addressee: place === "" ? null : Number(place),
    tasks: view.told.tasks,
  });
};

export const factsPane = (view) => {
  const { told } = view;
  const form = make(
    "form",
    { class: "facts-form" },
    make("p", { class: "lead" }, words.lead, words.leadTasks),
    row(words.document_type, typeField(view), told.document_type),
    row(words.date_of_issue, dateField(view), told.date_of_issue),
    row(words.disclosure, disclosureField(view), told.disclosure),
    row(words.addressee, addresseeField(view), told.addressee !== null),
    make(
      "p",
      { class: "row" },
      make("button", { type: "submit", class: "main" }, words.apply),
      button(words.reset, () => correct({ tasks: view.told.tasks })),
    ),
    make(
      "dl",
      {},
      known(words.title, view.recognized.title),
      known(words.number, view.recognized.number),
      known(words.issuer, view.recognized.issuer),
    ),
    sheet(view.recognized.sheet),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form, view);
  });
  return [form];
};
