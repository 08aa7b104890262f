// What the page has open. Documents are kept with their bytes, so that they can be judged again
// after the program had to be started anew.

/** @type {import("./types.js").State} */
export const state = {
  documents: new Map(),
  current: null,
  dossier: null,
  roles: {},
  settings: { profile: "draft", as_of: null, region: null },
};

const listeners = new Map();

export const on = (event, listener) => {
  listeners.set(event, [...(listeners.get(event) || []), listener]);
};

export const tell = (event, ...words) => {
  for (const listener of listeners.get(event) || []) listener(...words);
};

let last = 0;

export const newKey = () => {
  last += 1;
  return `d${last}`;
};

export const current = () => (state.current && state.documents.get(state.current)) || null;

/** @param {import("./types.js").View} view */
export const counts = (view) => {
  const count = (test) => view.findings.filter(test).length;
  return {
    error: count((one) => one.severity === "error"),
    warning: count((one) => one.severity === "warning"),
    info: count((one) => one.severity === "info"),
    review: count((one) => one.review),
  };
};
