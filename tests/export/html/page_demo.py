"""Graphs made by hand for the tests of the page: a small one with our own sentences about public events, large random ones."""

from __future__ import annotations

import random
from dataclasses import replace

from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When

ARTICLES = {
    "cell": ("Islamist cell broken up before attacks in Moscow", "2019-10-17", "Caspian Wire",
             "Russia's Federal Security Service said it had broken up a cell of Islamic State that was preparing bombings in "
             "Moscow and Dagestan. On 13 and 14 October the FSB and the interior ministry detained four members of the cell "
             "in Moscow and Makhachkala. Officers seized two improvised explosive devices and a rifle in a rented flat. The "
             "men took orders from a recruiter in Syria, the agency claimed. The cell planned to strike the metro during the "
             "November holidays. A lawyer of one detainee denied that his client had ever met the recruiter."),
    "crocus": ("Gunmen attack concert hall near Moscow", "2024-03-23", "Northern Courier",
               "Gunmen attacked the Crocus City Hall near Moscow on 22 March 2024, killing at least 145 people. Islamic State "
               "Khorasan claimed responsibility for the attack. The United States had warned Russia on 7 March of a plot "
               "against large gatherings. Russian security forces detained eleven people, among them four gunmen, near the "
               "border with Ukraine. Moscow accused Ukraine of helping the attackers; Kyiv denied any part in it. Vladimir "
               "Putin is the president of Russia."),
    "vienna": ("Concerts called off after arrests in Austria", "2024-08-08", "Alpine Post",
               "Austrian police arrested a 19-year-old and a 17-year-old on 7 August 2024 over a plot to attack concerts in "
               "Vienna. The older suspect had sworn allegiance to Islamic State online, the interior ministry said. Officers "
               "found chemicals and machetes at his home in Ternitz. The CIA shared intelligence with Austria before the "
               "arrests. Three shows at the Ernst Happel Stadium were called off."),
    "istanbul": ("Turkish agents catch cell that scouted embassies", "2024-06-18", "Bosporus Daily",
                 "Turkish intelligence and Istanbul police detained three members of Islamic State Khorasan on 16 June 2024. "
                 "The suspects had scouted two embassies in Istanbul, officials said. One of them travelled from Tajikistan "
                 "to Turkey in January. A court in Istanbul charged the three with membership of a terrorist group. Turkey "
                 "shared the file with Germany and France."),
    "solingen": ("Three stabbed to death at German festival", "2024-08-24", "Rhine Gazette",
                 "A man stabbed three people to death at a festival in Solingen on 23 August 2024. Islamic State claimed the "
                 "attack without proof. German federal prosecutors took over the case and charged a Syrian suspect, Issa al H. "
                 "Germany's interior minister Nancy Faeser visited Solingen and demanded tighter knife laws."),
    "kabul": ("Khorasan branch fights the Taliban", "2024-09-03", "Hindu Kush Report",
              "Islamic State Khorasan, a branch of Islamic State, fights the Taliban in Afghanistan. A suicide bomber of the "
              "group attacked the prosecutor's office in Kabul on 2 September 2024 and killed six people. The United Nations "
              "condemned the attack. The United States has listed the group as a terrorist organization since 2016. Sanaullah "
              "Ghafari leads the group."),
    "paris": ("France foils plot against football match", "2024-05-31", "Lutetia Soir",
              "French domestic intelligence, the DGSI, arrested an 18-year-old Chechen in Saint-Etienne on 22 May 2024. He had "
              "planned an attack on the Geoffroy-Guichard stadium during the Olympic football tournament. Prosecutors opened "
              "an investigation. The minister Gerald Darmanin said the plot was the first to be foiled against the Games."),
}
PUBLISHERS_URL = "https://news.example/{}"

