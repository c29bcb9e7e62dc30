// The picture: vis-network with positions from the file, drawn by our shapes, changed by difference only.

let network = null;
const shownNodes = new vis.DataSet();
const shownLinks = new vis.DataSet();
let marked = new Set();      // selected node, its neighbors, or the path
let hovered = null;
let hiddenInMotion = false;
const HIDDEN_IN_MOTION_FROM = 4000;  // links; more than this and moving the picture would stutter
const ARROWS_UP_TO = 1500;   // links; arrowheads are what costs most when drawing many

let upright = false;         // whether the picture was turned for a screen that is higher than wide

function turnForScreen() {
  const { clientWidth, clientHeight } = byId("picture");
  upright = clientHeight > 1.15 * clientWidth;
  if (upright) for (const node of nodes) [node.x, node.y] = [node.y, node.x];
}

function startPicture() {
  turnForScreen();
  network = new vis.Network(byId("picture"), { nodes: shownNodes, edges: shownLinks }, {
    ...data.options,
    autoResize: true,
    layout: { improvedLayout: false },
    interaction: { hover: true, keyboard: false, multiselect: false, hideEdgesOnDrag: false, tooltipDelay: 1e9, zoomSpeed: .7 },
    nodes: { shape: "custom", ctxRenderer: render, chosen: false, fixed: false },
    edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0, width: 1 },
  });
  network.on("click", clicked);
  network.on("hoverNode", event => { hovered = event.node; network.redraw(); byId("picture").classList.add("over"); });
  network.on("blurNode", () => { hovered = null; network.redraw(); byId("picture").classList.remove("over"); });
  network.on("hoverEdge", () => byId("picture").classList.add("over"));
  network.on("blurEdge", () => byId("picture").classList.remove("over"));
  network.on("beforeDrawing", context => bubbles.forEach(group => drawBubble(context, group, network.getScale())));
  network.on("afterDrawing", drawLabels);
  network.on("dragging", moved);
  network.on("dragEnd", keepView);
  network.on("zoom", () => { holdZoom(); keepView(); });
}

function render({ ctx, id, x, y }) {
  const zoom = network ? network.getScale() : 1;
  const group = typeof id === "string" ? bubbles.get(Number(id.slice(1))) : null;
  const r = group ? group.r : radius(nodes[id], zoom);
  return {
    drawNode() {
      if (!group) drawNode(ctx, nodes[id], x, y, zoom, id === selectedNode() || id === hovered || (state.path && marked.has(id)), dimmed(id));
    },
    nodeDimensions: { width: 2 * r, height: 2 * r },
  };
}

function drawBubble(context, group, zoom) {
  context.beginPath();
  context.arc(group.x, group.y, group.r, 0, 2 * Math.PI);
  context.fillStyle = theme.weak;
  context.globalAlpha = .55;
  context.fill();
  context.globalAlpha = 1;
  context.strokeStyle = hovered === group.id ? theme.accent : theme.line;
  context.lineWidth = (hovered === group.id ? 2.5 : 1.2) / zoom;
  context.stroke();
}

function dimmed(id) {
  return marked.size > 0 && !marked.has(id) && id !== hovered;
}

function linkLook(link, many) {
  const lit = marked.size && marked.has(link.from) && marked.has(link.to)
    && (state.path || link.from === selectedNode() || link.to === selectedNode());
  const chosenLink = state.link && String(link.id) === state.link;
  const stated = !link.fact || link.fact.factuality === "reported";
  const relation = link.fact && (link.fact.kind === "relation" || link.event !== undefined);
  const color = chosenLink || lit ? theme.accent : theme.line;
  const opacity = chosenLink || lit ? 1 : marked.size ? .2 : stated ? .95 : .75;
  return {
    id: link.id, from: link.from, to: link.to, color: { color, opacity, hover: theme.accent, highlight: theme.accent },
    width: chosenLink ? 3 : link.count ? Math.min(9, 1 + Math.log2(link.count)) : relation ? 1.8 : 1.1,
    dashes: stated ? false : [5, 4],
    arrows: !many && relation ? { to: { enabled: true, scaleFactor: .45 } } : { to: { enabled: false } },
    smooth: link.bend ? { enabled: true, type: "curvedCW", roundness: link.bend } : { enabled: false },
  };
}

function bend(live) {
  // Links between the same two nodes are bent apart.
  const seen = new Map();
  for (const link of live) {
    const key = link.from < link.to ? `${link.from} ${link.to}` : `${link.to} ${link.from}`;
    const before = seen.get(key) || 0;
    link.bend = before ? (before % 2 ? 1 : -1) * Math.ceil(before / 2) * .16 : 0;
    seen.set(key, before + 1);
  }
}

