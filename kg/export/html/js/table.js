// What is shown, as rows: the facts of the picture. The same rows are the CSV download.

const ROWS_SHOWN = 200;
const COLUMNS = ["Fact", "Type", "Stage", "Told as", "Said by", "Date", "Confidence", "Documents"];
let sortBy = ["Date", -1];

function shownFacts() {
  const used = new Set(passing.links.map(link => link.fact));
  for (const id of passing.nodes) if (nodes[id].isEvent) used.add(nodes[id].fact);
  for (const [id, notes] of notesOf) if (passing.nodes.has(id)) notes.filter(fact => passing.facts.has(fact)).forEach(fact => used.add(fact));
  return [...used].filter(fact => fact.kind !== "event" || passing.nodes.has(fact.at)).sort((a, b) => a.number - b.number);
}

function rows() {
  const list = shownFacts().map(row);
  const [column, direction] = sortBy;
  return list.sort((a, b) => (a[column] < b[column] ? -1 : a[column] > b[column] ? 1 : a.fact.number - b.fact.number) * direction);
}

function row(fact) {
  return {
    fact, Fact: text(fact.record.sentence || []), Type: fact.kind === "event" ? nodes[fact.at].class.label : label(fact.record.label),
    Stage: fact.stage && label(fact.stage), "Told as": label(fact.factuality), "Said by": fact.said.map(id => nodes[id].label).join("; "),
    Date: fact.date, Confidence: fact.confidence.toFixed(2), Documents: fact.documents.map(i => data.documents[i].title || data.documents[i].source).join("; "),
  };
}

function showTable() {
  const home = byId("table");
  home.hidden = !state.table;
  byId("show-table").setAttribute("aria-expanded", String(!home.hidden));
  if (home.hidden) return home.replaceChildren();
  const all = rows();
  const header = COLUMNS.map(name => h("th", { scope: "col", "aria-sort": sortBy[0] === name ? (sortBy[1] > 0 ? "ascending" : "descending") : "none" },
    h("button", { type: "button", class: "plain", onclick: () => { sortBy = [name, sortBy[0] === name ? -sortBy[1] : 1]; showTable(); } }, name)));
  const body = all.slice(0, ROWS_SHOWN).map(line => h("tr", { class: line.fact.factuality === SURE ? "" : "unsure" }, COLUMNS.map((name, i) =>
    h("td", {}, i ? h("bdi", {}, line[name]) : h("button", { type: "button", class: "node", onclick: () => openFact(line.fact) }, h("bdi", {}, line[name]))))));
  home.replaceChildren(h("div", { class: "row" }, h("h2", {}, `${all.length} facts shown`),
    all.length > ROWS_SHOWN ? h("span", { class: "quiet" }, `the first ${ROWS_SHOWN} here, all in the CSV`) : null,
    h("button", { type: "button", class: "close", "aria-label": "Close the table", onclick: () => change({ table: "" }) }, "×")),
  h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Facts" }, h("table", {}, h("thead", {}, h("tr", {}, header)), h("tbody", {}, body))));
}

function openFact(fact) {
  if (fact.kind === "event") return select(fact.at, true);
  if (fact.kind === "note") return select(fact.at, true);
  change({ link: String(fact.link.id), node: "" });
  return network.fit({ nodes: [fact.link.from, fact.link.to].filter(id => shownNodes.get(id)), maxZoomLevel: 1.4, animation: glide() });
}

function csv() {
  // RFC 4180; a cell that a spreadsheet would take for a formula gets an apostrophe.
  const cell = value => {
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [COLUMNS, ...rows().map(line => COLUMNS.map(name => String(line[name] ?? "")))].map(line => line.map(cell).join(",")).join("\r\n") + "\r\n";
}