NODES = """
state/RUS|State|Russia|Russian Federation;Moscow's government|isoCode=RUS
state/TUR|State|Turkey|Türkiye|isoCode=TUR
state/DEU|State|Germany|Federal Republic of Germany|isoCode=DEU
state/FRA|State|France||isoCode=FRA
state/AUT|State|Austria||isoCode=AUT
state/USA|State|United States|US;Washington|isoCode=USA
state/UKR|State|Ukraine|Kyiv|isoCode=UKR
state/AFG|State|Afghanistan||isoCode=AFG
state/SYR|State|Syria||isoCode=SYR
state/TJK|State|Tajikistan||isoCode=TJK
international/un|InternationalOrganization|United Nations|UN|
agency/rus-federal-security-service|Agency|Federal Security Service|FSB;Russia's FSB security service|agencyKind=intelligence
agency/rus-ministry-of-internal-affairs|Agency|Ministry of Internal Affairs|interior ministry|agencyKind=ministry
agency/tur-national-intelligence|Agency|National Intelligence Organization|MIT;Turkish intelligence|agencyKind=intelligence
agency/tur-istanbul-police|Agency|Istanbul Police|Istanbul police|agencyKind=police
agency/tur-court|Agency|Istanbul court|A court in Istanbul|agencyKind=court
agency/aut-police|Agency|Austrian police||agencyKind=police
agency/aut-interior|Agency|Austrian Interior Ministry|interior ministry|agencyKind=ministry
agency/usa-cia|Agency|Central Intelligence Agency|CIA|agencyKind=intelligence
agency/deu-gba|Agency|Federal Prosecutor General|federal prosecutors|agencyKind=prosecution
agency/fra-dgsi|Agency|General Directorate for Internal Security|DGSI;French domestic intelligence|agencyKind=intelligence
group/islamic-state|Group|Islamic State|ISIS;ISIL;Daesh;IS|
group/islamic-state-khorasan|Group|Islamic State Khorasan|ISIS-K;ISKP;Wilayat Khorasan|
group/taliban|Group|Taliban||
cell/moscow|Cell|Cell in Moscow and Dagestan|the cell|
people/four-members|People|Four members of the cell|four members|
people/gunmen|People|Four gunmen|gunmen;attackers|
people/eleven|People|Eleven detainees|eleven people|
people/three-istanbul|People|Three Khorasan members|the three|
people/victims|People|145 concertgoers|at least 145 people|
people/solingen|People|Three festival visitors|three people|
people/kabul|People|Six people in Kabul|six people|
person/recruiter|Person|Recruiter in Syria|a recruiter|
person/lawyer|Person|Lawyer of a detainee||
person/putin|Person|Vladimir Putin|Putin|
person/nineteen|Person|19-year-old of Ternitz|The older suspect|
person/seventeen|Person|17-year-old suspect||
person/issa|Person|Issa al H.|Syrian suspect|
person/faeser|Person|Nancy Faeser|Faeser|
person/ghafari|Person|Sanaullah Ghafari|Shahab al-Muhajir|
person/bomber|Person|Suicide bomber in Kabul||
person/teen|Person|18-year-old Chechen||
person/darmanin|Person|Gerald Darmanin||
place/moscow|City|Moscow||lat=55.7558;long=37.6173
place/makhachkala|City|Makhachkala||lat=42.98;long=47.5
place/dagestan|Region|Dagestan||
place/crocus|Facility|Crocus City Hall||
place/vienna|City|Vienna|Wien|lat=48.2;long=16.37
place/ternitz|City|Ternitz||
place/happel|Facility|Ernst Happel Stadium||
place/istanbul|City|Istanbul||lat=41.0;long=28.95
place/solingen|City|Solingen||
place/kabul|City|Kabul||
place/saint-etienne|City|Saint-Etienne||
place/guichard|Facility|Geoffroy-Guichard stadium||
weapon/ieds|Weapon|Two improvised explosive devices||weaponKind=ied
weapon/rifle|Weapon|Rifle||weaponKind=firearm
weapon/machetes|Weapon|Machetes||weaponKind=blade
target/metro|Target|The metro||
target/gatherings|Target|Large gatherings||
target/concerts|Target|Concerts in Vienna||
target/embassies|Target|Two embassies||
"""

