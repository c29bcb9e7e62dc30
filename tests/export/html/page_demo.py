"""Graphs for the tests of the page: a small one, told in our own sentences in `demo/`, and large random ones."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When

FOLDER = Path(__file__).parent / "demo"


def _lines(name: str) -> list[str]:
    return (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()


ARTICLES = {key: rest for key, *rest in (line.split("|") for line in _lines("articles"))}


def small() -> Graph:
    """Seven articles, some hundred nodes and events."""
    documents = tuple(Document(f"doc-{key}", f"{key}.txt", text, title=title, date=date, publisher=publisher,
                               url=f"https://news.example/{key}")
                      for key, (title, date, publisher, text) in sorted(ARTICLES.items()))
    nodes = tuple(sorted((_node(line) for line in _lines("nodes")), key=lambda node: node.iri))
    events = tuple(_event(line) for line in _lines("events"))
    relations = tuple(sorted((_relation(at, line) for at, line in enumerate(_lines("relations"))),
                             key=lambda relation: relation.iri))
    return Graph(documents, nodes, events, relations)


def large(nodes: int, events: int, seed: int = 3) -> Graph:
    """A random graph in communities: `nodes` nodes in all, `events` of them events with about three links each."""
    rng = random.Random(seed)
    example = small()
    kinds = ["Group", "Cell", "Person", "Person", "Person", "People", "Agency", "State", "City"]
    actors = [Node(f"{kind.lower()}/n{i:05}", kind, f"{kind} {_name(rng)}", aliases=(f"Alias {i}",))
              for i in range(nodes - events) for kind in (kinds[rng.randrange(len(kinds))],)]
    near = [rng.randrange(max(1, nodes // 60)) for _ in actors]
    groups: dict[int, list[Node]] = {}
    for actor, group in zip(actors, near, strict=True):
        groups.setdefault(group, []).append(actor)
    documents = tuple(replace(document, id=f"doc-{i:04}", date=f"20{10 + i % 15}-0{1 + i % 9}-11")
                      for i in range(max(7, events // 30)) for document in (example.documents[i % 7],))
    made = tuple(_random_event(rng, i, rng.choice(list(groups.values())), actors, documents) for i in range(events))
    return Graph(documents, tuple(sorted(actors, key=lambda node: node.iri)), made, ())


def _name(rng: random.Random) -> str:
    return "".join(rng.choice(("ka", "ro", "mi", "sun", "tel", "dar", "bo", "vi")) for _ in range(3)).title()


def _random_event(rng: random.Random, i: int, group: list[Node], actors: list[Node],
                  documents: tuple[Document, ...]) -> ResolvedEvent:
    kind = rng.choice(["Detention", "Plot", "Attack", "Seizure", "Statement", "Meeting", "LegalAction"])
    document = rng.choice(documents)
    agent, patient, *others = [rng.choice(group if rng.random() < 0.9 else actors).iri for _ in range(4)]
    roles = {"agent": (agent,), "patient": (patient,), "recipient": tuple(sorted(set(others)))}
    quote = Quote(document.id, 0, min(90, len(document.text)), document.text[:90], f"{kind}/active", "word")
    date = f"20{rng.randrange(10, 25)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}"
    return ResolvedEvent(f"event/{kind.lower()}-{i:05}", kind, f"{kind} {i}", roles, (quote,),
                         (When(date, date, date),), "planned" if kind == "Plot" else None,
                         rng.choice(["reported", "claimed", "alleged"]), confidence=round(rng.random(), 2))


def _node(line: str) -> Node:
    iri, kind, name, aliases, attributes = line.split("|")
    pairs = dict(pair.split("=") for pair in attributes.split(";") if pair)
    names = [alias for alias in aliases.split(";") if alias]
    mentions = tuple(Quote(f"doc-{key}", text.index(found), text.index(found) + len(found), found)
                     for key, (_, _, _, text) in sorted(ARTICLES.items())
                     for found in [next((n for n in (name, *names) if n in text), "")] if found)
    same = ("http://www.wikidata.org/entity/Q2429253",) if name == "Islamic State" else ()
    count = {"Four members of the cell": 4, "Eleven detainees": 11, "Four gunmen": 4}.get(name)
    return Node(iri, kind, name, tuple(names), count, pairs, same, not iri.startswith(("people", "cell")), mentions)


def _quote(key: str, text: str, method: str = "", trigger: str = "", confidence: float = 1.0) -> Quote:
    start = ARTICLES[key][3].index(text)
    return Quote(f"doc-{key}", start, start + len(text), text, method, trigger, confidence)


def _event(line: str) -> ResolvedEvent:
    key, kind, label, article, quote, trigger, roles, *rest = line.split("|")
    start, end, stage, factuality, said, confidence, attributes = rest
    pairs = dict(pair.split("=") for pair in attributes.split(",") if pair)
    typed = {name: int(value) if value.isdecimal() else value for name, value in pairs.items()}
    times = (When(start, end or start, start),) if start else ()
    fillers = {role: tuple(iris.split(",")) for role, iris in (part.split("=") for part in roles.split(";"))}
    return ResolvedEvent(
        f"event/{key}", kind, label, fillers,
        (_quote(article, quote, f"{kind}/active", trigger, float(confidence)),), times, stage or None, factuality,
        tuple(iri for iri in said.split(",") if iri), float(confidence), 1, typed)


def _relation(at: int, line: str) -> ResolvedRelation:
    subject, predicate, value, article, quote, factuality, rest = line.split("|")
    evidence = (_quote(article, quote, f"{predicate}/apposition"),) if quote else ()
    said = (rest,) if quote and rest else ()
    return ResolvedRelation(f"relation/r{at:02}", subject, predicate, value, evidence, factuality or "reported", said,
                            0.9 if quote else 1.0, "" if quote else rest)
