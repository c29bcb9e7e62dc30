// One fact as a reader sees it: the sentence, how sure it is and who says so, the quotes in their context, and why.

const SURE = "reported";     // the factuality of what a document states as fact

function nodeButton(id) {
  return h("button", { type: "button", class: "node", onclick: () => select(id, true) }, h("bdi", {}, nodes[id].label));
}

function sentence(fact, here) {
  return h("p", { class: "sentence" }, (fact.record.sentence || []).map(piece =>
    typeof piece === "number" ? (piece === here ? h("b", {}, h("bdi", {}, nodes[piece].label)) : nodeButton(piece)) : piece));
}

function chip(kind, value, title) {
  return value ? h("span", { class: `chip ${kind}`, title }, value) : null;
}

const SIGNS = { claimed: "❝", alleged: "?", planned: "◷", hypothetical: "≈", denied: "✕" };

function trust(fact) {
  const sure = fact.factuality === SURE;
  const sign = SIGNS[fact.factuality] || "◌";
  return h("p", { class: "trust" },
    chip("stage", fact.stage && label(fact.stage), "Stage: how far it came"),
    sure ? null : chip("factuality", `${sign} ${label(fact.factuality)}`, "Not stated as fact"),
    fact.said.length ? h("span", { class: "said" }, "said by ", fact.said.map((id, i) => [i ? ", " : "", nodeButton(id)])) : null,
    fact.record.known ? chip("known", "background knowledge", fact.record.known) : null,
    fact.date ? h("span", { class: "quiet" }, fact.record.times ? fact.date : `told ${fact.date}`) : null,
    fact.record.known ? null : h("span", { class: "quiet", title: "Confidence of the reading, 0 to 1" }, `confidence ${fact.confidence.toFixed(2)}`),
    (fact.record.sources || 1) > 1 ? h("span", { class: "quiet" }, `${fact.record.sources} independent sources`) : null);
}

function safeLink(url) {
  try {
    const parsed = new URL(url);
    return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed.href : null;
  } catch {
    return null;
  }
}

function documentLine(number) {
  const found = data.documents[number], url = safeLink(found.url);
  const title = found.title || found.source || found.iri;
  return [h("button", { type: "button", class: "node", onclick: () => select(firstDocument + number, true) }, h("bdi", {}, title)),
          [found.publisher, found.date].filter(Boolean).map(part => [", ", h("bdi", {}, part)]),
          url ? [" ", h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, "source ↗")] : null];
}

function quoteBox(quote) {
  const [passage, start, length, method, trigger] = quote;
  const [number, words, cutBefore, cutAfter] = data.passages[passage];
  const before = words.slice(Math.max(0, start - 150), start), inside = words.slice(start, start + length);
  const after = words.slice(start + length, start + length + 150);
  const lead = cutBefore || start > 150 ? "…" : "", tail = cutAfter || start + length + 150 < words.length ? "…" : "";
  const hit = trigger ? inside.indexOf(trigger) : -1;
  const body = hit < 0 ? [inside] : [inside.slice(0, hit), h("u", { title: "trigger" }, trigger), inside.slice(hit + trigger.length)];
  return h("figure", { class: "quote" },
    h("blockquote", { dir: "auto" }, lead, before, h("mark", {}, body), after, tail),
    h("figcaption", {}, documentLine(number),
      method || trigger ? h("span", { class: "why" }, "why: ", method ? ["rule ", h("code", {}, method)] : null, method && trigger ? ", " : "",
        trigger ? ["word “", h("bdi", {}, trigger), "”"] : null) : null));
}

function quoteList(quotes, total, openFirst) {
  if (!quotes.length) return null;
  const rest = (total || quotes.length) - quotes.length;
  return h("details", { class: "quotes", open: openFirst },
    h("summary", {}, total === 1 || (!total && quotes.length === 1) ? "1 quote" : `${total || quotes.length} quotes`),
    quotes.map(quoteBox), rest > 0 ? h("p", { class: "quiet" }, `${rest} more in the graph file`) : null);
}

function factBox(fact, here, openFirst) {
  const sure = fact.factuality === SURE;
  const event = fact.kind === "event" && fact.at !== here
    ? h("button", { type: "button", class: "node event", onclick: () => select(fact.at, true) }, classSwatch(nodes[fact.at].group), nodes[fact.at].class.label) : null;
  return h("article", { class: sure ? "fact" : "fact unsure", "data-factuality": fact.factuality },
    event, sentence(fact, here), trust(fact), quoteList(fact.quotes, fact.record.total, openFirst));
}