EVENTS = """
e01|Plot|Plot against the metro|cell|The cell planned to strike the metro during the November holidays.|planned|perpetrator=cell/moscow;target=target/metro;place=place/moscow|2019-11||thwarted|claimed|agency/rus-federal-security-service|0.9|attackKind=bombing
e02|Disruption|Cell broken up|cell|it had broken up a cell of Islamic State|broken up|agent=agency/rus-federal-security-service;patient=cell/moscow;disrupts=event/e01||||claimed|agency/rus-federal-security-service|0.85|
e03|Detention|Detention of four members|cell|On 13 and 14 October the FSB and the interior ministry detained four members of the cell in Moscow and Makhachkala.|detained|agent=agency/rus-federal-security-service,agency/rus-ministry-of-internal-affairs;patient=people/four-members;place=place/makhachkala,place/moscow|2019-10-13|2019-10-14||reported||0.95|
e04|Seizure|Seizure of explosives|cell|Officers seized two improvised explosive devices and a rifle in a rented flat.|seized|agent=agency/rus-federal-security-service;patient=weapon/ieds,weapon/rifle|2019-10|||reported||0.9|
e05|Denial|Denial by the lawyer|cell|A lawyer of one detainee denied that his client had ever met the recruiter.|denied|agent=person/lawyer;topic=event/e06|2019-10-17|||reported||0.8|
e06|Meeting|Meeting with the recruiter|cell|his client had ever met the recruiter|met|agent=people/four-members;recipient=person/recruiter||||denied|person/lawyer|0.7|
e10|Attack|Crocus City Hall attack|crocus|Gunmen attacked the Crocus City Hall near Moscow on 22 March 2024, killing at least 145 people.|attacked|perpetrator=people/gunmen;target=place/crocus;victim=people/victims;place=place/moscow|2024-03-22||accomplished|reported||0.98|attackKind=shooting,killed=145
e11|ClaimOfResponsibility|Claim of the Crocus attack|crocus|Islamic State Khorasan claimed responsibility for the attack.|claimed|agent=group/islamic-state-khorasan;topic=event/e10|2024-03-22|||reported||0.95|
e12|IntelligenceSharing|Warning by the United States|crocus|The United States had warned Russia on 7 March of a plot against large gatherings.|warned|agent=state/USA;recipient=state/RUS;topic=event/e13|2024-03-07|||reported||0.9|
e13|Plot|Plot against large gatherings|crocus|a plot against large gatherings|plot|suspect=group/islamic-state-khorasan;target=target/gatherings;place=place/moscow|2024-03||planned|alleged|state/USA|0.7|
e14|Detention|Detention of eleven people|crocus|Russian security forces detained eleven people, among them four gunmen, near the border with Ukraine.|detained|agent=agency/rus-federal-security-service;patient=people/eleven,people/gunmen|2024-03-23|||reported||0.9|
e15|Accusation|Accusation against Ukraine|crocus|Moscow accused Ukraine of helping the attackers|accused|agent=state/RUS;patient=state/UKR;topic=event/e16|2024-03-23|||reported||0.9|
e16|SupportActivity|Help for the attackers|crocus|helping the attackers|helping|agent=state/UKR;patient=people/gunmen||||alleged|state/RUS|0.6|
e17|Denial|Denial by Ukraine|crocus|Kyiv denied any part in it|denied|agent=state/UKR;topic=event/e16|2024-03-23|||reported||0.9|
e20|Plot|Plot against concerts in Vienna|vienna|a plot to attack concerts in Vienna|plot|suspect=person/nineteen,person/seventeen;target=target/concerts;place=place/vienna|2024-08||thwarted|alleged|agency/aut-interior|0.9|attackKind=bombing
e21|Detention|Arrests in Austria|vienna|Austrian police arrested a 19-year-old and a 17-year-old on 7 August 2024|arrested|agent=agency/aut-police;patient=person/nineteen,person/seventeen|2024-08-07|||reported||0.97|
e22|Pledge|Pledge to Islamic State|vienna|The older suspect had sworn allegiance to Islamic State online|sworn|agent=person/nineteen;recipient=group/islamic-state||||claimed|agency/aut-interior|0.8|
e23|Seizure|Seizure in Ternitz|vienna|Officers found chemicals and machetes at his home in Ternitz.|found|agent=agency/aut-police;patient=weapon/machetes;place=place/ternitz|2024-08-07|||reported||0.9|
e24|IntelligenceSharing|Tip of the CIA|vienna|The CIA shared intelligence with Austria before the arrests.|shared|agent=agency/usa-cia;recipient=state/AUT;topic=event/e20|2024-08|||reported||0.9|
e30|Detention|Detention in Istanbul|istanbul|Turkish intelligence and Istanbul police detained three members of Islamic State Khorasan on 16 June 2024.|detained|agent=agency/tur-istanbul-police,agency/tur-national-intelligence;patient=people/three-istanbul;place=place/istanbul|2024-06-16|||reported||0.96|
e31|Preparation|Scouting of two embassies|istanbul|The suspects had scouted two embassies in Istanbul|scouted|agent=people/three-istanbul;target=target/embassies;place=place/istanbul||||claimed|agency/tur-national-intelligence|0.8|
e32|Travel|Travel from Tajikistan|istanbul|One of them travelled from Tajikistan to Turkey in January.|travelled|agent=people/three-istanbul;origin=state/TJK;destination=state/TUR|2024-01|||reported||0.85|
e33|LegalAction|Charges in Istanbul|istanbul|A court in Istanbul charged the three with membership of a terrorist group.|charged|agent=agency/tur-court;patient=people/three-istanbul|2024-06-18|||reported||0.93|legalKind=charge
e34|IntelligenceSharing|File shared by Turkey|istanbul|Turkey shared the file with Germany and France.|shared|agent=state/TUR;recipient=state/DEU,state/FRA|2024-06|||reported||0.9|
e40|Attack|Solingen stabbing|solingen|A man stabbed three people to death at a festival in Solingen on 23 August 2024.|stabbed|suspect=person/issa;victim=people/solingen;place=place/solingen|2024-08-23||accomplished|reported||0.97|attackKind=stabbing,killed=3
e41|ClaimOfResponsibility|Claim of the Solingen attack|solingen|Islamic State claimed the attack without proof.|claimed|agent=group/islamic-state;topic=event/e40|2024-08-24|||reported||0.9|
e42|LegalAction|Charge against Issa al H.|solingen|German federal prosecutors took over the case and charged a Syrian suspect, Issa al H.|charged|agent=agency/deu-gba;patient=person/issa;topic=event/e40|2024-08|||reported||0.92|legalKind=charge
e43|Request|Demand for tighter knife laws|solingen|demanded tighter knife laws|demanded|agent=person/faeser|2024-08-24|||reported||0.8|
e44|Travel|Visit to Solingen|solingen|Germany's interior minister Nancy Faeser visited Solingen|visited|agent=person/faeser;destination=place/solingen|2024-08-24|||reported||0.8|
e50|Attack|Suicide bombing in Kabul|kabul|A suicide bomber of the group attacked the prosecutor's office in Kabul on 2 September 2024 and killed six people.|attacked|perpetrator=group/islamic-state-khorasan,person/bomber;victim=people/kabul;place=place/kabul|2024-09-02||accomplished|reported||0.97|attackKind=suicide-bombing,killed=6
e51|Accusation|Condemnation by the United Nations|kabul|The United Nations condemned the attack.|condemned|agent=international/un;topic=event/e50|2024-09-03|||reported||0.9|
e52|Designation|Listing of the Khorasan branch|kabul|The United States has listed the group as a terrorist organization since 2016.|listed|agent=state/USA;patient=group/islamic-state-khorasan|2016|||reported||0.95|
e60|Detention|Arrest in Saint-Etienne|paris|French domestic intelligence, the DGSI, arrested an 18-year-old Chechen in Saint-Etienne on 22 May 2024.|arrested|agent=agency/fra-dgsi;patient=person/teen;place=place/saint-etienne|2024-05-22|||reported||0.97|
e61|Plot|Plot against the stadium|paris|He had planned an attack on the Geoffroy-Guichard stadium during the Olympic football tournament.|planned|suspect=person/teen;target=place/guichard|2024-07||thwarted|alleged|agency/fra-dgsi|0.9|
e62|LegalAction|Investigation in France|paris|Prosecutors opened an investigation.|opened|patient=person/teen;topic=event/e61|2024-05|||reported||0.8|legalKind=investigation
e63|Statement|Statement of Darmanin|paris|The minister Gerald Darmanin said the plot was the first to be foiled against the Games.|said|agent=person/darmanin;topic=event/e61|2024-05-31|||reported||0.9|
"""

