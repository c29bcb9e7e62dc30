// Neighbors within some steps, and the shortest path between two nodes.

function within(start, steps, live) {
  const near = new Map();
  for (const { from, to } of live) {
    near.set(from, [...(near.get(from) || []), to]);
    near.set(to, [...(near.get(to) || []), from]);
  }
  const found = new Set([start]);
  let edge = [start];
  for (let step = 0; step < steps; step++) {
    edge = edge.flatMap(id => near.get(id) || []).filter(id => !found.has(id) && found.add(id));
  }
  return found;
}

function shortestPath(start, end) {
  // Through facts that pass the filters, of any class; documents join everything, so they are no step.
  const test = factTest(false);
  const before = new Map([[start, null]]);
  let edge = [start];
  while (edge.length && !before.has(end)) {
    const next = [];
    for (const id of edge) {
      for (const link of linksOf[id]) {
        const other = link.from === id ? link.to : link.from;
        if (before.has(other) || nodes[other].document || !test(link.fact)) continue;
        before.set(other, id);
        next.push(other);
      }
    }
    edge = next;
  }
  const path = [];
  for (let id = before.has(end) ? end : null; id !== null; id = before.get(id)) path.unshift(id);
  return path;
}
