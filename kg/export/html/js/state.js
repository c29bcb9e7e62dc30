// What the reader has chosen, kept in the fragment of the address so that a view can be shared.

const START = {
  node: "", link: "", hidden: null, stage: "", factuality: "", confidence: "0", source: "", state: "", from: "", to: "",
  steps: "0", path: "", events: "nodes", open: "", lonely: "", edges: "", theme: "", table: "", x: "", y: "", zoom: "",
};
const state = { ...START };
let hashWritten = "";
let hashTimer = 0;

function firstHidden() {
  return Object.entries(data.classes).filter(([, look]) => !layers.get(look.layer).shown).map(([name]) => name).join(",");
}

function readHash() {
  Object.assign(state, START);
  for (const [key, value] of new URLSearchParams(location.hash.slice(1))) {
    if (key in START) state[key] = value;
  }
  if (state.hidden === null) state.hidden = firstHidden();
}

function writeHash() {
  clearTimeout(hashTimer);
  hashTimer = setTimeout(writeHashNow, 120);
}

function writeHashNow() {
  const kept = Object.entries(state).filter(([key, value]) => key === "hidden" ? value !== firstHidden() : value !== START[key]);
  const hash = kept.length ? "#" + new URLSearchParams(kept) : "";
  if (hash === hashWritten) return;
  hashWritten = hash;
  try {
    history.replaceState(null, "", hash || location.pathname + location.search);
  } catch {
    location.hash = hash;  // some browsers do not let a page opened from a folder rewrite its address
  }
}

function chosen(key) {
  return new Set(state[key] ? state[key].split(",").map(decodeURIComponent) : []);
}

function choose(key, values) {
  state[key] = [...values].map(value => encodeURIComponent(value)).join(",");
}

function change(changes) {
  Object.assign(state, changes);
  update();
  writeHash();
}
