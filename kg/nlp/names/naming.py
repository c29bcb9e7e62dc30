"""The name of something that the knowledge base does not have in; what class of thing it is out."""

from __future__ import annotations

from collections import Counter

from kg.lexicon.fold import key
from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry, Found
from kg.lexicon.nouns import Noun
from kg.nlp.names.extents import LOCATION, ORGANIZATION, PERSON
from kg.nlp.names.linking import PLACES, ends_dateline
from kg.nlp.phrases.phrase import Phrase
from kg.nlp.syntax.tree import Tree

PAIR = 2  # words of a name either of which can say what it is: "Hotel Aurora", "Aurora Hotel"
KIND = "agencyKind"
HOSTILE = ("side", "hostile")
FAR = 3  # times that another state is named more often than the one in which a city of many namesakes lies
CRAFT = "Target"  # the class of ships and aircraft
NAMING = frozenset({"compound", "appos", "flat", "nmod:desc"})  # how a name hangs on the noun that it is the name of
ORGANIZATIONS = frozenset({"Agency", "Group", "MediaOrganization", "InternationalOrganization", "Organization"})
BODIES = ORGANIZATIONS | {"Cell"}
ARMY_UNIT = Noun("Agency", (KIND, "military"))


def classify(
    tree: Tree, lexicon: Lexicon, linked: Counter[str], phrase: Phrase, label: str, found: Found | None
) -> None:
    """Sets the class of a name by its own words and those beside it, then by the recognizer's label."""
    shared = _shared_type(found)
    if shared and (label != PERSON or shared not in PLACES):
        phrase.type, phrase.attribute = shared, _shared_kind(found)
        return
    near = _noun_beside(tree, lexicon, phrase)
    said = near if near and near.type in ORGANIZATIONS else _noun_aside(tree, lexicon, phrase)
    if ends_dateline(tree, phrase.start, phrase.end):
        phrase.type = "MediaOrganization"
        return
    if near and near.type == CRAFT and tree.heads[phrase.head] < phrase.start:
        phrase.type = CRAFT  # "the cargo ship Maria Elena"
        return
    if label == PERSON:
        phrase.type = said.type if said else "Person"
        return
    own = _own_noun(tree, lexicon, phrase, label)
    if own:
        phrase.type, phrase.attribute = own.type, own.attribute
    elif label == LOCATION:
        cities = lexicon.cities(tree.doc[phrase.start : phrase.end].text)
        place = near.type if near and near.type in PLACES else ""
        cities = _likely(cities, linked, tree.doc[phrase.start : phrase.end].text)
        phrase.type, phrase.entry = ("City", _city(cities, linked)) if cities else (place or "Place", None)
    else:
        phrase.type = said.type if said else "Group" if _has_fighters(tree, lexicon, phrase) else "Organization"


def _own_noun(tree: Tree, lexicon: Lexicon, phrase: Phrase, label: str) -> Noun | None:
    """What a word of the name says that it is: "the National Bureau of Inquiry"."""
    words = tree.words[phrase.start : phrase.end]
    place = tree.preposition(phrase.head) in lexicon.cues.locative
    of = next((token for token in range(phrase.start + 1, phrase.end) if tree.pos[token] == "ADP"), phrase.end)
    first = tree.lemmas[phrase.start]
    numbered = first[:1].isdigit() or first in lexicon.cues.distinguishing or tree.tags[phrase.start] == "CD"
    if numbered and tree.words[of - 1] in lexicon.nouns.numbered_units:
        return ARMY_UNIT
    for word in reversed(words):
        noun = lexicon.nouns.naming.get(word)
        organization = noun is not None and noun.type in ORGANIZATIONS
        last = word in (words[-1], tree.words[of - 1]) or len(words) == PAIR
        if noun and noun.type == "Region" and last and place:
            return noun  # "in Suchitepequez Department", whatever the recognizer takes it for
        built = noun is not None and noun.type in ("Facility", "Place") and last
        if noun and (built or (label == ORGANIZATION) == organization):
            return noun
    built = any(" ".join(words[-size:]) in lexicon.nouns.sites for size in (1, 2))
    return Noun("Facility") if built else None


