// The few ways in which this page makes elements.

const set = (node, [name, value]) => {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "class") node.className = value;
  else node.setAttribute(name, value === true ? "" : String(value));
};

/**
 * Make an element. What is null is left out, of attributes and of children.
 * @param {string} name
 * @param {Record<string, any>} attributes
 * @param {...any} children
 * @returns {any}
 */
export const make = (name, attributes = {}, ...children) => {
  const node = document.createElement(name);
  Object.entries(attributes).forEach((pair) => set(node, pair));
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
};

export const button = (words, onclick, attributes = {}) =>
  make("button", { type: "button", onclick, ...attributes }, words);

// Markup comes from the program, which escapes every word of a document; the page's policy lets no
// script inside it run.
export const fromMarkup = (markup) => {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content;
};