function paint() {
  markNeighbors();
  const before = new Map(bubbles);
  const { shown, live, groups } = drawing();
  const closed = new Set(bubbles.keys());
  for (const [c, group] of before) if (!closed.has(c)) bubbles.set(c, group);   // vis-network draws them until they are removed
  bend(live);
  const many = live.length > ARROWS_UP_TO;
  floorShare = Math.min(1, byId("picture").clientWidth / 800) * (groups.length ? .45 : shown.length < 90 ? .75 : shown.length < 200 ? .7 : shown.length < 350 ? .5 : .3);
  const heavy = live.length > HIDDEN_IN_MOTION_FROM;
  if (heavy !== hiddenInMotion) network.setOptions({ interaction: { hideEdgesOnDrag: heavy, hideEdgesOnZoom: heavy } });
  hiddenInMotion = heavy;
  const wanted = [...groups.map(group => ({ id: group.id, x: group.x, y: group.y, size: group.r })),
                  ...shown.map(id => ({ id, x: nodes[id].x, y: nodes[id].y, size: nodes[id].size }))];
  exchange(shownNodes, wanted);
  exchange(shownLinks, live.map(link => linkLook(link, many)));
  for (const c of before.keys()) if (!closed.has(c)) bubbles.delete(c);
  network.redraw();
}

function exchange(set, wanted) {
  const ids = new Set(wanted.map(item => item.id));
  set.remove(set.getIds().filter(id => !ids.has(id)));
  set.update(wanted);
}

function markNeighbors() {
  const center = selectedNode();
  marked = new Set(state.path ? pathNodes() : []);
  if (state.path || center === null) return;
  marked.add(center);
  for (const { from, to } of passing.links) {
    if (from === center) marked.add(to);
    if (to === center) marked.add(from);
  }
}

function clicked(event) {
  byId("picture").focus({ preventScroll: true });
  const node = nodeAt(event.pointer.canvas) ?? event.nodes[0], edge = event.edges[0];
  if (typeof node === "string") return openGroup(Number(node.slice(1)));
  if (node !== undefined) return select(node, false);
  if (edge !== undefined) return selectLink(edge);
  return change({ node: "", link: "", steps: "0" });
}

function moved(event) {
  for (const id of event.nodes) Object.assign(place(id) || {}, network.getPositions([id])[id]);
}

function nodeAt({ x, y }) {
  // A single node wins over the bubble it lies in, whichever was added last.
  const zoom = network.getScale();
  return shownNodes.getIds().find(id => typeof id === "number" && Math.hypot(nodes[id].x - x, nodes[id].y - y) <= radius(nodes[id], zoom));
}

function openGroup(c) {
  const group = bubbles.get(c);
  choose("open", new Set([...chosen("open"), String(c)]));
  change({});
  if (group) network.moveTo({ position: { x: group.x, y: group.y }, scale: Math.min(1, 320 / group.r), animation: glide() });
  keepView();
}

function selectLink(id) {
  const link = typeof id === "number" ? links[id] : null;
  if (typeof id === "string" && id.startsWith("g")) return;
  if (link && link.fact.kind === "relation") change({ link: String(id), node: "" });
  else select(link ? (nodes[link.from].isEvent ? link.from : link.to) : Number(/^v(\d+)/.exec(id)[1]), false);
}

function select(id, move) {
  change({ node: nodes[id].iri, link: "" });
  say(`${nodes[id].class.label} ${nodes[id].label}`);
  if (move) bring(id);
}

function bring(id) {
  network.moveTo({ position: { x: nodes[id].x, y: nodes[id].y }, scale: Math.max(.8, network.getScale()), offset: clearOfPanel(), animation: glide() });
  keepView();
}

function clearOfPanel() {
  // On a phone the reading panel lies over the lower part of the picture.
  const view = byId("picture").getBoundingClientRect(), panel = byId("reading").getBoundingClientRect();
  const covered = byId("reading").hidden || panel.left > view.left + 10 ? 0 : Math.max(0, view.bottom - panel.top);
  return { x: 0, y: -covered / 2 };
}

function glide() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 300, easingFunction: "easeInOutQuad" };
}

function holdZoom() {
  const zoom = network.getScale();
  if (zoom > 5 || zoom < .01) network.moveTo({ scale: Math.min(5, Math.max(.01, zoom)) });
}

let viewTimer = 0;
function keepView() {
  clearTimeout(viewTimer);
  viewTimer = setTimeout(() => {
    const { x, y } = network.getViewPosition();
    const [along, across] = upright ? [y, x] : [x, y];
    Object.assign(state, { x: String(Math.round(along)), y: String(Math.round(across)), zoom: network.getScale().toFixed(3) });
    writeHash();
  }, 400);
}

function fitAll() {
  // A little less than fits: names stand beside the outermost nodes.
  network.fit({ maxZoomLevel: 1.4 });
  network.moveTo({ scale: network.getScale() * .92 });
}

function fit() {
  fitAll();
  Object.assign(state, { x: "", y: "", zoom: "" });
  writeHash();
}
