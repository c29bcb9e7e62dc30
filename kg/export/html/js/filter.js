// Which facts, nodes and links pass the filters; the picture, the table, the timeline and every download show just these.

let passing = { facts: new Set(), nodes: new Set(), links: [] };

function factTest(ignoreDates) {
  const stages = chosen("stage"), factualities = chosen("factuality"), sources = chosen("source"), states = chosen("state");
  const least = Number(state.confidence) || 0;
  const from = dayNumber(state.from, false), to = dayNumber(state.to, true);
  const stateIds = new Set([...states].map(iri => byIri.get(iri)));
  return fact =>
    fact.confidence >= least
    && (!stages.size || stages.has(fact.stage))
    && (!factualities.size || factualities.has(fact.factuality))
    && (!sources.size || fact.sources.some(source => sources.has(source)))
    && (!stateIds.size || [...fact.states].some(id => stateIds.has(id)))
    && (ignoreDates || ((from === null || (fact.end !== null && fact.end >= from))
                        && (to === null || (fact.start !== null && fact.start <= to))));
}

function filtersFacts() {
  return Boolean(state.stage || state.factuality || state.source || state.state || state.from || state.to || Number(state.confidence));
}

function pass() {
  const test = factTest(false);
  const kept = new Set(facts.filter(test));
  const hidden = chosen("hidden");
  const revealed = new Set(pathNodes());
  if (selectedNode() !== null) revealed.add(selectedNode());
  let shown = new Set(nodes.filter(node => revealed.has(node.id)
    || (!hidden.has(node.group) && (!node.isEvent || kept.has(node.fact)))).map(node => node.id));
  const linkTest = link => shown.has(link.from) && shown.has(link.to) && kept.has(link.fact);
  let live = links.filter(linkTest);
  shown = dropUnlinked(shown, live, revealed);
  const steps = Number(state.steps);
  if (steps && selectedNode() !== null) {
    shown = within(selectedNode(), steps, live);
    live = live.filter(linkTest);
  }
  passing = { facts: kept, nodes: shown, links: live };
}

function dropUnlinked(shown, live, revealed) {
  // Actors without a link that is shown say nothing in a picture; a small graph shows them all the same.
  if (!filtersFacts() && (state.lonely || nodes.length <= 60)) return shown;
  const linked = new Set(live.flatMap(link => [link.from, link.to]));
  return new Set([...shown].filter(id => linked.has(id) || revealed.has(id) || (filtersFacts() && nodes[id].isEvent)));
}

function selectedNode() {
  return byIri.has(state.node) ? byIri.get(state.node) : null;
}

function pathNodes() {
  const ends = state.path ? state.path.split(",").map(decodeURIComponent).filter(iri => byIri.has(iri)) : [];
  return ends.length === 2 ? shortestPath(byIri.get(ends[0]), byIri.get(ends[1])) : [];
}
