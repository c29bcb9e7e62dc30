"""What is said of one thing: a subject and its predicates with objects, as tokens in a pleasant order.

In: documents, nodes, events, relations and quotes of the plain model. Out: blocks, one a subject.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from kg import __version__
from kg.ids import slug
from kg.lexicon.ontology import Ontology
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation
from kg.rdf.terms import Terms

Pairs = list[tuple[str, str]]  # predicate and object
Block = tuple[str, Pairs]
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
    pairs = [("a", t.name("prov:Activity")), (t.name("rdfs:label"), t.text(f"Plotgraph {__version__}"))]
    if t.config.started:
        pairs.append((t.name("prov:startedAtTime"), t.typed(t.config.started, "xsd:dateTime")))
    pairs += [(t.name("prov:used"), t.thing(document_iri(document.id))) for document in graph.documents]
    return t.thing(RUN), pairs


def document_block(t: Terms, document: Document, publisher: str | None) -> Block:
    """A document and what is known about it. `publisher` is the IRI of the medium."""
    name = t.name
    pairs = [("a", name("pg:Document")), (name("rdfs:label"), t.text(document.title or document.id)),
             (name("dct:identifier"), t.text(document.id))]
    pairs += [(name("dct:title"), t.text(document.title))] if document.title else []
    pairs += [(name("dct:date"), t.date(document.date))] if document.date else []
    pairs += [(name("dct:publisher"), t.thing(publisher))] if publisher else []
    pairs += [(name("dc:creator"), t.text(document.author))] if document.author else []
    pairs += [(name("dct:language"), t.text(document.language))]
    pairs += [(name("dct:source"), t.outside(document.url) if document.url else t.text(document.source))]
    pairs += [(name("pg:sha256"), t.text(document.sha256))] if document.sha256 else []
    return t.thing(document_iri(document.id)), pairs


def source_block(t: Terms, source: str) -> Block:
    """A file of the knowledge base."""
    name, _, line = source.rpartition(":")
    return t.thing(source_iri(source)), [
        ("a", t.name("prov:Entity")), (t.name("rdfs:label"), t.text(name if line.isdigit() else source))]


def node_block(
    t: Terms, node: Node, relations: Iterable[ResolvedRelation], documents: Sequence[str], ontology: Ontology,
    names: Sequence[str] | None = None,
) -> Block:
    """An actor, place or thing with its plain relations and the documents that mention it.

    `names` are the other names to give; all of them if None.
    """
    pairs = [("a", t.name(f"pg:{node.type}")), (t.name("rdfs:label"), t.text(node.name))]
    alternatives = node.aliases if names is None else names
    pairs += [(t.name("skos:altLabel"), t.text(alias)) for alias in alternatives if alias != node.name]
    pairs += _attributes(t, node, ontology)
    pairs += [(t.name("pg:count"), t.integer(node.count))] if node.count is not None else []
    pairs += [(t.name(f"pg:{r.predicate}"), object_token(t, r, ontology)) for r in relations]
    pairs += [(t.name("pg:mentionedIn"), t.thing(document_iri(document))) for document in documents]
    pairs += [(t.name("skos:exactMatch"), t.outside(iri)) for iri in node.same_as]
    return t.thing(node.iri), pairs


def _attributes(t: Terms, node: Node, ontology: Ontology) -> Pairs:
    pairs = []
    for key, value in sorted(node.attributes.items()):
        if key in ("lat", "long"):
            pairs.append((t.name(f"geo:{key}"), t.decimal(float(value))))
        elif key in ontology.properties:
            pairs.append((t.name(f"pg:{key}"), _value(t, ontology, key, value)))
    return pairs


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


def event_block(t: Terms, event: ResolvedEvent, evidence: Sequence[Quote], keep: Keep, ontology: Ontology) -> Block:
    """An event, told with the evidence given and those participants that may be named."""
    name = t.name
    pairs = [("a", name(f"pg:{event.type}")), (name("rdfs:label"), t.text(event.label))]
    pairs += [(name(f"pg:{role}"), t.thing(filler)) for role, fillers in event.roles.items() for filler in fillers
              if keep(filler)]
    pairs += _times(t, event)
    pairs += [(name(f"pg:{key}"), _value(t, ontology, key, value)) for key, value in sorted(event.attributes.items())
              if key in ontology.properties]
    pairs += [(name("pg:stage"), name(f"pgc:{event.stage}"))] if event.stage else []
    triggers = sorted({quote.trigger for quote in evidence if quote.trigger})
    pairs += [(name("pg:trigger"), t.text(trigger)) for trigger in triggers]
    pairs += _trust(t, event, evidence, keep)
    pairs.append((name("pg:independentSources"), t.integer(event.independent_sources)))
    return t.thing(event.iri), pairs


def _times(t: Terms, event: ResolvedEvent) -> Pairs:
    if not event.times:
        return []
    best = event.times[0]
    pairs = [(t.name("pg:startDate"), t.date(best.start))] if best.start else []
    pairs += [(t.name("pg:endDate"), t.date(best.end))] if best.end else []
    others = {time.start for time in event.times[1:] if time.start and time.start != best.start}
    pairs += [(t.name("pg:otherDate"), t.date(date)) for date in sorted(others)]
    texts = dict.fromkeys(time.text for time in event.times if time.text)
    return pairs + [(t.name("pg:dateText"), t.text(text)) for text in texts]


def _trust(t: Terms, item: ResolvedEvent | ResolvedRelation, evidence: Sequence[Quote], keep: Keep) -> Pairs:
    pairs = [(t.name("pg:factuality"), t.name(f"pgc:{item.factuality}"))]
    pairs += [(t.name("pg:attributedTo"), t.thing(_speaker(who))) for who in item.attributed_to if keep(who)]
    pairs.append((t.name("pg:confidence"), t.decimal(item.confidence)))
    return pairs + [(t.name("pg:evidence"), evidence_token(t, quote)) for quote in evidence]


def _speaker(iri: str) -> str:
    return iri if "/" in iri else document_iri(iri)


def assertion_block(
    t: Terms, relation: ResolvedRelation, evidence: Sequence[Quote], keep: Keep, ontology: Ontology,
) -> Block:
    """A binary relation as a statement that can carry its evidence, its factuality and who says so."""
    pairs = [("a", t.name("pg:Assertion")), ("a", t.name("rdf:Statement")),
             (t.name("rdf:subject"), t.thing(relation.subject)),
             (t.name("rdf:predicate"), t.name(f"pg:{relation.predicate}")),
             (t.name("rdf:object"), object_token(t, relation, ontology))]
    pairs += _trust(t, relation, evidence, keep)
    if relation.source:
        pairs.append((t.name("prov:wasDerivedFrom"), t.thing(source_iri(relation.source))))
    return t.thing(relation.iri), pairs


def evidence_token(t: Terms, quote: Quote) -> str:
    """The IRI of the evidence: document, offsets and rule."""
    rule = f"-{quote.method.replace('/', '.')}" if quote.method else ""
    return t.evidence(quote.document, f"-{quote.start}-{quote.end}{rule}")


def evidence_blocks(t: Terms, quotes: Iterable[Quote]) -> Iterable[Block]:
    """The spans behind everything, one block for each place and rule, in the order of the text."""
    ordered = sorted(set(quotes), key=lambda q: (q.document, q.start, q.end, q.method, q.trigger, q.confidence, q.text))
    for _, group in groupby(ordered, key=lambda q: (q.document, q.start, q.end, q.method)):
        same = list(group)
        quote = same[-1]
        pairs = [("a", t.name("pg:Evidence")), (t.name("pg:quote"), t.text(quote.text)),
                 (t.name("pg:startOffset"), t.integer(quote.start)), (t.name("pg:endOffset"), t.integer(quote.end)),
                 (t.name("pg:inDocument"), t.thing(document_iri(quote.document)))]
        pairs += [(t.name("pg:method"), t.text(quote.method))] if quote.method else []
        triggers = dict.fromkeys(other.trigger for other in same if other.trigger)
        pairs += [(t.name("pg:trigger"), t.text(trigger)) for trigger in triggers]
        pairs.append((t.name("pg:confidence"), t.decimal(max(other.confidence for other in same))))
        yield evidence_token(t, quote), pairs
