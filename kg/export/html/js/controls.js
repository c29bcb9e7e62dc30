// The left panel: what is shown, which is the legend as well, and the filters with counts.

function counts() {
  const byClass = new Map(), tables = { factuality: new Map(), stage: new Map(), source: new Map(), state: new Map() };
  const add = (map, key) => map.set(key, (map.get(key) || 0) + 1);
  for (const node of nodes) add(byClass, node.group);
  for (const fact of facts) {
    add(tables.factuality, fact.factuality);
    if (fact.stage) add(tables.stage, fact.stage);
    for (const source of new Set(fact.sources)) if (source) add(tables.source, source);
    for (const id of fact.states) add(tables.state, nodes[id].iri);
  }
  return { byClass, tables };
}

function setHidden(names, hide) {
  const hidden = chosen("hidden");
  for (const name of names) hide ? hidden.add(name) : hidden.delete(name);
  change({ hidden: Object.keys(data.classes).filter(name => hidden.has(name)).join(",") });
}

function layerBox(layer, byClass) {
  const own = Object.keys(data.classes).filter(name => data.classes[name].layer === layer.name && byClass.has(name))
    .sort((a, b) => byClass.get(b) - byClass.get(a) || (a < b ? -1 : 1));
  if (!own.length) return null;
  const total = own.reduce((sum, name) => sum + byClass.get(name), 0);
  const all = h("input", { type: "checkbox", "data-layer": layer.name, onchange: event => setHidden(own, !event.target.checked) });
  const title = layerName(layer);
  const rows = own.length === 1 ? null : h("ul", { class: "plain", id: `classes-${layer.name}`, hidden: !layer.shown }, own.map(name => h("li", {}, h("label", {},
    h("input", { type: "checkbox", "data-class": name, onchange: event => setHidden([name], !event.target.checked) }),
    classSwatch(name), data.classes[name].label, h("small", {}, String(byClass.get(name)))))));
  const more = rows && h("button", { type: "button", class: "plain more", "aria-expanded": String(layer.shown), "aria-controls": rows.id, "aria-label": `Classes of ${title}`,
    onclick: () => { rows.hidden = !rows.hidden; more.setAttribute("aria-expanded", String(!rows.hidden)); } });
  return h("li", {}, h("div", { class: "layer" }, h("label", {}, all, own.length === 1 ? classSwatch(own[0]) : null, title), h("small", {}, String(total)), more), rows);
}

function layerName(layer) {
  return { Actor: "Actors", HostileAct: "Plots and attacks", Communication: "What was said", Event: "Operations and other events",
           Place: "Places", Document: "Documents", Thing: "Weapons and targets" }[layer.name] || layer.label;
}

function valueBox(key, title, table, name, open) {
  if (table.size < 2) return null;
  const entries = [...table].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rows = entries.map(([value, count]) => h("li", { "data-name": fold(name(value)) }, h("label", {},
    h("input", { type: "checkbox", "data-key": key, "data-value": value, onchange: event => {
      const values = chosen(key);
      event.target.checked ? values.add(value) : values.delete(value);
      choose(key, values);
      change({});
    } }), h("bdi", {}, name(value)), h("small", {}, String(count)))));
  const narrow = rows.length > 12 ? h("input", { type: "search", placeholder: "narrow the list", "aria-label": `Narrow ${title.toLowerCase()}`,
    oninput: event => rows.forEach(row => { row.hidden = !row.dataset.name.includes(fold(event.target.value)); }) }) : null;
  return h("details", { open }, h("summary", {}, title), narrow, h("ul", { class: "plain values" }, rows));
}

function startControls() {
  const { byClass, tables } = counts();
  const radio = (value, name) => h("label", {}, h("input", { type: "radio", name: "events", value, onchange: () => change({ events: value }) }), name);
  byId("filters").append(
    h("div", { class: "row" }, h("h2", {}, "Shown"), h("button", { id: "reset", type: "button", class: "plain", onclick: reset }, "Reset all")),
    h("ul", { class: "plain legend" }, data.layers.map(layer => layerBox(layer, byClass))),
    h("fieldset", {}, h("legend", {}, "Events as"), h("div", { class: "row" }, radio("nodes", "nodes"), radio("edges", "lines"), radio("none", "hidden"))),
    h("label", {}, h("input", { id: "lonely", type: "checkbox", onchange: event => change({ lonely: event.target.checked ? "1" : "" }) }), "Also what has no line"),
    h("h2", {}, "Filters"),
    valueBox("factuality", "How it is told", tables.factuality, label, true),
    valueBox("stage", "Stage", tables.stage, label, true),
    h("label", { class: "slide" }, "Confidence at least ", h("output", { id: "least" }, "0"),
      h("input", { id: "confidence", type: "range", min: 0, max: 1, step: .05, oninput: event => change({ confidence: event.target.value }) })),
    valueBox("state", "State", tables.state, iri => nodes[byIri.get(iri)].label, false),
    valueBox("source", "Source", tables.source, value => value, false),
    h("p", { class: "legend-signs" }, h("span", { class: "line" }), "stated as fact ", h("span", { class: "line dashed" }), "claimed, alleged, planned, denied"));
}

function showControls() {
  const hidden = chosen("hidden");
  for (const box of byId("filters").querySelectorAll("[data-class]")) box.checked = !hidden.has(box.dataset.class);
  for (const box of byId("filters").querySelectorAll("[data-layer]")) {
    const own = Object.keys(data.classes).filter(name => data.classes[name].layer === box.dataset.layer);
    const off = own.filter(name => hidden.has(name)).length;
    box.checked = off < own.length;
    box.indeterminate = off > 0 && off < own.length;
  }
  for (const key of ["factuality", "stage", "state", "source"]) {
    const values = chosen(key);
    for (const box of byId("filters").querySelectorAll(`[data-key="${key}"]`)) box.checked = values.has(box.dataset.value);
  }
  for (const button of byId("filters").querySelectorAll("[name=events]")) button.checked = button.value === state.events;
  byId("confidence").value = state.confidence;
  byId("least").textContent = Number(state.confidence).toFixed(2);
  byId("lonely").checked = Boolean(state.lonely);
}

function reset() {
  Object.assign(state, START, { hidden: firstHidden(), theme: state.theme });
  change({});
  fit();
}
