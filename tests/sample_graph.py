"""A small resolved graph made by hand: three articles of our own on one foiled plot, one attack and one trial."""

from kg.ids import sha256
from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When

TEXTS = {
    "doc-wire": "MOSCOW, Oct 17 (Wire) - Russia's Federal Security Service detained four members of a sleeper cell "
                "linked to Islamic State in Makhachkala on October 13. The FSB said the men planned to bomb the "
                "railway station. Washington had warned Moscow two weeks earlier. Agents seized two rifles and a bomb.",
    "doc-daily": "The FSB foiled an attack on the railway station in Makhachkala on October 14. Five people were "
                 "killed when gunmen opened fire at a market in Derbent in May. Islamic State claimed the shooting. "
                 "Turkey denied that it sheltered the gunmen.",
    "doc-court": "A court in Makhachkala sentenced Magomed Aliev to 12 years. He led the cell. "
                 "Six people were killed at the market in Derbent, the court heard.",
}
DOCUMENTS = tuple(
    Document(name, f"articles/{name}.txt", text, title=title, date=date, publisher=publisher, url=url, author=author,
             sha256=sha256(text.encode()))
    for (name, text), (title, date, publisher, url, author) in sorted(zip(TEXTS.items(), (
        ("Four detained in Dagestan", "2019-10-17", "Wire", "https://wire.example/a?id=1&x=<y>", "A. Writer"),
        ("Attack on \"station\" foiled", "2019-10-18", "Daily", None, None),
        ("Twelve years", "2020-03", "Daily", None, None)), strict=True)))


def quote(document, text, method="Test/rule", trigger="", confidence=0.9):
    """The quote of a text that stands once in a document."""
    start = TEXTS[document].index(text)
    return Quote(document, start, start + len(text), text, method, trigger, confidence)


DETAINED = quote("doc-wire", "Russia's Federal Security Service detained four members of a sleeper cell linked to "
                             "Islamic State in Makhachkala on October 13.", "Detention/active", "detained")
PLANNED = quote("doc-wire", "The FSB said the men planned to bomb the railway station.", "Plot/control", "planned")
WARNED = quote("doc-wire", "Washington had warned Moscow two weeks earlier.", "IntelligenceSharing/active", "warned")
SEIZED = quote("doc-wire", "Agents seized two rifles and a bomb.", "Seizure/active", "seized")
FOILED = quote("doc-daily", "The FSB foiled an attack on the railway station in Makhachkala on October 14.",
               "Disruption/active", "foiled")
SHOT = quote("doc-daily", "Five people were killed when gunmen opened fire at a market in Derbent in May.",
             "Attack/active", "opened fire")
CLAIMED = quote("doc-daily", "Islamic State claimed the shooting.", "ClaimOfResponsibility/active", "claimed")
DENIED = quote("doc-daily", "Turkey denied that it sheltered the gunmen.", "Denial/active", "denied")
SENTENCED = quote("doc-court", "A court in Makhachkala sentenced Magomed Aliev to 12 years.", "LegalAction/active",
                  "sentenced")
LED = quote("doc-court", "He led the cell.", "leads/active", "led")
HEARD = quote("doc-court", "Six people were killed at the market in Derbent, the court heard.", "Attack/passive",
              "killed")

NODES = (
    Node("agency/rus-federal-security-service", "Agency", "Federal Security Service", ("FSB",),
         attributes={"agencyKind": "intelligence"}, same_as=("http://www.wikidata.org/entity/Q177593",), known=True,
         mentions=(quote("doc-wire", "Federal Security Service"), quote("doc-wire", "FSB"), quote("doc-daily", "FSB"))),
    Node("agency/court-in-makhachkala", "Agency", "court in Makhachkala", attributes={"agencyKind": "court"},
         mentions=(quote("doc-court", "A court in Makhachkala"),)),
    Node("cell/sleeper-cell-1", "Cell", "sleeper cell", mentions=(quote("doc-wire", "a sleeper cell"),
                                                                 quote("doc-court", "the cell"))),
    Node("group/islamic-state", "Group", "Islamic State", ("IS", "ISIS"), known=True,
         mentions=(quote("doc-wire", "Islamic State"), quote("doc-daily", "Islamic State"))),
    Node("people/five-people-1", "People", "five people", count=5, mentions=(quote("doc-daily", "Five people"),)),
    Node("people/four-members-1", "People", "four members of a sleeper cell", count=4,
         mentions=(quote("doc-wire", "four members of a sleeper cell"),)),
    Node("people/gunmen-1", "People", "gunmen", mentions=(quote("doc-daily", "gunmen opened"),)),
    Node("person/magomed-aliev", "Person", "Magomed Aliev", mentions=(quote("doc-court", "Magomed Aliev"),)),
    Node("place/derbent", "City", "Derbent", attributes={"lat": "42.06779", "long": "48.28987"}, known=True,
         same_as=("https://sws.geonames.org/566532/",),
         mentions=(quote("doc-daily", "Derbent"), quote("doc-court", "Derbent"))),
    Node("place/makhachkala", "City", "Makhachkala", attributes={"lat": "42.97638", "long": "47.50236"}, known=True,
         mentions=(quote("doc-wire", "Makhachkala"), quote("doc-daily", "Makhachkala"),
                   quote("doc-court", "Makhachkala"))),
    Node("state/RUS", "State", "Russia", ("Russian Federation",), attributes={"isoCode": "RUS"}, known=True,
         mentions=(quote("doc-wire", "Russia"), quote("doc-wire", "Moscow"))),
    Node("state/TUR", "State", "Turkey", ("Türkiye",), attributes={"isoCode": "TUR"}, known=True,
         mentions=(quote("doc-daily", "Turkey"),)),
    Node("state/USA", "State", "United States", attributes={"isoCode": "USA"}, known=True,
         mentions=(quote("doc-wire", "Washington"),)),
    Node("target/railway-station", "Target", "railway station", mentions=(quote("doc-wire", "the railway station"),
                                                                          quote("doc-daily", "the railway station"))),
    Node("weapon/bomb-1", "Weapon", "bomb", attributes={"weaponKind": "explosive"},
         mentions=(quote("doc-wire", "a bomb"),)),
    Node("weapon/two-rifles-1", "Weapon", "two rifles", count=2, attributes={"weaponKind": "firearm"},
         mentions=(quote("doc-wire", "two rifles"),)),
)
FSB, COURT, CELL, IS, FIVE, FOUR, GUNMEN, ALIEV, DERBENT, MAKHACHKALA, RUS, TUR, USA, STATION, BOMB, RIFLES = (
    node.iri for node in NODES)

