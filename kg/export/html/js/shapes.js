// How one node is drawn, on canvas and in SVG alike: a path by layer, a color and an icon by class.

const LEAST_RADIUS = 3.2;   // pixels on the screen, however far out
const ICON_FROM = 6.9;      // pixels of radius from which an icon can be told
const paths = new Map();
const icons = new Map();
let theme = {};

function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["paper", "ink", "faint", "line", "accent", "weak"]) theme[name] = style.getPropertyValue(`--${name}`).trim();
  theme.dark = document.documentElement.dataset.theme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
}

function shapePath(layer, r) {
  // SVG path data around 0,0: circles act, diamonds harm, rounded squares happen, houses are places, sheets are documents.
  const f = n => Math.round(n * 100) / 100;
  const line = points => "M" + points.map(([x, y]) => `${f(x * r)} ${f(y * r)}`).join("L") + "Z";
  if (layer === "HostileAct") return line([[0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0]]);
  if (layer === "Event") return line([[-.6, -.95], [.6, -.95], [.95, -.6], [.95, .6], [.6, .95], [-.6, .95], [-.95, .6], [-.95, -.6]]);
  if (layer === "Communication") return line([[-1, -.9], [1, -.9], [1, .6], [0, .6], [-.5, 1.1], [-.5, .6], [-1, .6]]);
  if (layer === "Place") return line([[0, -1.15], [1.1, -.15], [.85, 1], [-.85, 1], [-1.1, -.15]]);
  if (layer === "Document") return line([[-.8, -1.05], [.35, -1.05], [.8, -.6], [.8, 1.05], [-.8, 1.05]]);
  if (layer === "Actor") return `M${f(-r)} 0A${f(r)} ${f(r)} 0 1 1 ${f(r)} 0A${f(r)} ${f(r)} 0 1 1 ${f(-r)} 0Z`;
  return line([[-.55, -1], [.55, -1], [1.1, 0], [.55, 1], [-.55, 1], [-1.1, 0]]);
}

function unitPath(layer) {
  if (!paths.has(layer)) paths.set(layer, new Path2D(shapePath(layer, 1)));
  return paths.get(layer);
}

function rgb(color) {
  const number = parseInt(color.slice(1), 16);
  return [number >> 16 & 255, number >> 8 & 255, number & 255];
}

function mix(color, other, share) {
  const a = rgb(color), b = rgb(other);
  return `rgb(${a.map((value, i) => Math.round(value * (1 - share) + b[i] * share)).join(",")})`;
}

const looks = new Map();
function look(node) {
  // Fill, line and dash of a node: what is not stated as fact is pale and dashed.
  const stated = !node.isEvent || node.factuality === "reported";
  const key = `${node.group}|${stated}|${theme.dark}`;
  if (!looks.has(key)) {
    const color = /^#[0-9a-f]{6}$/i.test(node.class.color) ? node.class.color : "#64748b";
    const paper = theme.dark ? "#0f172a" : "#ffffff";
    looks.set(key, {
      line: theme.dark ? mix(color, "#ffffff", .35) : color,
      fill: mix(color, paper, stated ? (theme.dark ? .62 : .8) : .94),
      dash: stated ? [] : [.45, .3],
    });
  }
  return looks.get(key);
}

const inkwell = document.createElement("canvas").getContext("2d", { willReadFrequently: true });

function print(character) {
  inkwell.clearRect(0, 0, 16, 16);
  inkwell.font = "12px system-ui, sans-serif";
  inkwell.textBaseline = "top";
  inkwell.fillText(character, 1, 1);
  return inkwell.getImageData(0, 0, 16, 16).data.join();
}

function drawable(icon) {
  // Whether the fonts here have this character; where they have not, the class's first letter stands in.
  if (!icons.size) icons.set("", print("\u{10FFFE}"));
  if (!icons.has(icon)) icons.set(icon, print(icon) !== icons.get(""));
  return icons.get(icon);
}

function sign(node) {
  const icon = node.class.icon;
  return icon && drawable(icon) ? icon : node.class.label.slice(0, 1);
}

let floorShare = .7;          // of its size in pixels that a node keeps when seen from afar; less in a crowded picture

function radius(node, zoom) {
  return Math.max(node.size, Math.max(LEAST_RADIUS, node.size * floorShare) / zoom);
}

function drawNode(context, node, x, y, zoom, marked, dim) {
  const r = radius(node, zoom), { line, fill, dash } = look(node);
  context.save();
  context.globalAlpha = dim ? .25 : 1;
  context.translate(x, y);
  context.scale(r, r);
  context.lineWidth = (marked ? 3.4 : 1.6) / zoom / r * Math.min(1.6, Math.max(zoom, .7));
  context.setLineDash(dash);
  context.fillStyle = r * zoom < ICON_FROM && !dash.length ? line : fill;
  context.strokeStyle = marked ? theme.accent : line;
  context.fill(unitPath(node.layer));
  context.stroke(unitPath(node.layer));
  if (r * zoom >= ICON_FROM) {
    context.scale(.1, .1);
    context.font = "10.5px system-ui, sans-serif";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = theme.ink;
    context.fillText(sign(node), 0, .8);
  }
  context.restore();
}

function swatch(node) {
  return classSwatch(node.group);
}

function classSwatch(name) {
  const look = data.classes[name];
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "-10 -10 20 20");
  svg.setAttribute("class", "swatch");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", shapePath(look.layer, 7));
  path.setAttribute("fill", look.color);
  svg.append(path);
  return svg;
}
