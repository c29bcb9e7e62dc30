"""A graph of any size, made by rule: documents with events, actors, relations and evidence as news has them."""

from collections.abc import Iterator

from kg.model import Account, Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When

TRIPLES_A_DOCUMENT = 227  # measured on what `many` makes
SELDOM = 10  # one in so many documents tells of what is rarer, so that every named query finds something
_SENTENCE = "Police detained four members of a cell linked to group {0} in city {1} on 13 October, officials said. "
_EVENTS = (("Detention", None, {}), ("Attack", "accomplished", {"attackKind": "bombing", "killed": 3}),
           ("Plot", "thwarted", {"attackKind": "shooting"}), ("Statement", None, {}),
           ("IntelligenceSharing", None, {}), ("LegalAction", None, {"legalKind": "sentence"}))


def many(documents: int) -> Graph:
    """A graph of so many documents, about `TRIPLES_A_DOCUMENT` triples each."""
    texts = [Document(f"doc-{n:07}", f"wire/{n}.txt", _text(n), f"Report number {n}", _day(n), f"Paper {n % 50}",
                      sha256=f"{n:064x}") for n in range(documents)]
    events = [event for number in range(documents) for event in _events(number)]
    events += [event for number in range(0, documents, SELDOM) for event in _seldom(number, documents)]
    relations = [relation for number in range(documents) for relation in _relations(number)]
    relations += [relation for number in range(0, documents, SELDOM) for relation in _doubtful(number)]
    return Graph(tuple(texts), tuple(sorted(_nodes(documents), key=lambda node: node.iri)),
                 tuple(sorted(events, key=lambda event: event.iri)),
                 tuple(sorted(relations, key=lambda relation: relation.iri)))


def _day(number: int) -> str:
    return f"20{number % 20 + 10}-10-{number % 28 + 1:02}"


def _text(number: int) -> str:
    return "".join(_SENTENCE.format(number % 90, (number + line) % 400) for line in range(len(_EVENTS)))


def _quote(number: int, line: int, method: str) -> Quote:
    length = [len(_SENTENCE.format(number % 90, (number + before) % 400)) for before in range(line + 1)]
    start = sum(length[:-1])
    text = _SENTENCE.format(number % 90, (number + line) % 400).strip()
    return Quote(f"doc-{number:07}", start, start + len(text), text, method, "detained", 0.9)


def _nodes(documents: int) -> Iterator[Node]:
    for n in range(90):
        yield Node(f"group/group-{n}", "Group", f"Group {n}", (f"G{n}",), known=True,
                   mentions=_mentions(n, documents, 90))
    for n in range(60):
        yield Node(f"agency/agency-{n}", "Agency", f"Agency {n}", (f"A{n}",), attributes={"agencyKind": "police"},
                   known=True, mentions=_mentions(n, documents, 60))
        yield Node(f"state/S{n:02}", "State", f"State {n}", attributes={"isoCode": "AAA"}, known=True)
    for n in range(400):
        yield Node(f"place/city-{n}", "City", f"City {n}", attributes={"lat": "41.5", "long": "12.25"}, known=True,
                   mentions=_mentions(n, documents, 400))
    for n in range(documents):
        yield Node(f"people/people-{n:07}", "People", "four members of a cell", count=4, mentions=(_quote(n, 0, ""),))
    for n in range(0, documents, SELDOM):
        said = (_quote(n, 1, ""),)
        yield Node(f"person/person-{n:07}", "Person", f"Person {n}", mentions=said)
        yield Node(f"weapon/rifle-{n:07}", "Weapon", "a rifle", attributes={"weaponKind": "firearm"}, mentions=said)
        yield Node(f"target/station-{n:07}", "Target", "railway station", mentions=said)


def _mentions(offset: int, documents: int, step: int) -> tuple[Quote, ...]:
    return tuple(_quote(n, 0, "") for n in range(offset, documents, step))


def _events(number: int) -> Iterator[ResolvedEvent]:
    for line, (kind, stage, attributes) in enumerate(_EVENTS):
        actor = "perpetrator" if stage else "agent"
        who = f"group/group-{number % 90}" if stage else f"agency/agency-{number % 60}"
        extra = {"recipient": (f"agency/agency-{(number + 7) % 60}",)} if kind == "IntelligenceSharing" else {}
        day = _day(number)
        yield ResolvedEvent(
            f"event/{kind.lower()}-{number:07}", kind, f"{kind} number {number}",
            {actor: (who,), "patient": (f"people/people-{number:07}",),
             "place": (f"place/city-{(number + line) % 400}",), **extra},
            (_quote(number, line, f"{kind}/active"),), (When(day, day, "on 13 October"),), stage,
            "claimed" if line % 3 == 2 else "reported", (f"agency/agency-{number % 60}",) if line % 3 == 2 else (),
            0.9, 1 + number % 3, attributes)


