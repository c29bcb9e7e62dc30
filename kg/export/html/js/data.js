// The data block, read once: nodes by number, links between them, facts with their trust, dates and sources.

const data = JSON.parse(document.getElementById("data").textContent);
const nodes = data.nodes;
const layers = new Map(data.layers.map(layer => [layer.name, layer]));
const byIri = new Map(nodes.map(node => [node.iri, node.id]));
const links = [];                       // {id, from, to, label, fact}
const linksOf = nodes.map(() => []);    // the links at each node
const facts = [];                       // {kind, at, from, to, ...}: events, relations, and relations to a literal
const firstDocument = nodes.length - data.documents.length;

for (const node of nodes) {
  node.class = data.classes[node.group];
  node.layer = node.class.layer;
  node.isEvent = node.sentence !== undefined;
  node.document = node.id >= firstDocument ? data.documents[node.id - firstDocument] : null;
  node.degree = 0;
}

function label(name) {
  return data.labels[name] || name;
}

function text(pieces) {
  return pieces.map(piece => typeof piece === "number" ? nodes[piece].label : piece).join("");
}

function dayNumber(date, last) {
  // Days since 1970 of an ISO date, month or year: its first day, or its last.
  const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date || "");
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2] || 0), Number(match[3] || 0)];
  if (day) return Date.UTC(year, month - 1, day) / 864e5;
  if (month) return Date.UTC(year, last ? month : month - 1, last ? 0 : 1) / 864e5;
  return Date.UTC(last ? year + 1 : year, 0, last ? 0 : 1) / 864e5;
}

function addFact(kind, record, at) {
  const quotes = record.quotes || [];
  const documents = [...new Set(quotes.map(quote => data.passages[quote[0]][0]))];
  const time = (record.times || [])[0];
  const published = documents.map(i => data.documents[i].date).filter(Boolean).sort()[0];
  const [start, end] = time && time[0] ? [time[0], time[1] || time[0]] : [published, published];
  const fact = {
    kind, at, record, quotes, documents, number: facts.length, factuality: record.factuality,
    stage: record.stage || "", confidence: record.confidence ?? 1, said: record.said || [],
    sources: documents.length ? documents.map(sourceOf) : [record.known || ""],
    start: dayNumber(start, false), end: dayNumber(end, true), date: start || "",
  };
  facts.push(fact);
  return fact;
}

function sourceOf(number) {
  const found = data.documents[number];
  return found.publisher || found.source || found.iri;
}

function addLink(from, to, name, fact) {
  const link = { id: links.length, from, to, label: name, fact };
  links.push(link);
  linksOf[from].push(link);
  if (to !== from) linksOf[to].push(link);
  return link;
}

for (const node of nodes) {
  if (node.isEvent) node.fact = addFact("event", node, node.id);
}
for (const edge of data.edges) {
  const fact = edge.sentence ? addFact("relation", edge, edge.from) : nodes[edge.from].fact;
  const link = addLink(edge.from, edge.to, edge.label, fact);
  if (edge.sentence) fact.link = link;
}
const notesOf = new Map();
for (const note of data.notes) {
  const fact = addFact("note", note, note.from);
  notesOf.set(note.from, [...(notesOf.get(note.from) || []), fact]);
}
for (const link of links) {
  nodes[link.from].degree += 1;
  nodes[link.to].degree += 1;
}
for (const fact of facts) {
  if (fact.kind === "note") continue;
  for (const number of fact.documents) {
    if (fact.kind === "event") addLink(firstDocument + number, fact.at, "evidence", fact);
  }
}

// The states a node belongs to: itself, or what its relations lead to in two steps (an agency's, a city's, a person's).
const statesOf = nodes.map(node => new Set(node.group === "State" ? [node.id] : []));
for (let step = 0; step < 2; step++) {
  for (const { from, to, fact } of links) {
    if (fact && fact.kind === "relation") for (const state of statesOf[to]) statesOf[from].add(state);
  }
}
for (const fact of facts) {
  const near = fact.kind === "event" ? linksOf[fact.at].map(link => link.to) : [fact.at, ...(fact.link ? [fact.link.to] : [])];
  fact.states = new Set(near.flatMap(id => [...statesOf[id]]));
}

function h(tag, properties, ...children) {
  // An element; strings become text, never markup.
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

function byId(id) {
  return document.getElementById(id);
}

function say(message) {
  byId("say").textContent = message;
}
