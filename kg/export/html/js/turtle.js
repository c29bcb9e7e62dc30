// Nodes, events and relations as Turtle: the same triples as in the graph's own file, for what is asked.

const VOCABULARIES = {
  pg: data.iri.ontology, pgc: data.iri.concept, rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#", dct: "http://purl.org/dc/terms/",
  geo: "http://www.w3.org/2003/01/geo/wgs84_pos#",
};
const ESCAPES = { "\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function literal(words) {
  const escaped = wellFormed(String(words)).replace(/[\u0000-\u001f"\\\u007f-\u009f\ufffe\uffff]/g,
    c => ESCAPES[c] || "\\u" + c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0"));
  return `"${escaped}"`;
}

function wellFormed(words) {
  return words.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

function encoded(iri) {
  return encodeURI(wellFormed(iri)).replace(/%25(?=[0-9A-Fa-f]{2})/g, "%");
}

function thing(iri) {
  return `<${data.iri.base}${encoded(iri)}>`;
}

function term(prefix, name) {
  return /^[A-Za-z0-9_]([\w.-]*[\w-])?$/.test(name) ? `${prefix}:${name}` : `<${VOCABULARIES[prefix]}${encoded(name)}>`;
}

function decimal(value) {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

function dated(date) {
  const kind = [[/^\d{4}-\d\d-\d\d$/, "date"], [/^\d{4}-\d\d$/, "gYearMonth"], [/^\d{4}$/, "gYear"], [/^--\d\d-\d\d$/, "gMonthDay"]].find(([form]) => form.test(date));
  return kind ? `${literal(date)}^^xsd:${kind[1]}` : literal(date);
}

function outsideTerm(iri) {
  return /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(iri) ? `<${encoded(iri)}>` : literal(iri);
}

function attributeTriples(node) {
  return Object.entries(node.attributes || {}).flatMap(([name, value]) => {
    if (name === "lat" || name === "long") return [[`geo:${name}`, decimal(Number(value))]];
    const kind = data.kinds[name];
    if (kind === undefined) return [];
    const object = kind === "Concept" ? term("pgc", String(value)) : typeof value === "number" ? String(value)
      : kind === "xsd:string" ? literal(value) : kind ? `${literal(value)}^^${kind}` : dated(value);
    return [[term("pg", name), object]];
  });
}

function nodeTriples(node) {
  return [["a", term("pg", node.group)], ["rdfs:label", literal(node.label)],
    ...(node.aliases || []).filter(name => name !== node.label).map(name => ["skos:altLabel", literal(name)]), ...attributeTriples(node),
    ...(node.count ? [["pg:count", String(node.count)]] : []), ...(node.same || []).map(iri => ["skos:exactMatch", outsideTerm(iri)])];
}

function documentTriples(node) {
  const found = node.document, rows = [["a", "pg:Document"], ["dct:identifier", literal(found.iri.slice("document/".length))]];
  if (found.title) rows.push(["rdfs:label", literal(found.title)], ["dct:title", literal(found.title)]);
  if (found.date) rows.push(["dct:date", dated(found.date)]);
  return [...rows, ["dct:source", found.url ? outsideTerm(found.url) : literal(found.source)]];
}

function eventTriples(node, keep) {
  const times = node.times || [], [start, end] = times[0] || [];
  const rows = [["a", term("pg", node.group)], ["rdfs:label", literal(node.label)], ...attributeTriples(node)];
  for (const link of linksOf[node.id]) {
    if (link.from === node.id && link.fact === node.fact && keep(link.to)) rows.push([term("pg", link.label), thing(nodes[link.to].iri)]);
  }
  if (start) rows.push(["pg:startDate", dated(start)]);
  if (end) rows.push(["pg:endDate", dated(end)]);
  for (const other of new Set(times.slice(1).map(time => time[0]).filter(date => date && date !== start))) rows.push(["pg:otherDate", dated(other)]);
  for (const words of new Set(times.map(time => time[2]).filter(Boolean))) rows.push(["pg:dateText", literal(words)]);
  if (node.stage) rows.push(["pg:stage", term("pgc", node.stage)]);
  for (const trigger of new Set(node.fact.quotes.map(quote => quote[4]).filter(Boolean))) rows.push(["pg:trigger", literal(trigger)]);
  return [...rows, ...trustTriples(node.fact, keep), ["pg:independentSources", String(node.sources || 1)]];
}

function trustTriples(fact, keep) {
  return [["pg:factuality", term("pgc", fact.factuality)], ["pg:confidence", decimal(fact.confidence)],
    ...fact.said.filter(keep).map(id => ["pg:attributedTo", thing(nodes[id].iri)]), ...fact.quotes.map(quote => ["pg:evidence", evidence(quote).iri])];
}

function evidence(quote) {
  const [passage, start, length, method] = quote, [number, words, , , offset] = data.passages[passage];
  const first = offset + [...words.slice(0, start)].length, last = first + [...words.slice(start, start + length)].length;
  const rule = method ? "-" + encodeURIComponent(wellFormed(method.replaceAll("/", "."))).replace(/[!'()*]/g, c => "%" + c.charCodeAt(0).toString(16).toUpperCase()) : "";
  const name = data.documents[number].iri;
  return { iri: thing(`evidence/${name.slice("document/".length)}-${first}-${last}${rule}`), first, last, name, words: words.slice(start, start + length) };
}

function evidenceBlocks(list) {
  const blocks = new Map();
  for (const quote of list.flatMap(fact => fact.quotes)) {
    const { iri, first, last, name, words } = evidence(quote);
    blocks.set(iri, block(iri, [["a", "pg:Evidence"], ["pg:quote", literal(words)], ["pg:startOffset", String(first)], ["pg:endOffset", String(last)],
      ["pg:inDocument", thing(name)], ...(quote[3] ? [["pg:method", literal(quote[3])]] : [])]));
  }
  return [...blocks.values()];
}

function relationBlocks(fact, keep) {
  // What is stated as fact is a plain triple as well; what is not, is only said about.
  const subject = thing(nodes[fact.at].iri), predicate = term("pg", fact.record.label);
  const object = fact.kind === "note" ? literal(fact.record.value) : thing(nodes[fact.link.to].iri);
  const statement = block(thing(fact.record.iri), [["a", "pg:Assertion"], ["a", "rdf:Statement"], ["rdf:subject", subject], ["rdf:predicate", predicate],
    ["rdf:object", object], ...trustTriples(fact, keep)]);
  return fact.factuality === SURE ? [block(subject, [[predicate, object]]), statement] : [statement];
}

function block(subject, rows) {
  return `${subject} ${rows.map(([predicate, value]) => `${predicate} ${value}`).join(" ;\n    ")} .\n`;
}

function turtle(ids, list, keep) {
  const things = ids.map(id => nodes[id]).map(node => block(thing(node.iri),
    node.document ? documentTriples(node) : node.isEvent ? eventTriples(node, keep) : nodeTriples(node)));
  const prefixes = Object.entries(VOCABULARIES).map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`).join("");
  const others = list.filter(fact => fact.kind !== "event").flatMap(fact => relationBlocks(fact, keep));
  return [prefixes, ...things, ...others, ...evidenceBlocks(list)].join("\n");
}

function turtleOf(id) {
  const own = factsOf(id);
  return turtle([...new Set([id, ...own.filter(fact => fact.kind === "event").map(fact => fact.at)])], own, () => true);
}

function turtleOfFact(fact) {
  return turtle(fact.kind === "event" ? [fact.at] : [], [fact], () => true);
}

function turtleOfShown() {
  const keep = id => passing.nodes.has(id);
  return turtle([...passing.nodes].sort((a, b) => a - b), shownFacts(), keep);
}

function sparqlOf(id) {
  const node = nodes[id], own = thing(node.iri);
  const what = node.document ? `?fact pg:evidence ?evidence .\n  ?evidence pg:inDocument ${own} ; pg:quote ?quote .\n  OPTIONAL { ?fact a ?type }`
    : node.isEvent ? `BIND(${own} AS ?fact)\n  ?fact ?role ?who ; pg:evidence/pg:quote ?quote .\n  OPTIONAL { ?who rdfs:label ?name }`
    : `?fact ?role ${own} ; a ?type ; pg:evidence/pg:quote ?quote .\n  OPTIONAL { ?fact pg:factuality ?factuality }\n  OPTIONAL { ?fact pg:startDate ?date }`;
  return `PREFIX pg: <${VOCABULARIES.pg}>\nPREFIX rdfs: <${VOCABULARIES.rdfs}>\n\nSELECT DISTINCT * WHERE {\n  ${what}\n}\nLIMIT 200\n`;
}
