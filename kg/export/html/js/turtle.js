// Nodes and facts as Turtle, in the names of the graph's own files.

const PREFIXES = [["pg", data.iri.ontology], ["pgc", data.iri.concept], ["rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"],
  ["rdfs", "http://www.w3.org/2000/01/rdf-schema#"], ["skos", "http://www.w3.org/2004/02/skos/core#"], ["xsd", "http://www.w3.org/2001/XMLSchema#"],
  ["dct", "http://purl.org/dc/terms/"]];
const CONCEPT_KEYS = new Set(["stage", "factuality", "attackKind", "legalKind", "weaponKind", "agencyKind"]);

function turtleString(words) {
  return JSON.stringify(String(words)).replace(/[\u007f-\u009f\u2028\u2029\ud800-\udfff]/g, c => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/((?:\\u[0-9a-f]{4})+)/g, run => run.includes("\\ud8") || /\\ud[89a-f]/.test(run) ? JSON.parse(`"${run}"`) : run);
}

function resource(iri) {
  return `<${data.iri.base}${iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, c => encodeURIComponent(c))}>`;
}

function dated(date) {
  const kind = /^\d{4}$/.test(date) ? "gYear" : /^\d{4}-\d\d$/.test(date) ? "gYearMonth" : /^--\d\d-\d\d$/.test(date) ? "gMonthDay" : "date";
  return `${turtleString(date)}^^xsd:${kind}`;
}

function local(name) {
  return /^[A-Za-z][\w-]*$/.test(name) ? name : encodeURIComponent(name).replace(/%/g, "\\%");
}

function thingStatements(node) {
  const rows = [["a", `pg:${local(node.group)}`], ["rdfs:label", turtleString(node.label)]];
  for (const name of node.aliases || []) rows.push(["skos:altLabel", turtleString(name)]);
  if (node.count) rows.push(["pg:count", String(node.count)]);
  if (node.document) {
    const found = node.document;
    if (found.date) rows.push(["dct:date", dated(found.date)]);
    if (found.publisher) rows.push(["dct:publisher", turtleString(found.publisher)]);
  }
  for (const [name, value] of Object.entries(node.attributes || {})) {
    if (CONCEPT_KEYS.has(name)) rows.push([`pg:${name}`, `pgc:${local(String(value))}`]);
    else if (name !== "lat" && name !== "long") rows.push([`pg:${local(name)}`, typeof value === "number" ? String(value) : turtleString(value)]);
  }
  return rows;
}

function eventStatements(node, keep) {
  const rows = thingStatements(node);
  if (node.stage) rows.push(["pg:stage", `pgc:${local(node.stage)}`]);
  rows.push(...trustStatements(node.fact));
  const time = (node.times || [])[0];
  if (time && time[0]) rows.push(["pg:startDate", dated(time[0])]);
  if (time && time[1]) rows.push(["pg:endDate", dated(time[1])]);
  for (const link of linksOf[node.id]) {
    if (link.from === node.id && link.label !== "evidence" && link.fact === node.fact && keep(link.to)) rows.push([`pg:${local(link.label)}`, resource(nodes[link.to].iri)]);
  }
  return rows;
}

function trustStatements(fact) {
  return [["pg:factuality", `pgc:${local(fact.factuality)}`], ["pg:confidence", fact.confidence.toFixed(2)],
    ...fact.said.map(id => ["pg:attributedTo", resource(nodes[id].iri)])];
}

function relationBlocks(fact) {
  // What is stated as fact is a plain triple as well; what is not, is only said about.
  const subject = resource(nodes[fact.at].iri), predicate = `pg:${local(fact.record.label)}`;
  const value = fact.kind === "note" ? turtleString(fact.record.value) : resource(nodes[fact.link.to].iri);
  const plain = fact.factuality === SURE ? [block(subject, [[predicate, value]])] : [];
  const said = fact.record.known ? [] : [block(resource(fact.record.iri), [["a", "pg:Assertion"], ["rdf:subject", subject], ["rdf:predicate", predicate],
    ["rdf:object", value], ...trustStatements(fact)])];
  return [...plain, ...said];
}

function block(subject, rows) {
  return `${subject} ${rows.map(([predicate, value]) => `${predicate} ${value}`).join(" ;\n    ")} .\n`;
}

function document_(blocks) {
  return PREFIXES.map(([name, iri]) => `@prefix ${name}: <${iri}> .\n`).join("") + "\n" + blocks.join("\n");
}

function nodeBlock(id, keep) {
  const node = nodes[id];
  return block(resource(node.iri), node.isEvent ? eventStatements(node, keep) : thingStatements(node));
}

function turtleOf(id) {
  const own = factsOf(id), everything = () => true;
  const events = own.filter(fact => fact.kind === "event").map(fact => nodeBlock(fact.at, everything));
  return document_([...(nodes[id].isEvent ? [] : [nodeBlock(id, everything)]), ...events, ...own.filter(fact => fact.kind !== "event").flatMap(relationBlocks)]);
}

function turtleOfFact(fact) {
  return document_(fact.kind === "event" ? [nodeBlock(fact.at, () => true)] : relationBlocks(fact));
}

function turtleOfShown() {
  const keep = id => passing.nodes.has(id);
  const relations = new Set(passing.links.map(link => link.fact).filter(fact => fact.kind === "relation"));
  for (const [id, notes] of notesOf) if (keep(id)) notes.filter(fact => passing.facts.has(fact)).forEach(fact => relations.add(fact));
  return document_([...[...passing.nodes].map(id => nodeBlock(id, keep)), ...[...relations].flatMap(relationBlocks)]);
}

function sparqlOf(id) {
  const node = nodes[id];
  const head_ = PREFIXES.filter(([name]) => ["pg", "rdfs"].includes(name)).map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join("");
  const what = node.document ? `?fact pg:evidence ?evidence .\n  ?evidence pg:inDocument ${resource(node.iri)} ; pg:quote ?quote .\n  OPTIONAL { ?fact a ?type }`
    : node.isEvent ? `BIND(${resource(node.iri)} AS ?fact)\n  ?fact ?role ?who ; pg:evidence/pg:quote ?quote .\n  OPTIONAL { ?who rdfs:label ?name }`
    : `?fact ?role ${resource(node.iri)} ; a ?type ; pg:evidence/pg:quote ?quote .\n  OPTIONAL { ?fact pg:factuality ?factuality }\n  OPTIONAL { ?fact pg:startDate ?date }`;
  return `${head_}\nSELECT DISTINCT * WHERE {\n  ${what}\n}\nLIMIT 200\n`;
}
