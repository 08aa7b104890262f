// The few ways in which our pages find elements. Old browsers open the pages that a command writes:
// what those share with the 核稿页 is nothing newer than ES2017.

/** @typedef {HTMLInputElement & HTMLSelectElement & HTMLDialogElement} Known any element of ours */

/**
 * Give an element of the page's own markup.
 * @param {string} id
 * @returns {Known}
 */
export const byId = (id) => {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return /** @type {Known} */ (found);
};

/**
 * Give an element that may not be there now.
 * @param {string} selector
 * @returns {Known | null}
 */
export const seek = (selector) => document.querySelector(selector);

/**
 * @param {string} selector
 * @param {ParentNode} within
 * @returns {HTMLElement[]}
 */
export const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));

/**
 * Give the nearest element around an event that fits a selector.
 * @param {Event} event
 * @param {string} selector
 * @returns {Known | null}
 */
export const around = (event, selector) =>
  event.target instanceof Element ? event.target.closest(selector) : null;
