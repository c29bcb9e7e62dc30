// Start: everything is put together, keys are bound, and the address decides what is seen first.

function update() {
  pass();
  paint();
  showControls();
  drawTimeline();
  showPanel();
  showTable();
  showMode();
  const drawn = shownNodes.getIds().filter(id => typeof id === "number").length;
  const groups = bubbles.size ? `, ${bubbles.size} communities closed (click to open)` : "";
  byId("count").textContent = `${number(drawn)} of ${number(nodes.length)} nodes, ${number(shownLinks.length)} lines${groups}`;
}

function showMode() {
  const parts = [];
  if (state.path) {
    const path = pathNodes();
    const ends = state.path.split(",").map(decodeURIComponent).map(iri => byIri.has(iri) ? nodes[byIri.get(iri)].label : iri);
    parts.push(path.length ? `Shortest path, ${path.length - 1} steps: ${path.map(id => nodes[id].label).join(" → ")}` : `No path between ${ends.join(" and ")}`);
  }
  if (Number(state.steps) && selectedNode() !== null) parts.push(`Within ${state.steps} step${state.steps === "1" ? "" : "s"} of ${nodes[selectedNode()].label}`);
  const bar = byId("mode");
  bar.hidden = !parts.length;
  bar.replaceChildren(...(parts.length ? [h("bdi", {}, parts.join(" · ")), " ", h("button", { type: "button", onclick: () => change({ path: "", steps: "0" }) }, "Clear")] : []));
}

function number(n) {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

function showHeader() {
  byId("title").textContent = data.title;
  document.title = data.title;
  const dates = facts.filter(fact => fact.date).map(fact => fact.date).sort();
  const counts_ = [[nodes.filter(node => node.layer === "Actor").length, "actors"], [nodes.filter(node => node.layer === "HostileAct").length, "plots and attacks"],
    [nodes.filter(node => node.isEvent).length, "events"], [data.documents.length, "documents"]];
  byId("summary").textContent = [...counts_.map(([n, name]) => `${number(n)} ${name}`), dates.length ? `${dates[0]} – ${dates.at(-1)}` : ""].filter(Boolean).join(" · ");
}

function setTheme(name) {
  if (name) document.documentElement.dataset.theme = name;
  else delete document.documentElement.dataset.theme;
  readTheme();
  looks.clear();
}

function keys(event) {
  if (event.target.matches("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") { event.preventDefault(); byId("search").focus(); }
  else if (event.key === "Escape" && !byId("dialog").open) { if (!byId("save").hidden) toggleMenu(false); else closePanel(); }
  else if (event.key === "?") showHelp();
}

function pictureKeys(event) {
  const step = 60 / network.getScale(), { x, y } = network.getViewPosition();
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
  if (moves[event.key]) network.moveTo({ position: { x: x + moves[event.key][0], y: y + moves[event.key][1] } });
  else if (event.key === "+" || event.key === "=") zoomBy(1.25);
  else if (event.key === "-") zoomBy(.8);
  else if (event.key === "0") fit();
  else if (event.key === "]" || event.key === "[") stepNode(event.key === "]" ? 1 : -1);
  else if (event.key === "Enter" && selectedNode() !== null) byId("reading").focus();
  else return;
  event.preventDefault();
  keepView();
}

function zoomBy(factor) {
  network.moveTo({ scale: Math.min(5, Math.max(.01, network.getScale() * factor)) });
}

function stepNode(direction) {
  const ids = [...passing.nodes].sort((a, b) => nodes[b].degree - nodes[a].degree || a - b);
  const now = ids.indexOf(selectedNode());
  if (ids.length) select(ids[(now < 0 && direction < 0 ? ids.length - 1 : now + direction + ids.length) % ids.length], true);
}

function showHelp() {
  const rows_ = [["/", "find a name or alias"], ["arrow keys", "move the picture"], ["+ − 0", "zoom in, zoom out, show all"], ["[ ]", "previous, next node"],
    ["Enter", "read about the selected node"], ["Esc", "close"], ["Tab", "everything else"]];
  const shapes = data.layers.map(layer => [Object.keys(data.classes).find(name => data.classes[name].layer === layer.name), layerName(layer)]).filter(([name]) => name);
  openDialog("Keys and signs", h("div", {}, h("dl", {}, rows_.map(([key, what]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, what)])),
    h("ul", { class: "plain" }, shapes.map(([name, what]) => h("li", {}, classSwatch(name), what))),
    h("p", {}, "Pale and dashed: claimed, alleged, planned, hypothetical or denied; the panel says by whom. Lines without dashes are stated as fact by a document.")));
}

function bindButtons() {
  byId("zoom-in").addEventListener("click", () => { zoomBy(1.25); keepView(); });
  byId("zoom-out").addEventListener("click", () => { zoomBy(.8); keepView(); });
  byId("zoom-fit").addEventListener("click", fit);
  byId("show-table").addEventListener("click", () => change({ table: state.table ? "" : "1" }));
  byId("show-help").addEventListener("click", showHelp);
  byId("dialog-close").addEventListener("click", () => byId("dialog").close());
  byId("show-filters").addEventListener("click", () => {
    const open = document.body.classList.toggle("filters-open");
    byId("show-filters").setAttribute("aria-expanded", String(open));
  });
  byId("theme").addEventListener("click", () => {
    const next = theme.dark ? "light" : "dark";
    setTheme(next);
    change({ theme: next });
  });
  document.addEventListener("keydown", keys);
  byId("picture").addEventListener("keydown", pictureKeys);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { setTheme(state.theme); update(); });
}

function firstView() {
  if (state.zoom) {
    const [x, y] = upright ? [state.y, state.x] : [state.x, state.y];
    network.moveTo({ position: { x: Number(x), y: Number(y) }, scale: Number(state.zoom) });
  }
  else {
    fitAll();
    if (selectedNode() !== null) network.moveTo({ position: nodes[selectedNode()], scale: Math.max(.9, network.getScale()), offset: clearOfPanel() });
  }
}

function start() {
  readHash();
  setTheme(state.theme);
  showHeader();
  startControls();
  startTimeline();
  startSearch();
  startDownloads();
  startPicture();
  bindButtons();
  update();
  firstView();
  addEventListener("hashchange", () => { if (location.hash !== hashWritten) { readHash(); setTheme(state.theme); update(); firstView(); } });
  window.plotgraph = Object.freeze({ data, state: () => ({ ...state }), labels: () => placed.map(({ id, name, x, y, w, h: height }) => ({ id, name, x, y, w, h: height })),
    shown: () => shownNodes.getIds(), network: () => network });  // for those who drive the page by script
  document.body.dataset.ready = "true";
  requestAnimationFrame(() => setTimeout(() => performance.mark("drawn")));
}

start();
