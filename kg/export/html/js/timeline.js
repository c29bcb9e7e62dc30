// Facts by time: a histogram that filters by brushing, with the mouse, a finger or the keys of its two sliders.

const BARS = 320;
let bins = [];               // {from, to, name} as ISO dates
let brush = null;

function makeBins() {
  const starts = facts.filter(fact => fact.kind !== "note" && fact.start !== null).map(fact => fact.start);
  if (!starts.length) return [];
  const first = starts.reduce((a, b) => Math.min(a, b)), last = starts.reduce((a, b) => Math.max(a, b));
  const iso = day => new Date(day * 864e5).toISOString().slice(0, 10);
  const unit = last - first < BARS ? 10 : last - first < BARS * 31 ? 7 : 4;   // characters of an ISO date: day, month, year
  const result = [];
  for (let day = first; ;) {
    const name = iso(day).slice(0, unit);
    result.push({ name, from: dayNumber(name, false), to: dayNumber(name, true), count: 0 });
    day = result.at(-1).to + 1;
    if (day > last) return result;
  }
}

function drawTimeline() {
  if (!bins.length) return;
  const test = factTest(true), hidden = chosen("hidden");
  for (const bin of bins) bin.count = 0;
  for (const fact of facts) {
    if (fact.kind === "note" || fact.start === null || !test(fact) || (fact.kind === "event" && hidden.has(nodes[fact.at].group))) continue;
    const bin = bins[binAt(fact.start)];
    if (bin) bin.count += 1;
  }
  const most = Math.max(1, ...bins.map(bin => bin.count));
  const [from, to] = range();
  bins.forEach((bin, i) => {
    const height = bin.count ? 4 + 36 * Math.sqrt(bin.count / most) : 0;
    bin.bar.setAttribute("y", 40 - height);
    bin.bar.setAttribute("height", height);
    bin.bar.classList.toggle("out", i < from || i > to);
    bin.title.textContent = `${bin.name}: ${bin.count}`;
  });
  byId("from").value = from;
  byId("to").value = to;
  byId("from").setAttribute("aria-valuetext", bins[from].name);
  byId("to").setAttribute("aria-valuetext", bins[to].name);
  const whole = !state.from && !state.to;
  byId("range").textContent = whole ? `${bins[0].name} – ${bins.at(-1).name}` : `${bins[from].name} – ${bins[to].name}`;
  byId("whole").hidden = whole;
}

function binAt(day) {
  let low = 0, high = bins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (day < bins[middle].from) high = middle - 1;
    else if (day > bins[middle].to) low = middle + 1;
    else return middle;
  }
  return Math.max(0, Math.min(bins.length - 1, low));
}

function range() {
  const from = dayNumber(state.from, false), to = dayNumber(state.to, true);
  return [from === null ? 0 : binAt(from), to === null ? bins.length - 1 : binAt(to)];
}

function setRange(a, b) {
  const [from, to] = a <= b ? [a, b] : [b, a];
  change({ from: from === 0 ? "" : bins[from].name, to: to === bins.length - 1 ? "" : bins[to].name });
}

function startTimeline() {
  bins = makeBins();
  const home = byId("timeline");
  if (!bins.length) return home.remove();
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", `0 0 ${bins.length} 40`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  bins.forEach((bin, i) => {
    bin.bar = document.createElementNS(svg.namespaceURI, "rect");
    bin.title = document.createElementNS(svg.namespaceURI, "title");
    bin.bar.append(bin.title);
    bin.bar.setAttribute("x", i + .1);
    bin.bar.setAttribute("width", .8);
    svg.append(bin.bar);
  });
  const slider = (id, name) => h("input", {
    id, type: "range", min: 0, max: bins.length - 1, step: 1, "aria-label": name,
    oninput: () => setRange(Math.min(Number(byId("from").value), Number(byId("to").value)), Math.max(Number(byId("from").value), Number(byId("to").value))),
  });
  home.append(h("div", { class: "row" }, h("span", { id: "range" }), h("span", { class: "quiet wide" }, "facts by date of the event, or of the report where none is told"), h("button", { id: "whole", type: "button", class: "plain", onclick: () => change({ from: "", to: "" }) }, "All dates")),
    h("div", { class: "bars" }, svg), h("div", { class: "sliders" }, slider("from", "Earliest date shown"), slider("to", "Latest date shown")));
  const bars = home.querySelector(".bars");
  const at = event => {
    const box = bars.getBoundingClientRect();
    return Math.max(0, Math.min(bins.length - 1, Math.floor((event.clientX - box.left) / box.width * bins.length)));
  };
  bars.addEventListener("pointerdown", event => { brush = at(event); bars.setPointerCapture(event.pointerId); setRange(brush, brush); });
  bars.addEventListener("pointermove", event => { if (brush !== null) setRange(brush, at(event)); });
  bars.addEventListener("pointerup", () => { brush = null; });
}
