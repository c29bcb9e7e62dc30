// What of the passing graph is drawn: all of it, or above a limit the top actors and one bubble a community.

const DRAWN_LIMIT = 700;     // nodes; beyond it a picture stops being readable long before it stops being fast
const TOP_ACTORS = 60;
const BUBBLE_LIMIT = 90;
const OPENED_LIMIT = 500;
const TIES = 3;              // lines a bubble keeps, its strongest: all of them would be a gray carpet
const bubbles = new Map();   // community -> {id, x, y, r, members, label}

function drawing() {
  bubbles.clear();
  const events = state.events;
  let shown = [...passing.nodes];
  let live = passing.links;
  if (events !== "nodes") {
    live = events === "edges" ? asEdges(shown, live) : live.filter(link => !nodes[link.from].isEvent && !nodes[link.to].isEvent);
    const kept = new Set(live.flatMap(link => [link.from, link.to]));
    shown = shown.filter(id => (!nodes[id].isEvent || kept.has(id) || id === selectedNode()));
    const left = new Set(shown);
    live = live.filter(link => left.has(link.from) && left.has(link.to));
  }
  return shown.length > DRAWN_LIMIT ? grouped(shown, live) : { shown, live, groups: [] };
}

function asEdges(shown, live) {
  // Each event between its agents and everybody else in it; one that would join nobody stays a node.
  const result = live.filter(link => !nodes[link.from].isEvent && !nodes[link.to].isEvent);
  for (const id of shown) {
    if (!nodes[id].isEvent) continue;
    const own = liveOf(live).get(id) || [];
    const actors = own.filter(link => link.from === id && ["agent", "perpetrator", "suspect"].includes(link.label)).map(link => link.to);
    const others = own.filter(link => link.from === id && !actors.includes(link.to) && !nodes[link.to].isEvent).map(link => link.to);
    if (!actors.length || !(others.length || actors.length > 1)) {
      result.push(...own);
      continue;
    }
    const ends = others.length ? actors.flatMap(a => others.map(b => [a, b])) : actors.slice(1).map(b => [actors[0], b]);
    for (const [from, to] of ends) {
      result.push({ id: `v${id}-${from}-${to}`, from, to, label: nodes[id].class.label, fact: nodes[id].fact, event: id });
    }
  }
  liveCache = null;
  return result;
}

let liveCache = null;
function liveOf(live) {
  if (liveCache && liveCache.live === live) return liveCache.map;
  const map = new Map();
  for (const link of live) {
    for (const id of [link.from, link.to]) {
      if (!map.has(id)) map.set(id, []);
      map.get(id).push(link);
    }
  }
  liveCache = { live, map };
  return map;
}

function grouped(shown, live) {
  const opened = new Set([...chosen("open")].map(Number));
  const kept = new Set(pathNodes());
  if (selectedNode() !== null) {
    kept.add(selectedNode());
    for (const link of live) {
      if (link.from === selectedNode()) kept.add(link.to);
      if (link.to === selectedNode()) kept.add(link.from);
    }
  }
  const bySize = [...shown].sort((a, b) => nodes[b].degree - nodes[a].degree || a - b);
  bySize.filter(id => nodes[id].layer === "Actor").slice(0, TOP_ACTORS).forEach(id => kept.add(id));
  const members = new Map();
  for (const id of bySize) {
    const c = nodes[id].c;
    if (opened.has(c) && (members.get(c) || []).length < OPENED_LIMIT) kept.add(id);
    if (!members.has(c)) members.set(c, []);
    members.get(c).push(id);
  }
  const closed = [...members].filter(([c]) => !opened.has(c)).sort((a, b) => b[1].length - a[1].length).slice(0, BUBBLE_LIMIT);
  for (const [c, ids] of closed) bubbles.set(c, bubble(c, ids, kept));
  return { shown: shown.filter(id => kept.has(id)), live: [...live.filter(link => kept.has(link.from) && kept.has(link.to)), ...between(live)],
           groups: [...bubbles.values()] };
}

function bubble(c, ids, kept) {
  const xs = ids.map(id => nodes[id].x).sort((a, b) => a - b), ys = ids.map(id => nodes[id].y).sort((a, b) => a - b);
  const middle = sorted => sorted[Math.floor(sorted.length / 2)];
  const spread = sorted => (sorted[Math.floor(sorted.length * .9)] - sorted[Math.floor(sorted.length * .1)]) / 2;
  const inside = ids.some(id => kept.has(id)), rest = ids.filter(id => !kept.has(id)).length;
  const first = nodes[ids.find(id => nodes[id].layer === "Actor") ?? ids[0]].label;
  return { id: `c${c}`, c, x: middle(xs), y: middle(ys), r: Math.max(30, (spread(xs) + spread(ys)) / 2), count: ids.length, named: !inside,
           label: inside ? `+${rest}` : `${first.slice(0, 20)} +${rest - 1}` };
}

function between(live) {
  const counts = new Map();
  for (const link of live) {
    const a = nodes[link.from].c, b = nodes[link.to].c;
    if (a === b || !bubbles.has(a) || !bubbles.has(b)) continue;
    const key = a < b ? `${a}-${b}` : `${b}-${a}`;
    counts.set(key, (counts.get(key) || 0) + 1);
  }
  return strongest([...counts]).map(([key, count]) => {
    const [a, b] = key.split("-");
    return { id: `g${key}`, from: `c${a}`, to: `c${b}`, label: "", fact: null, count };
  });
}

function strongest(counts) {
  const used = new Map();
  return counts.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).filter(([key]) => {
    const ends = key.split("-");
    if (ends.every(end => (used.get(end) || 0) >= TIES)) return false;
    ends.forEach(end => used.set(end, (used.get(end) || 0) + 1));
    return true;
  });
}