RELATIONS = """
agency/rus-federal-security-service|agencyOf|state/RUS|cell|Russia's Federal Security Service|reported|
agency/rus-ministry-of-internal-affairs|agencyOf|state/RUS||||ontology/names/agencies.ttl
agency/tur-national-intelligence|agencyOf|state/TUR|istanbul|Turkish intelligence|reported|
agency/tur-istanbul-police|agencyOf|state/TUR||||ontology/names/agencies.ttl
agency/tur-court|agencyOf|state/TUR|istanbul|A court in Istanbul|reported|
agency/aut-police|agencyOf|state/AUT|vienna|Austrian police|reported|
agency/aut-interior|agencyOf|state/AUT||||ontology/names/agencies.ttl
agency/usa-cia|agencyOf|state/USA||||ontology/names/agencies.ttl
agency/deu-gba|agencyOf|state/DEU|solingen|German federal prosecutors|reported|
agency/fra-dgsi|agencyOf|state/FRA|paris|French domestic intelligence, the DGSI|reported|
cell/moscow|partOf|group/islamic-state|cell|a cell of Islamic State|claimed|agency/rus-federal-security-service
cell/moscow|directedBy|person/recruiter|cell|The men took orders from a recruiter in Syria|claimed|agency/rus-federal-security-service
people/four-members|memberOf|cell/moscow|cell|four members of the cell|reported|
people/three-istanbul|memberOf|group/islamic-state-khorasan|istanbul|three members of Islamic State Khorasan|reported|
group/islamic-state-khorasan|partOf|group/islamic-state|kabul|Islamic State Khorasan, a branch of Islamic State|reported|
group/islamic-state-khorasan|fights|group/taliban|kabul|Islamic State Khorasan, a branch of Islamic State, fights the Taliban in Afghanistan.|reported|
group/islamic-state-khorasan|operatesIn|state/AFG|kabul|fights the Taliban in Afghanistan|reported|
group/taliban|operatesIn|state/AFG|kabul|the Taliban in Afghanistan|reported|
person/ghafari|leads|group/islamic-state-khorasan|kabul|Sanaullah Ghafari leads the group.|reported|
person/bomber|memberOf|group/islamic-state-khorasan|kabul|A suicide bomber of the group|reported|
person/nineteen|affiliatedWith|group/islamic-state|vienna|The older suspect had sworn allegiance to Islamic State online|claimed|agency/aut-interior
person/issa|comesFrom|state/SYR|solingen|a Syrian suspect, Issa al H.|reported|
person/recruiter|basedIn|state/SYR|cell|a recruiter in Syria|claimed|agency/rus-federal-security-service
person/putin|leads|state/RUS|crocus|Vladimir Putin is the president of Russia.|reported|
person/putin|holdsRole|president of Russia|crocus|Vladimir Putin is the president of Russia.|reported|
person/faeser|worksFor|state/DEU|solingen|Germany's interior minister Nancy Faeser|reported|
person/darmanin|worksFor|state/FRA|paris|The minister Gerald Darmanin|reported|
people/gunmen|memberOf|people/eleven|crocus|eleven people, among them four gunmen|reported|
place/moscow|locatedIn|state/RUS||||ontology/names/places.ttl
place/makhachkala|locatedIn|place/dagestan||||ontology/names/places.ttl
place/dagestan|locatedIn|state/RUS||||ontology/names/places.ttl
place/crocus|locatedIn|place/moscow|crocus|the Crocus City Hall near Moscow|reported|
place/vienna|locatedIn|state/AUT||||ontology/names/places.ttl
place/happel|locatedIn|place/vienna|vienna|Ernst Happel Stadium|reported|
place/istanbul|locatedIn|state/TUR||||ontology/names/places.ttl
place/solingen|locatedIn|state/DEU||||ontology/names/places.ttl
place/kabul|locatedIn|state/AFG||||ontology/names/places.ttl
place/saint-etienne|locatedIn|state/FRA||||ontology/names/places.ttl
place/ternitz|locatedIn|state/AUT||||ontology/names/places.ttl
"""