EVENTS = (
    ResolvedEvent("event/attack-1", "Attack", "gunmen opened fire", {"perpetrator": (GUNMEN,), "victim": (FIVE,),
                                                                     "suspect": (IS,), "place": (DERBENT,)},
                  (SHOT, HEARD), (When("2019-05", None, "in May"),), "accomplished", attributes={
                      "attackKind": "shooting", "killed": 5}, independent_sources=2),
    ResolvedEvent("event/attack-2", "Attack", "six people killed", {"place": (DERBENT,)}, (HEARD,),
                  (When("2019-05", None, ""),), "accomplished", "claimed", (COURT,), attributes={"killed": 6,
                                                                                      "attackKind": "shooting"}),
    ResolvedEvent("event/claim-1", "ClaimOfResponsibility", "Islamic State claimed the shooting",
                  {"agent": (IS,), "topic": ("event/attack-1",)}, (CLAIMED,)),
    ResolvedEvent("event/denial-1", "Denial", "Turkey denied", {"agent": (TUR,), "topic": ("event/preparation-1",)},
                  (DENIED,)),
    ResolvedEvent("event/detention-1", "Detention", "FSB detained four members", {
        "agent": (FSB,), "patient": (FOUR, ALIEV), "place": (MAKHACHKALA,)}, (DETAINED,),
                  (When("2019-10-13", "2019-10-13", "on October 13"), When("2019-10-14", None, "on October 14"))),
    ResolvedEvent("event/disruption-1", "Disruption", "FSB foiled an attack", {
        "agent": (FSB,), "disrupts": ("event/plot-1",), "place": (MAKHACHKALA,)}, (FOILED,),
                  (When("2019-10-14", None, "on October 14"),), confidence=0.85),
    ResolvedEvent("event/legal-action-1", "LegalAction", "court sentenced Magomed Aliev",
                  {"agent": (COURT,), "patient": (ALIEV,)}, (SENTENCED,), attributes={"legalKind": "sentence"}),
    ResolvedEvent("event/plot-1", "Plot", "plan to bomb the railway station", {
        "perpetrator": (CELL, FOUR), "target": (STATION,), "instrument": (BOMB,)}, (PLANNED, FOILED),
                  (When("--10-14", None, ""),), "thwarted", "claimed", (FSB,), 0.8, 2, {"attackKind": "bombing"}),
    ResolvedEvent("event/preparation-1", "Preparation", "sheltering the gunmen",
                  {"agent": (TUR,), "patient": (GUNMEN,)}, (DENIED,), factuality="denied", attributed_to=(TUR,)),
    ResolvedEvent("event/seizure-1", "Seizure", "agents seized two rifles",
                  {"agent": (FSB,), "patient": (RIFLES, BOMB)}, (SEIZED,)),
    ResolvedEvent("event/warning-1", "IntelligenceSharing", "Washington warned Moscow",
                  {"agent": (USA,), "recipient": (RUS,), "topic": ("event/plot-1",)}, (WARNED,),
                  (When("2019-10-03", None, "two weeks earlier"),), attributed_to=("doc-wire",)),
)
RELATIONS = (
    ResolvedRelation("assertion/1-fsb-rus", FSB, "agencyOf", RUS, (DETAINED,), source="names/agencies-russia.ttl:12"),
    ResolvedRelation("assertion/2-cell-is", CELL, "affiliatedWith", IS, (DETAINED,)),
    ResolvedRelation("assertion/3-four-cell", FOUR, "memberOf", CELL, (DETAINED,)),
    ResolvedRelation("assertion/4-aliev-cell", ALIEV, "leads", CELL, (LED,)),
    ResolvedRelation("assertion/5-aliev-role", ALIEV, "holdsRole", "leader", (LED,)),
    ResolvedRelation("assertion/6-gunmen-tur", GUNMEN, "affiliatedWith", TUR, (DENIED,), "denied", (TUR,)),
    ResolvedRelation("assertion/7-derbent", DERBENT, "locatedIn", RUS, source="geonames"),
    ResolvedRelation("assertion/8-makhachkala", MAKHACHKALA, "locatedIn", RUS, source="geonames"),
    ResolvedRelation("assertion/9-is-banned", IS, "bannedIn", RUS, source="names/groups.ttl:3"),
)


def sample():
    """The graph, sorted as `kg.resolve` sorts it."""
    return Graph(DOCUMENTS, tuple(sorted(NODES, key=lambda n: n.iri)), EVENTS, RELATIONS)
