// What can be taken away: the picture as PNG and SVG, the table as CSV, the shown graph as Turtle. All made here.

function save(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 4000);
  say(`${name} saved`);
}

function savePng() {
  const source = byId("picture").querySelector("canvas");
  const canvas = h("canvas", { width: source.width, height: source.height });
  const context = canvas.getContext("2d");
  context.fillStyle = theme.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(source, 0, 0);
  canvas.toBlob(blob => save("plotgraph.png", "image/png", blob));
}

function svgElement(tag, attributes, words) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (words !== undefined) element.textContent = words;
  return element;
}

function svg() {
  const canvas = byId("picture").querySelector("canvas"), width = canvas.clientWidth, height = canvas.clientHeight;
  const zoom = network.getScale(), { x: vx, y: vy } = network.getViewPosition();
  const at = ({ x, y }) => [Math.round(((x - vx) * zoom + width / 2) * 10) / 10, Math.round(((y - vy) * zoom + height / 2) * 10) / 10];
  const root = svgElement("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": "system-ui, sans-serif" });
  root.append(svgElement("title", {}, data.title), svgElement("rect", { width, height, fill: theme.paper }));
  for (const link of shownLinks.get()) {
    const [x1, y1] = at(place(link.from)), [x2, y2] = at(place(link.to));
    root.append(svgElement("line", { x1, y1, x2, y2, stroke: link.color.color, "stroke-opacity": link.color.opacity, "stroke-width": link.width * Math.max(zoom, .6),
                                     ...(link.dashes ? { "stroke-dasharray": "5 4" } : {}) }));
  }
  for (const id of shownNodes.getIds()) {
    const [x, y] = at(place(id));
    if (typeof id === "string") {
      root.append(svgElement("circle", { cx: x, cy: y, r: place(id).r * zoom, fill: theme.weak, stroke: theme.line, "fill-opacity": .55 }));
      continue;
    }
    const r = radius(nodes[id], zoom) * zoom, { line, fill, dash } = look(nodes[id]);
    const group = svgElement("g", { transform: `translate(${x} ${y})`, opacity: dimmed(id) ? .25 : 1 });
    group.append(svgElement("path", { d: shapePath(nodes[id].layer, r), fill: r < ICON_FROM && !dash.length ? line : fill, stroke: line, "stroke-width": 1.5,
                                      ...(dash.length ? { "stroke-dasharray": dash.map(d => d * r).join(" ") } : {}) }));
    if (r >= ICON_FROM) group.append(svgElement("text", { "font-size": r * 1.05, "text-anchor": "middle", "dominant-baseline": "central", fill: theme.ink }, sign(nodes[id])));
    root.append(group);
  }
  const ruler = document.createElement("canvas").getContext("2d");
  for (const item of placeLabels(ruler, width, height)) {
    root.append(svgElement("text", { x: item.x + 3, y: item.y + LABEL_SIZE, "font-size": item.small ? LABEL_SIZE - 1 : LABEL_SIZE, "font-weight": item.bold ? 600 : 400,
                                     fill: item.italic ? theme.faint : theme.ink, stroke: theme.paper, "stroke-width": 3, "paint-order": "stroke", opacity: item.faint ? .35 : 1 }, item.name));
  }
  return new XMLSerializer().serializeToString(root);
}

function startDownloads() {
  const makers = {
    png: savePng,
    svg: () => save("plotgraph.svg", "image/svg+xml", svg()),
    csv: () => save("plotgraph.csv", "text/csv;charset=utf-8", csv()),
    ttl: () => save("plotgraph.ttl", "text/turtle;charset=utf-8", turtleOfShown()),
  };
  for (const button of document.querySelectorAll("[data-save]")) {
    button.addEventListener("click", () => { makers[button.dataset.save](); toggleMenu(false); });
  }
  byId("show-save").addEventListener("click", () => toggleMenu(byId("save").hidden));
}

function toggleMenu(open) {
  byId("save").hidden = !open;
  byId("show-save").setAttribute("aria-expanded", String(open));
  if (open) byId("save").querySelector("button").focus();
}