def _seldom(number: int, documents: int) -> Iterator[ResolvedEvent]:
    """What is told of the document's attack and plot, and a strike that the next document counts otherwise."""
    group, agency, state = f"group/group-{number % 90}", f"agency/agency-{number % 60}", f"state/S{number % 60:02}"
    people, person, city = f"people/people-{number:07}", f"person/person-{number:07}", f"place/city-{number % 400}"
    attack, plot, rifle = f"event/attack-{number:07}", f"event/plot-{number:07}", f"weapon/rifle-{number:07}"
    told: tuple[tuple[str, dict[str, tuple[str, ...]]], ...] = (
        ("Accusation", {"agent": (agency,), "patient": (group,), "topic": (attack,)}),
        ("ClaimOfResponsibility", {"agent": (group,), "topic": (attack,)}),
        ("Denial", {"agent": (group,), "topic": (attack,)}), ("Designation", {"agent": (state,), "patient": (group,)}),
        ("Disruption", {"agent": (agency,), "disrupts": (plot,), "place": (city,)}),
        ("IntelligenceSharing", {"agent": (state,), "recipient": (agency,), "topic": (plot,)}),
        ("Meeting", {"agent": (agency,), "recipient": (state,)}), ("Raid", {"agent": (agency,), "patient": (person,)}),
        ("Detention", {"agent": (agency,), "patient": (people, person)}), ("Recruitment", {"agent": (group,),
                                                                                          "patient": (people,)}),
        ("Seizure", {"agent": (agency,), "patient": (rifle,)}),
        ("Travel", {"agent": (person,), "origin": (state,), "destination": (city,)}))
    days = (When(_day(number), None, "on 13 October"), When(_day(number + 1), None, "a day later"))
    for kind, roles in told:
        yield ResolvedEvent(f"event/seldom-{kind.lower()}-{number:07}", kind, f"{kind} of {number}", roles,
                            (_quote(number, 1, f"{kind}/active"),), days)
    both, weapon = (number, min(number + 1, documents - 1)), {"instrument": (rifle,)}
    yield ResolvedEvent(
        f"event/strike-{number:07}", "Attack", f"Strike {number}",
        {"perpetrator": (group,), "place": (city,), **weapon},
        tuple(_quote(n, 2, "Attack/noun") for n in both), days[:1], "accomplished", attributes={"killed": 4},
        accounts=tuple(Account(f"doc-{n:07}", {"perpetrator": (f"group/group-{n % 90}",), **weapon}, days[:1],
                               "accomplished", counts={"killed": n + 1}) for n in both))
    yield ResolvedEvent(
        f"event/scheme-{number:07}", "Plot", f"Scheme {number}", {
            "suspect": (group,), "target": (f"target/station-{number:07}",), **weapon},
        (_quote(number, 2, "Plot/noun"),), (), "planned", "alleged", (agency,))


def _doubtful(number: int) -> Iterator[ResolvedRelation]:
    people, person = f"people/people-{number:07}", f"person/person-{number:07}"
    group, said = f"group/group-{number % 90}", (_quote(number, 1, "noun"),)
    yield ResolvedRelation(f"assertion/c-{number:07}-1", people, "memberOf", group, said, "denied",
                           (f"agency/agency-{number % 60}",))
    yield ResolvedRelation(f"assertion/c-{number:07}-2", person, "leads", group, said)
    yield ResolvedRelation(f"assertion/c-{number:07}-3", person, "holdsRole", "leader", said)


def _relations(number: int) -> Iterator[ResolvedRelation]:
    people, group = f"people/people-{number:07}", f"group/group-{number % 90}"
    evidence = (_quote(number, 0, "memberOf/noun"),)
    yield ResolvedRelation(f"assertion/a-{number:07}-1", people, "memberOf", group, evidence)
    yield ResolvedRelation(f"assertion/a-{number:07}-2", people, "operatesIn", f"place/city-{number % 400}", evidence)
    if number < 60:
        yield ResolvedRelation(f"assertion/b-{number:07}", f"agency/agency-{number}", "agencyOf", f"state/S{number:02}",
                               source="names/agencies.ttl:1")
        yield ResolvedRelation(f"assertion/d-{number:07}", f"group/group-{number}", "bannedIn", f"state/S{number:02}",
                               source="names/groups.ttl:1")
