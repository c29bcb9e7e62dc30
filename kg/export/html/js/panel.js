// The reading panel: all about one node, or one relation.

const FACTS_SHOWN = 30;

function showPanel() {
  const panel = byId("reading");
  const id = selectedNode(), link = state.link ? links[Number(state.link)] : null;
  panel.hidden = id === null && !(link && link.fact);
  if (panel.hidden) return panel.replaceChildren();
  const body = id !== null ? (nodes[id].document ? documentPanel(id) : nodes[id].isEvent ? eventPanel(id) : thingPanel(id)) : linkPanel(link);
  panel.replaceChildren(h("button", { type: "button", class: "close", "aria-label": "Close the reading panel", onclick: closePanel }, "×"), ...body.flat(Infinity).filter(Boolean));
  panel.scrollTop = 0;
}

function closePanel() {
  change({ node: "", link: "", steps: "0", path: "" });
  byId("picture").focus();
}

function head(node) {
  return h("h2", {}, swatch(node), h("bdi", {}, node.label));
}

function factsOf(id) {
  const seen = new Set();
  for (const link of linksOf[id]) if (link.fact && link.label !== "evidence") seen.add(link.fact);
  for (const fact of notesOf.get(id) || []) seen.add(fact);
  return [...seen].sort((a, b) => (b.start ?? -1e9) - (a.start ?? -1e9) || b.confidence - a.confidence || a.number - b.number);
}

function factSection(title, list, here) {
  if (!list.length) return null;
  const box = h("section", { class: "facts" }, h("h3", {}, title, " ", h("small", {}, String(list.length))),
    list.slice(0, FACTS_SHOWN).map(fact => factBox(fact, here, false)));
  if (list.length > FACTS_SHOWN) {
    const more = h("button", { type: "button", onclick: () => more.replaceWith(...list.slice(FACTS_SHOWN).map(fact => factBox(fact, here, false))) },
      `Show ${list.length - FACTS_SHOWN} more`);
    box.append(more);
  }
  return box;
}

function tools(id) {
  const steps = [1, 2, 3].map(n => h("button", { type: "button", "aria-pressed": String(state.steps === String(n)), title: `Only what is within ${n} step${n > 1 ? "s" : ""}`,
    onclick: () => { change({ steps: state.steps === String(n) ? "0" : String(n) }); fit(); } }, String(n)));
  return h("div", { class: "row actions" },
    h("span", { role: "group", "aria-label": "Neighbors within steps" }, "Neighbors ", steps),
    h("button", { type: "button", onclick: () => askPath(id) }, "Path to…"),
    h("button", { type: "button", onclick: () => copy(turtleOf(id), "Turtle copied") }, "Copy Turtle"),
    h("button", { type: "button", onclick: () => openDialog("SPARQL for it", sparqlOf(id)) }, "SPARQL"));
}

function askPath(id) {
  askForNode(`Path from ${nodes[id].label} to…`, end => {
    change({ path: [nodes[id].iri, nodes[end].iri].map(encodeURIComponent).join(",") });
    const path = pathNodes();
    say(path.length ? `${path.length - 1} steps` : "no path");
    if (path.length) network.fit({ nodes: path.filter(node => shownNodes.get(node)), maxZoomLevel: 1.4 });
  });
}

function pairs(rows) {
  const kept = rows.filter(([, value]) => value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && !value.length));
  return kept.length ? h("dl", {}, kept.map(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])) : null;
}

function outside(iris) {
  return (iris || []).map((iri, i) => {
    const url = safeLink(iri);
    return [i ? ", " : "", url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, iri.replace(/^https?:\/\/(www\.)?/, "")) : iri];
  });
}

function attributeRows(node) {
  return Object.entries(node.attributes || {}).map(([name, value]) => [label(name), label(String(value))]);
}