def small() -> Graph:
    """Seven articles, some hundred nodes and events."""
    documents = tuple(Document(f"doc-{key}", f"{key}.txt", text, title=title, date=date, publisher=publisher,
                               url=PUBLISHERS_URL.format(key))
                      for key, (title, date, publisher, text) in sorted(ARTICLES.items()))
    nodes = tuple(sorted((_node(line) for line in NODES.strip().splitlines()), key=lambda node: node.iri))
    events = tuple(_event(line) for line in EVENTS.strip().splitlines())
    relations = tuple(sorted((_relation(at, line) for at, line in enumerate(RELATIONS.strip().splitlines())),
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
    return ResolvedEvent(f"event/{kind.lower()}-{i:05}", kind, f"{kind} {i}", roles, (quote,), (When(date, date, date),),
                         "planned" if kind == "Plot" else None, rng.choice(["reported", "claimed", "alleged"]),
                         confidence=round(rng.random(), 2))


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
    return ResolvedEvent(
        f"event/{key}", kind, label, {r: tuple(f.split(",")) for r, f in (part.split("=") for part in roles.split(";"))},
        (_quote(article, quote, f"{kind}/active", trigger, float(confidence)),), times, stage or None, factuality,
        tuple(iri for iri in said.split(",") if iri), float(confidence), 1, typed)


def _relation(at: int, line: str) -> ResolvedRelation:
    subject, predicate, value, article, quote, factuality, rest = line.split("|")
    evidence = (_quote(article, quote, f"{predicate}/apposition"),) if quote else ()
    said = (rest,) if quote and rest else ()
    return ResolvedRelation(f"relation/r{at:02}", subject, predicate, value, evidence, factuality or "reported", said,
                            0.9 if quote else 1.0, "" if quote else rest)
