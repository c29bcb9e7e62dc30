"""What is said of one thing: a subject and its predicates with objects, as tokens in a pleasant order.

In: documents, nodes, events, relations and quotes of the plain model. Out: blocks, one a subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from kg import __version__
from kg.ids import slug
from kg.lexicon.ontology import Ontology
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When
from kg.rdf.terms import Terms

Facts = list[str]  # predicate and object in one text, with a space between them, none twice
Block = tuple[str, Facts]
Keep = Callable[[str], bool]  # whether what has this IRI may be named

KNOWLEDGE = "graph/knowledge-base"
RUN = "activity/build"
REPORTED = "reported"


def document_iri(identifier: str) -> str:
    """The local IRI of a document, given as `doc-…` or as `document/doc-…`."""
    return identifier if identifier.startswith("document/") else f"document/{identifier}"


def source_iri(source: str) -> str:
    """The local IRI of a file of the knowledge base; a line number in `agencies.ttl:12` does not count."""
    name, _, line = source.rpartition(":")
    return f"source/{slug(name if line.isdigit() else source)}"


def plain(relation: ResolvedRelation) -> bool:
    """Whether a relation may stand as a plain triple: background knowledge, or stated as fact by a document."""
    return relation.factuality == REPORTED


def run_block(t: Terms, graph: Graph) -> Block:
    """The run that made the graph, without a time unless one was asked for."""
    p = t.predicate
    facts = [p("rdf:type") + t.name("prov:Activity"), p("rdfs:label") + t.text(f"Plotgraph {__version__}")]
    if t.config.started:
        facts.append(p("prov:startedAtTime") + t.typed(t.config.started, "xsd:dateTime"))
    facts += [p("prov:used") + t.thing(document_iri(document.id)) for document in graph.documents]
    return t.thing(RUN), facts


def document_block(t: Terms, document: Document, publisher: str | None) -> Block:
    """A document and what is known about it. `publisher` is the IRI of the medium."""
    p = t.predicate
    told = {
        "rdfs:label": t.text(document.title or document.id), "dct:identifier": t.text(document.id),
        "dct:title": document.title and t.text(document.title), "dct:date": document.date and t.date(document.date),
        "dct:publisher": publisher and t.thing(publisher), "dc:creator": document.author and t.text(document.author),
        "dct:language": t.text(document.language),
        "dct:source": t.outside(document.url) if document.url else t.text(document.source),
        "pg:sha256": document.sha256 and t.text(document.sha256)}
    return t.thing(document_iri(document.id)), [
        p("rdf:type") + t.name("pg:Document"), *(p(key) + value for key, value in told.items() if value)]


def source_block(t: Terms, source: str) -> Block:
    """A file of the knowledge base."""
    name, _, line = source.rpartition(":")
    return t.thing(source_iri(source)), [
        t.predicate("rdf:type") + t.name("prov:Entity"),
        t.predicate("rdfs:label") + t.text(name if line.isdigit() else source)]


def node_block(
    t: Terms, node: Node, relations: Iterable[ResolvedRelation], documents: Iterable[str], ontology: Ontology,
    names: Iterable[str] | None = None,
) -> Block:
    """An actor, place or thing with its plain relations and the documents that mention it.

    `names` are the other names to give; all of them if None.
    """
    p = t.predicate
    facts = [p("rdf:type") + t.name(f"pg:{node.type}"), p("rdfs:label") + t.text(node.name)]
    alternatives = node.aliases if names is None else names
    facts += [p("skos:altLabel") + t.text(alias) for alias in dict.fromkeys(alternatives) if alias != node.name]
    if node.attributes:
        facts += _attributes(t, node, ontology)
    if node.count is not None:
        facts.append(p("pg:count") + t.integer(node.count))
    facts += dict.fromkeys(p(f"pg:{r.predicate}") + object_token(t, r, ontology) for r in relations)
    facts += [p("pg:mentionedIn") + t.thing(document_iri(document)) for document in documents]
    facts += [p("skos:exactMatch") + t.outside(iri) for iri in dict.fromkeys(node.same_as)]
    return t.thing(node.iri), facts


def _attributes(t: Terms, node: Node, ontology: Ontology) -> Facts:
    facts = []
    for key, value in sorted(node.attributes.items()):
        if key in ("lat", "long"):
            facts.append(t.predicate(f"geo:{key}") + t.decimal(float(value)))
        elif key in ontology.properties:
            facts.append(t.predicate(f"pg:{key}") + _value(t, ontology, key, value))
    return facts


def _value(t: Terms, ontology: Ontology, key: str, value: str | int) -> str:
    found = ontology.properties[key]
    if found.scheme:
        return t.name(f"pgc:{value}")
    if isinstance(value, int):
        return t.integer(value)
    return t.typed(value, found.range[0]) if len(found.range) == 1 else t.date(value)


def object_token(t: Terms, relation: ResolvedRelation, ontology: Ontology) -> str:
    """The object of a relation: a thing, or a text where the property takes one."""
    found = ontology.properties.get(relation.predicate)
    return t.text(relation.object) if found and found.literal else t.thing(relation.object)


def event_block(
    t: Terms, event: ResolvedEvent, evidence: Sequence[Quote], ontology: Ontology, keep: Keep | None = None,
) -> Block:
    """An event, told with the evidence given and those participants that may be named; all if `keep` is None."""
    p = t.predicate
    facts = [p("rdf:type") + t.name(f"pg:{event.type}"), p("rdfs:label") + t.text(event.label)]
    for role, fillers in event.roles.items():
        predicate = p(f"pg:{role}")
        facts += [predicate + t.thing(filler) for filler in fillers if keep is None or keep(filler)]
    if event.times:
        facts += _times(t, event.times)
    facts += [p(f"pg:{key}") + _value(t, ontology, key, value) for key, value in sorted(event.attributes.items())
              if key in ontology.properties]
    if event.stage:
        facts.append(p("pg:stage") + t.name(f"pgc:{event.stage}"))
    facts += [p("pg:trigger") + t.text(trigger) for trigger in sorted({q.trigger for q in evidence if q.trigger})]
    facts += _trust(t, event, evidence, keep)
    facts.append(p("pg:independentSources") + t.integer(event.independent_sources))
    return t.thing(event.iri), facts


def _times(t: Terms, times: Sequence[When]) -> Facts:
    p, best = t.predicate, times[0]
    facts = [p("pg:startDate") + t.date(best.start)] if best.start else []
    if best.end:
        facts.append(p("pg:endDate") + t.date(best.end))
    if len(times) > 1:
        others = {time.start for time in times[1:] if time.start and time.start != best.start}
        facts += [p("pg:otherDate") + t.date(date) for date in sorted(others)]
    return facts + [p("pg:dateText") + t.text(text) for text in dict.fromkeys(time.text for time in times) if text]


def _trust(
    t: Terms, item: ResolvedEvent | ResolvedRelation, evidence: Sequence[Quote], keep: Keep | None,
) -> Facts:
    p = t.predicate
    facts = [p("pg:factuality") + t.name(f"pgc:{item.factuality}")]
    facts += [p("pg:attributedTo") + t.thing(_speaker(who)) for who in item.attributed_to if keep is None or keep(who)]
    facts.append(p("pg:confidence") + t.decimal(item.confidence))
    tokens = dict.fromkeys(t.evidence(quote.document, quote.start, quote.end, quote.method) for quote in evidence)
    return facts + [p("pg:evidence") + token for token in tokens]


def _speaker(iri: str) -> str:
    return iri if "/" in iri else document_iri(iri)


def assertion_block(
    t: Terms, relation: ResolvedRelation, evidence: Sequence[Quote], ontology: Ontology, keep: Keep | None = None,
) -> Block:
    """A binary relation as a statement that can carry its evidence, its factuality and who says so."""
    p = t.predicate
    triple = t.thing(relation.subject), t.name(f"pg:{relation.predicate}"), object_token(t, relation, ontology)
    facts = [p("rdf:type") + t.name("pg:Assertion"), *_reified(t, triple), *_trust(t, relation, evidence, keep)]
    if relation.source:
        facts.append(p("prov:wasDerivedFrom") + t.thing(source_iri(relation.source)))
    return t.thing(relation.iri), facts


def _reified(t: Terms, triple: tuple[str, str, str]) -> Facts:
    p, (subject, predicate, value) = t.predicate, triple
    if t.config.triple_terms:
        return [f"{p('rdf:reifies')}<<( {subject} {predicate} {value} )>>"]
    return [p("rdf:type") + t.name("rdf:Statement"), p("rdf:subject") + subject, p("rdf:predicate") + predicate,
            p("rdf:object") + value]


def evidence_blocks(t: Terms, quotes: Iterable[Quote]) -> Iterator[Block]:
    """The spans behind everything, one block for each place and rule, in the order of the text."""
    places: dict[tuple[str, int, int, str], list[Quote]] = {}
    for quote in quotes:
        places.setdefault((quote.document, quote.start, quote.end, quote.method), []).append(quote)
    p = t.predicate
    kind, text, start, end, inside, method, trigger, confidence = (
        p("rdf:type") + t.name("pg:Evidence"), p("pg:quote"), p("pg:startOffset"), p("pg:endOffset"),
        p("pg:inDocument"), p("pg:method"), p("pg:trigger"), p("pg:confidence"))
    for place in sorted(places):
        same, (document, first, last, rule) = places[place], place
        facts = [kind, text + t.text(min(quote.text for quote in same) if len(same) > 1 else same[0].text),
                 start + t.integer(first), end + t.integer(last), inside + t.thing(document_iri(document))]
        if rule:
            facts.append(method + t.text(rule))
        facts += [trigger + t.text(word) for word in sorted({quote.trigger for quote in same if quote.trigger})]
        facts.append(confidence + t.decimal(max(quote.confidence for quote in same)))
        yield t.evidence(document, first, last, rule), facts
