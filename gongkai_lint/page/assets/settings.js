import { chooseTheme, themeChosen, turnTheme, wireTheme } from "../../reporters/page/theme.js";
import { judgeAgain } from "./deeds.js";
import { byId } from "../../reporters/page/dom.js";
import { state } from "./state.js";

// Profile, day and region; light and dark; kept in the browser only where that is asked for.

const KEPT = "gongkai-lint";
export const turn = () => {
  turnTheme();
  remember();
};

// A page from disk may be refused its storage: then nothing is kept, and nothing else changes.
const storage = () => {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
};

const remember = () => {
  const kept = storage();
  if (!kept) return;
  if (byId("remember").checked) kept.setItem(KEPT, JSON.stringify({ ...state.settings, dark: themeChosen() }));
  else kept.removeItem(KEPT);
};

const recall = () => {
  const kept = storage();
  const said = kept && kept.getItem(KEPT);
  if (!said) return;
  const { dark: wasDark, ...settings } = JSON.parse(said);
  chooseTheme(wasDark);
  Object.assign(state.settings, settings);
  byId("remember").checked = true;
};

const show = () => {
  byId("profile").value = state.settings.profile;
  byId("as-of").value = state.settings.as_of || "";
  byId("region").value = state.settings.region || "";
};

const take = () => {
  state.settings = {
    profile: byId("profile").value,
    as_of: byId("as-of").value || null,
    region: byId("region").value || null,
  };
  remember();
  judgeAgain();
};

export const offer = ({ regions }) => {
  for (const { key, name } of regions) byId("region").add(new Option(name, key));
  show();
};

export const wireSettings = () => {
  recall();
  wireTheme();
  show();
  for (const id of ["profile", "as-of", "region"]) byId(id).addEventListener("change", take);
  byId("remember").addEventListener("change", remember);
  byId("theme").addEventListener("click", turn);
};