function thingPanel(id) {
  const node = nodes[id], all = factsOf(id);
  const plots = relatedPlots(id);
  return [head(node), h("p", { class: "kind" }, node.class.label, node.known ? " · in the knowledge base" : ""),
    pairs([["Also called", (node.aliases || []).map((name, i) => [i ? "; " : "", h("bdi", {}, name)])], ["Number", node.count], ...attributeRows(node),
           ["Identifier", h("code", {}, node.iri)], ["Same as", outside(node.same)]]),
    tools(id),
    plots.length ? h("section", {}, h("h3", {}, "Related plots and attacks"), h("ul", { class: "plain" }, plots.map(plot => h("li", {}, nodeButton(plot), " ",
      chip("stage", nodes[plot].stage && label(nodes[plot].stage)), nodes[plot].factuality === SURE ? null : chip("factuality", label(nodes[plot].factuality)))))) : null,
    factSection("Stated as fact", all.filter(fact => fact.factuality === SURE), id),
    factSection("Said, suspected, planned or denied", all.filter(fact => fact.factuality !== SURE), id),
    node.quotes ? h("section", {}, h("h3", {}, "Where it is named"), quoteList(node.quotes, node.total, !all.length)) : null];
}

function relatedPlots(id) {
  const near = new Set();
  for (const link of linksOf[id]) {
    const other = link.from === id ? link.to : link.from;
    if (nodes[other].layer === "HostileAct") near.add(other);
    if (nodes[other].document || nodes[other].group === "State" || link.label === "evidence") continue;
    if (linksOf[other].length > 60) continue;   // a hub is related to everything, which tells nothing
    for (const next of linksOf[other]) {
      for (const end of [next.from, next.to]) if (nodes[end].layer === "HostileAct" && end !== id) near.add(end);
    }
  }
  return [...near].slice(0, 12);
}

function eventPanel(id) {
  const node = nodes[id];
  const roles = new Map();
  for (const link of linksOf[id]) if (link.from === id && link.label !== "evidence") roles.set(link.label, [...(roles.get(link.label) || []), link.to]);
  const about = factsOf(id).filter(fact => fact.at !== id);
  return [head(node), h("p", { class: "kind" }, node.class.label), factBox(node.fact, id, true),
    pairs([...[...roles].map(([role, ids]) => [label(role), ids.map((other, i) => [i ? ", " : "", nodeButton(other)])]),
           ["Dates told", (node.times || []).length > 1 ? node.times.map(time => time[2] || time[0]).join("; ") : ""], ...attributeRows(node), ["Identifier", h("code", {}, node.iri)]]),
    tools(id), factSection("More about it", about, id)];
}

function documentPanel(id) {
  const node = nodes[id], found = node.document, number = id - firstDocument, url = safeLink(found.url);
  const told = facts.filter(fact => fact.documents.includes(number));
  return [head(node), h("p", { class: "kind" }, node.class.label),
    pairs([["Publisher", found.publisher], ["Date", found.date], ["Author", found.author], ["File", found.source],
           ["Address", url ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, url) : found.url], ["Identifier", h("code", {}, node.iri)]]),
    tools(id), factSection("Stated as fact", told.filter(fact => fact.factuality === SURE), id),
    factSection("Said, suspected, planned or denied", told.filter(fact => fact.factuality !== SURE), id)];
}

function linkPanel(link) {
  return [h("h2", {}, label(link.label)), h("p", { class: "kind" }, "Relation"), factBox(link.fact, -1, true),
    h("div", { class: "row actions" }, h("button", { type: "button", onclick: () => copy(turtleOfFact(link.fact), "Turtle copied") }, "Copy Turtle"))];
}

async function copy(words, message) {
  try {
    await navigator.clipboard.writeText(words);
    say(message);
  } catch {
    openDialog("Copy it from here", words);  // a page opened from a folder may not be allowed to write the clipboard
  }
}

function openDialog(title, words) {
  byId("dialog-title").textContent = title;
  byId("dialog-body").replaceChildren(typeof words === "string" ? h("textarea", { readonly: true, rows: 16, "aria-label": title, spellcheck: "false" }, words) : words);
  byId("dialog-copy").hidden = typeof words !== "string";
  byId("dialog-copy").onclick = () => copy(words, "Copied");
  byId("dialog").showModal();
}