def _noun_beside(tree: Tree, lexicon: Lexicon, phrase: Phrase) -> Noun | None:
    """The common noun that says what a name is of: "the Jund group", "the newspaper X", "the village of Y"."""
    nouns, head = lexicon.nouns, phrase.head
    over, before = tree.heads[head], phrase.start - 1
    if before >= 0 and tree.sentence[before] == tree.sentence[head] and _is_title(tree, before, head):
        over = before
    near = over == before or (over == phrase.end and tree.deps[head] in NAMING)
    aside = tree.deps[head] == "appos" and over < phrase.start and tree.texts[over].islower()
    belongs = tree.preposition(head) in function_words().belonging
    within = tree.deps[head] == "nmod" and belongs and tree.kid(over, "det") is not None
    if over == head or tree.tags[over] == "NNS" or not (near or within or aside):
        return None
    for words, noun in nouns.by_head.get(tree.lemmas[over], ()):
        told = not words or tuple(tree.words[max(0, over - len(words)) : over]) == words
        naming = {tree.lemmas[over], " ".join((*words, tree.lemmas[over]))} & nouns.naming_heads
        if told and naming and (near or noun.type == CRAFT or (within and noun.type in PLACES)):
            return noun
    return None


def _has_fighters(tree: Tree, lexicon: Lexicon, phrase: Phrase) -> bool:
    """Whether a name is of those whose men fight: "rebels of the CSP", "CSP fighters"."""
    over = tree.heads[phrase.head]
    tied = tree.deps[phrase.head] == "compound" or tree.preposition(phrase.head) in function_words().belonging
    found = lexicon.nouns.by_head.get(tree.lemmas[over], ()) if tied and over != phrase.head else ()
    return tree.tags[over] == "NNS" and any(noun.attribute == HOSTILE for words, noun in found if not words)


def _is_title(tree: Tree, before: int, head: int) -> bool:
    """Whether the word before a name hangs on it, or where it does: "the weekly X", "the radio station X"."""
    beside = (tree.heads[before], tree.deps[before]) == (tree.heads[head], tree.deps[head])
    return beside or (tree.heads[before] == head and tree.deps[before] in ("amod", "compound", "nmod:desc"))


def _noun_aside(tree: Tree, lexicon: Lexicon, phrase: Phrase) -> Noun | None:
    """The organization that an aside says a name to be: "Okba, a brigade of that town, …"."""
    asides = [child for child in tree.kids(phrase.head, "appos") if child > phrase.end and _closes(tree, child)]
    over = tree.heads[phrase.head]
    named = tree.lemmas[over] in lexicon.cues.naming_verbs and tree.deps[over] == "acl"
    if named and not any(tree.words[t] in lexicon.cues.definite for t in tree.kids(tree.heads[over], "det")):
        asides.append(tree.heads[over])  # "a group calling itself X"
    for child in asides:
        if tree.tags[child] == "NN":
            found = [noun for words, noun in lexicon.nouns.by_head.get(tree.lemmas[child], ()) if not words]
            bodies = [Noun("Group") if noun.type == "Cell" else noun for noun in found if noun.type in BODIES]
            if bodies and all(noun.type != "People" for noun in found):
                # a brigade of a name that is not known belongs to no state
                return next((noun for noun in bodies if noun.type == "Group"), bodies[0])
    return None


def _closes(tree: Tree, aside: int) -> bool:
    """Whether an aside ends at a comma or with the sentence, and holds no name of its own right behind its noun."""
    after = tree.subtree(aside)[-1] + 1
    named = aside + 1 < len(tree) and tree.pos[aside + 1] == "PROPN"
    return not named and (after >= len(tree) or "PUNCT" in (tree.pos[after - 1], tree.pos[after]))


def _shared_type(found: Found | None) -> str:
    """The class that all of the things have that a name can mean: which of them is unknown, what it is is not."""
    entries = (found.strong or found.weak) if found else ()
    types = {entry.type for entry in entries}
    return types.pop() if len(entries) > 1 and len(types) == 1 else ""


def _shared_kind(found: Found | None) -> tuple[str, str] | tuple[()]:
    """The kind of agency that all of the bodies are that a name can mean: some ministry."""
    kinds = {entry.attributes.get(KIND, "") for entry in (found.strong or found.weak)} if found else set()
    kind = kinds.pop() if len(kinds) == 1 else ""
    return (KIND, kind) if kind else ()


def _likely(cities: tuple[Entry, ...], linked: Counter[str], text: str) -> tuple[Entry, ...]:
    """The cities that a name can mean here: by another name of theirs only where their state is named, if any is."""
    if not any(iri.startswith("state/") for iri in linked):
        return cities
    return tuple(c for c in cities if key(c.name) == key(text) or any(linked[t] for t in c.targets("locatedIn")))


def _city(cities: tuple[Entry, ...], linked: Counter[str]) -> Entry | None:
    """Of cities of one name the one whose state the document names; without such evidence only a name of one city."""
    told = max((count for iri, count in linked.items() if iri.startswith("state/")), default=0)
    near = [city for city in cities if FAR * max((linked[t] for t in city.targets("locatedIn")), default=0) > told]
    if near:
        return near[0]
    return cities[0] if len(cities) == 1 else None
