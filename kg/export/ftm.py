"""The graph as entities of FollowTheMoney, one JSON object a line, for Aleph, OpenAleph, Yente and their kin."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export._files import lines
from kg.lexicon.ontology import load
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation

NAME = "ftm"
TITLE = "FollowTheMoney entities as JSON lines, for Aleph and OpenSanctions tools"
FILE = "graph.ftm.jsonl"
_SCHEMATA = {  # the nearest schema of the class or of its nearest ancestor
    "Person": "Person", "People": "LegalEntity", "State": "PublicBody", "Agency": "PublicBody",
    "MediaOrganization": "Organization", "Organization": "Organization", "Actor": "LegalEntity", "Place": "Address"}
_LINKS = {  # predicate -> schema, the property of the subject, that of the object
    "memberOf": ("Membership", "member", "organization"), "leads": ("Directorship", "director", "organization"),
    "worksFor": ("Employment", "employee", "employer")}
_ENDS = {"organization": ("Organization", "PublicBody"), "employer": ("Organization", "PublicBody"),
         "employee": ("Person",)}  # what those properties take; anything else becomes an UnknownLink
_ACTORS = ("agent", "patient", "perpetrator", "suspect", "victim", "recipient", "target")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_NOT_ID = re.compile(r"[^A-Za-z0-9-]+")
Properties = Mapping[str, list[str]]
Entity = dict[str, object]


def write(graph: Graph, target: Path) -> None:
    """Writes the file. Raises OutputError."""
    lines(target, (json.dumps(entity, ensure_ascii=False, sort_keys=True) for entity in entities(graph)))


def entities(graph: Graph) -> Iterator[Entity]:
    """Documents, actors, places, events and the links between actors. What is denied is left out."""
    schemata = {node.iri: schema for node in graph.nodes if (schema := _schema(node))}
    countries = {node.iri: code for node in graph.nodes if (code := node.attributes.get("isoAlpha2"))}
    names = {node.iri: node.name for node in graph.nodes}
    yield from map(_document, graph.documents)
    yield from (_node(node, schemata[node.iri], graph, countries) for node in graph.nodes if node.iri in schemata)
    yield from (_event(event, schemata, names) for event in graph.events if event.factuality != "denied")
    for relation in graph.relations:
        actors = all(schemata.get(iri, "Address") != "Address" for iri in (relation.subject, relation.object))
        if actors and relation.factuality != "denied":
            yield _link(relation, schemata)


def identifier(iri: str) -> str:
    """The identifier of a thing: its local IRI in the letters that FollowTheMoney allows."""
    return _NOT_ID.sub(".", iri).strip(".-")


def _entity(iri: str, schema: str, **properties: list[str]) -> Entity:
    given = {name: list(dict.fromkeys(filter(None, values))) for name, values in properties.items()}
    return {"id": identifier(iri), "schema": schema,
            "properties": {name: values for name, values in given.items() if values}}


def _schema(node: Node) -> str | None:
    ancestors = load().ancestors(node.type)
    return next((_SCHEMATA[name] for name in ancestors if name in _SCHEMATA), None)


def _document(document: Document) -> Entity:
    return _entity(
        f"document/{document.id}", "Article", title=[document.title or document.id], author=[document.author or ""],
        publishedAt=[_date(document.date)], publisher=[document.publisher or ""], contentHash=[],
        sourceUrl=[document.url or ""], fileName=[document.source], bodyText=[document.text])


def _node(node: Node, schema: str, graph: Graph, countries: Mapping[str, str]) -> Entity:
    known = [iri.rpartition("/")[2] for iri in node.same_as if "wikidata.org/entity/" in iri]
    tied = [r.object for r in graph.relations if r.subject == node.iri and r.factuality == "reported"
            and r.predicate in ("agencyOf", "nationality", "locatedIn")]
    country = [countries[iri] for iri in (node.iri, *tied) if iri in countries]
    if schema == "Address":
        return _entity(node.iri, schema, full=[node.name], latitude=[node.attributes.get("lat", "")],
                       longitude=[node.attributes.get("long", "")], country=country)
    return _entity(node.iri, schema, name=[node.name], alias=list(node.aliases), wikidataId=known, country=country,
                   summary=[f"{node.count} people"] if node.type == "People" and node.count is not None else [])


def _event(event: ResolvedEvent, schemata: Mapping[str, str], names: Mapping[str, str]) -> Entity:
    involved = [filler for role in _ACTORS for filler in event.roles.get(role, ())
                if schemata.get(filler, "Address") != "Address"]
    places = [place for place in event.roles.get("place", ()) if place in names]
    time = event.times[0] if event.times else None
    says = [f"Factuality: {event.factuality}"] + [f"Stage: {event.stage}" for _ in [0] if event.stage]
    return _entity(
        event.iri, "Event", name=[event.label], keywords=[load().classes[event.type].label], notes=says,
        involved=[identifier(iri) for iri in involved], location=[names[place] for place in places],
        addressEntity=[identifier(place) for place in places if schemata.get(place) == "Address"],
        startDate=[_date(time.start if time else None)], endDate=[_date(time.end if time else None)],
        summary=[quote.text for quote in event.evidence], proof=_proof(event.evidence))


def _link(relation: ResolvedRelation, schemata: Mapping[str, str]) -> Entity:
    schema, left, right = _LINKS.get(relation.predicate, ("UnknownLink", "subject", "object"))
    ends = ((left, relation.subject), (right, relation.object))
    if any(schemata[iri] not in _ENDS.get(name, (schemata[iri],)) for name, iri in ends):
        schema, left, right = "UnknownLink", "subject", "object"
    found = load().properties.get(relation.predicate)
    return _entity(
        relation.iri, schema, **{left: [identifier(relation.subject)], right: [identifier(relation.object)]},
        role=[found.label if found else relation.predicate], summary=[quote.text for quote in relation.evidence],
        description=[f"Factuality: {relation.factuality}"], proof=_proof(relation.evidence))


def _proof(quotes: tuple[Quote, ...]) -> list[str]:
    return sorted({identifier(f"document/{quote.document.removeprefix('document/')}") for quote in quotes})


def _date(value: str | None) -> str:
    """A date that FollowTheMoney takes: with a year, or nothing."""
    return value if value and _DATE.fullmatch(value) else ""
