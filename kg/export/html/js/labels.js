// Names over the picture: the same size at any zoom, the most important first, and never one over another.

const LABEL_SIZE = 12;
const LONGEST = 34;
const NAMED_ANYWAY = 12;     // the most linked nodes are named even where the name covers another node
let placed = [];             // boxes of the labels drawn last, in pixels of the picture
const widths = new Map();

function short(name) {
  return name.length > LONGEST ? name.slice(0, LONGEST - 1).trimEnd() + "…" : name;
}

function widthOf(context, name) {
  const key = context.font + name;
  if (!widths.has(key)) widths.set(key, context.measureText(name).width);
  return widths.get(key);
}

const CELL = 64;             // pixels; boxes are looked up by the cells they touch
let cells = new Map();

function cellsOf(box) {
  const keys = [];
  for (let i = Math.floor(box.x / CELL); i <= Math.floor((box.x + box.w) / CELL); i++) {
    for (let j = Math.floor(box.y / CELL); j <= Math.floor((box.y + box.h) / CELL); j++) keys.push(i * 4096 + j);
  }
  return keys;
}

function take(box) {
  for (const key of cellsOf(box)) {
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(box);
  }
}

function collisions(box) {
  // 0: free, 1: over a small node, 2: over a node in front, 3: over a label.
  let worst = 0;
  for (const key of cellsOf(box)) {
    for (const other of cells.get(key) || []) {
      if (box.x < other.x + other.w && other.x < box.x + box.w && box.y < other.y + other.h && other.y < box.y + box.h) worst = Math.max(worst, other.minor ? 1 : other.disc ? 2 : 3);
    }
  }
  return worst;
}

function placeLabels(context, width, height) {
  // The labels to draw now, as boxes; also what the SVG download draws.
  const zoom = network.getScale(), { x: vx, y: vy } = network.getViewPosition();
  const at = (x, y) => [(x - vx) * zoom + width / 2, (y - vy) * zoom + height / 2];
  placed = [];
  cells = new Map();
  const order = labelOrder(zoom);
  for (const item of order) {
    if (item.center) continue;
    const [x, y] = at(item.x, item.y), r = item.r * zoom * .8;
    take({ x: x - r, y: y - r, w: 2 * r, h: 2 * r, disc: true, minor: item.small });
  }
  for (const item of order) {
    const [x, y] = at(item.x, item.y);
    if (x < -50 || y < -50 || x > width + 50 || y > height + 50) continue;
    context.font = `${item.bold ? "600 " : ""}${item.small ? LABEL_SIZE - 1 : LABEL_SIZE}px system-ui, sans-serif`;
    const w = widthOf(context, item.name) + 6, h = LABEL_SIZE + 3;
    const spots = item.center ? [[x - w / 2, y - h / 2]]
      : around(x, y, item.r * zoom, w, h);
    const tried = spots.map(([left, top]) => ({
      left, top, bad: Math.max(collisions({ x: left, y: top, w, h }), left < 0 || top < 0 || left + w > width || top + h > height ? 2 : 0),
    }));
    const worst = item.small ? 0 : item.important ? 2 : 1;
    const best = tried.reduce((a, b) => b.bad < a.bad ? b : a);
    const spot = best.bad <= worst ? best : item.must ? tried[0] : null;
    if (!spot) continue;
    placed.push({ ...item, x: spot.left, y: spot.top, w, h, font: context.font });
    take(placed.at(-1));
  }
  return placed;
}

function around(x, y, r, w, h) {
  // Left upper corners of the places for a name of w by h pixels at a node: below, right, above, left, then the corners.
  const d = r * .7, mx = x - w / 2, my = y - h / 2;
  return [[mx, y + r + 1], [x + r + 1, my], [mx, y - r - h - 1], [x - r - w - 1, my],
          [x + d, y + d], [x - d - w, y + d], [x + d, y - d - h], [x - d - w, y - d - h]];
}

function labelOrder(zoom) {
  const ids = shownNodes.getIds();
  const items = ids.map(id => {
    if (typeof id === "string") {
      const group = bubbles.get(Number(id.slice(1)));
      return { id, name: short(group.label), x: group.x, y: group.y + group.r * (group.named ? .3 : .72), r: 0, center: true, rank: 900, small: true, italic: true };
    }
    const node = nodes[id], front = node.layer === "Actor" || node.layer === "HostileAct";
    const lit = id === selectedNode() || id === hovered;
    return { id, name: short(node.label), x: node.x, y: node.y, r: radius(node, zoom), small: !front, faint: dimmed(id), bold: lit || node.size >= 18,
             must: lit, rank: (lit ? 1e6 : 0) + (marked.has(id) ? 1e3 : 0) + (front ? 40 : 0) + node.degree };
  });
  const links = linkLabels();
  items.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  for (const item of items.slice(0, NAMED_ANYWAY)) item.important = true;
  return [...items, ...links];
}

function linkLabels() {
  // Names of links: those at the selected node, the chosen one, and all in a small picture seen from near.
  const near = network.getScale() > 1.25 && shownLinks.length < 400;
  const center = selectedNode();
  const listed = shownLinks.get().filter(link => near || link.from === center || link.to === center || String(link.id) === state.link);
  return listed.slice(0, 300).map(({ id, from, to }) => {
    const link = typeof id === "number" ? links[id] : null;
    const a = place(from), b = place(to);
    const name = link ? label(link.label) : eventLinkName(id);
    return name ? { id: `l${id}`, name, x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, r: 0, center: true, small: true, italic: true, rank: 0 } : null;
  }).filter(Boolean);
}

function eventLinkName(id) {
  const match = /^v(\d+)/.exec(String(id));
  return match ? nodes[Number(match[1])].class.label : "";
}

function place(id) {
  return typeof id === "string" ? bubbles.get(Number(id.slice(1))) : nodes[id];
}

function drawLabels(context) {
  const canvas = context.canvas, ratio = canvas.width / canvas.clientWidth || 1;
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.textBaseline = "top";
  context.lineJoin = "round";
  for (const item of placeLabels(context, canvas.clientWidth, canvas.clientHeight)) {
    context.globalAlpha = item.faint ? .35 : 1;
    context.font = item.font;
    context.lineWidth = 3.5;
    context.strokeStyle = theme.paper;
    context.strokeText(item.name, item.x + 3, item.y + 1);
    context.fillStyle = item.italic ? theme.faint : theme.ink;
    context.fillText(item.name, item.x + 3, item.y + 1);
  }
  context.restore();
}
