// Light and dark: as the system has it until somebody chooses; printing is always light.

const root = document.documentElement;
const system = window.matchMedia("(prefers-color-scheme: dark)");
/** @type {boolean | null} */
let chosen = null;

const paint = (dark) => {
  root.dataset.theme = dark ? "dark" : "light";
};

const repaint = () => paint(chosen === null ? system.matches : chosen);

/** Say what somebody chose, null for nothing. */
export const themeChosen = () => chosen;

export const chooseTheme = (dark) => {
  chosen = dark;
  repaint();
};

export const turnTheme = () => chooseTheme(root.dataset.theme !== "dark");

export const wireTheme = () => {
  repaint();
  if (system.addEventListener) system.addEventListener("change", repaint);
  window.addEventListener("beforeprint", () => paint(false));
  window.addEventListener("afterprint", repaint);
};
