// Completion over every name and alias.

const MOST_FOUND = 12;
const names = [];  // [folded name, name as written, node number]
let found = [];
let active = -1;
let picked = null;  // what a pick does: select, or end a path

function fold(name) {
  return name.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
}

for (const node of nodes) {
  for (const name of new Set([node.label, ...(node.aliases || [])])) names.push([fold(name), name, node.id]);
}

function complete(query) {
  const wanted = fold(query.trim());
  if (!wanted) return [];
  const best = new Map();
  for (const [folded, name, id] of names) {
    const at = folded.indexOf(wanted);
    if (at < 0) continue;
    const wordStart = at === 0 || !/[\p{L}\p{N}]/u.test(folded[at - 1]);
    const score = (folded === wanted ? 300 : at === 0 ? 200 : wordStart ? 100 : 0) + Math.min(nodes[id].size, 60)
      + (nodes[id].document || nodes[id].isEvent ? 0 : 30);
    if (!best.has(id) || best.get(id).score < score) best.set(id, { id, name, score });
  }
  return [...best.values()].sort((a, b) => b.score - a.score || a.id - b.id).slice(0, MOST_FOUND);
}

function showFound() {
  const list = byId("found"), input = byId("search");
  list.replaceChildren(...found.map((hit, i) => h("li", {
    id: `hit-${i}`, role: "option", "aria-selected": String(i === active), onpointerdown: event => { event.preventDefault(); pick(i); },
  }, swatch(nodes[hit.id]), h("span", { class: "hit" }, h("bdi", {}, hit.name),
    hit.name === nodes[hit.id].label ? "" : h("small", {}, " = ", h("bdi", {}, nodes[hit.id].label))),
  h("small", {}, nodes[hit.id].class.label))));
  if (input.value.trim() && !found.length) list.replaceChildren(h("li", { class: "none" }, "No name like that"));
  list.hidden = !input.value.trim();
  input.setAttribute("aria-expanded", String(!list.hidden));
  input.setAttribute("aria-activedescendant", active >= 0 ? `hit-${active}` : "");
}

function pick(i) {
  const hit = found[i];
  if (!hit) return;
  const then = picked;
  closeFound();
  byId("search").value = "";
  if (then) then(hit.id);
  else select(hit.id, true);
}

function closeFound() {
  found = [];
  active = -1;
  picked = null;
  byId("found").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
  byId("search").setAttribute("aria-activedescendant", "");
  byId("search").placeholder = "Find a name or alias  ( / )";
}

function askForNode(prompt, then) {
  closeFound();
  picked = then;
  byId("search").placeholder = prompt;
  byId("search").focus();
}

function startSearch() {
  const input = byId("search");
  input.addEventListener("input", () => { found = complete(input.value); active = found.length ? 0 : -1; showFound(); });
  input.addEventListener("keydown", event => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      active = found.length ? (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length : -1;
      showFound();
      byId(`hit-${active}`)?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      pick(Math.max(active, 0));
    } else if (event.key === "Escape") {
      event.stopPropagation();
      input.value = "";
      closeFound();
      byId("picture").focus();
    }
  });
  input.addEventListener("blur", () => { byId("found").hidden = true; });
}
