"""The name of something that the knowledge base does not have in; what class of thing it is out."""

from __future__ import annotations

from collections import Counter

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Entry, Found
from kg.lexicon.nouns import Noun
from kg.nlp.extents import LOCATION, ORGANIZATION, PERSON
from kg.nlp.linking import PLACES, ends_dateline
from kg.nlp.phrases import Phrase
from kg.nlp.tree import Tree

PAIR = 2  # words of a name either of which can say what it is: "Hotel Aurora", "Aurora Hotel"
CRAFT = "Target"  # the class of ships and aircraft
NAMING = frozenset({"compound", "appos", "flat", "nmod:desc"})  # how a name hangs on the noun that it is the name of
ORGANIZATIONS = frozenset({"Agency", "Group", "MediaOrganization", "InternationalOrganization"})


def classify(
    tree: Tree, lexicon: Lexicon, linked: Counter[str], phrase: Phrase, label: str, found: Found | None
) -> None:
    """Sets the class of a name by its own words and those beside it, then by the recognizer's label."""
    shared = _shared_type(found)
    if shared and (label != PERSON or shared not in PLACES):
        phrase.type = shared
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
        phrase.type, phrase.entry = ("City", _city(cities, linked)) if cities else (place or "Place", None)
    else:
        phrase.type = said.type if said else "Organization"


def _own_noun(tree: Tree, lexicon: Lexicon, phrase: Phrase, label: str) -> Noun | None:
    """What a word of the name says that it is: "the National Bureau of Inquiry"."""
    words = tree.words[phrase.start : phrase.end]
    for word in reversed(words):
        noun = lexicon.nouns.naming.get(word)
        organization = noun is not None and noun.type in ORGANIZATIONS
        last = word == words[-1] or len(words) == PAIR
        built = noun is not None and noun.type in ("Facility", "Place") and last
        if noun and (built or (label == ORGANIZATION) == organization):
            return noun
    return Noun("Facility") if words[-1] in lexicon.nouns.sites else None


def _noun_beside(tree: Tree, lexicon: Lexicon, phrase: Phrase) -> Noun | None:
    """The common noun that says what a name is of: "the Jund group", "the newspaper X", "the village of Y"."""
    nouns, head = lexicon.nouns, phrase.head
    over = tree.heads[head]
    near = over in (phrase.start - 1, phrase.end) and tree.deps[head] in NAMING
    within = tree.deps[head] == "nmod" and tree.preposition(head) == "of" and tree.kid(over, "det") is not None
    if over == head or tree.lemmas[over] not in nouns.naming_heads or tree.tags[over] == "NNS":
        return None
    if not near and not within:
        return None
    found = (noun for words, noun in nouns.by_head.get(tree.lemmas[over], ()) if not words)
    return next((noun for noun in found if near or noun.type in PLACES), None)


def _noun_aside(tree: Tree, lexicon: Lexicon, phrase: Phrase) -> Noun | None:
    """The organization that an aside says a name to be: "Okba, a brigade of that town, …"."""
    for child in tree.kids(phrase.head, "appos"):
        if child > phrase.end and tree.tags[child] == "NN":
            found = [noun for words, noun in lexicon.nouns.by_head.get(tree.lemmas[child], ()) if not words]
            bodies = [noun for noun in found if noun.type in ORGANIZATIONS]
            if bodies:  # a brigade of a name that is not known belongs to no state
                return next((noun for noun in bodies if noun.type == "Group"), bodies[0])
    return None


def _shared_type(found: Found | None) -> str:
    """The class that all of the things have that a name can mean: which of them is unknown, what it is is not."""
    entries = (found.strong or found.weak) if found else ()
    types = {entry.type for entry in entries}
    return types.pop() if len(entries) > 1 and len(types) == 1 else ""


def _city(cities: tuple[Entry, ...], linked: Counter[str]) -> Entry | None:
    """Of cities of one name the one whose state the document names; without such evidence only a name of one city."""
    near = [city for city in cities if any(linked[target] for target in city.targets("locatedIn"))]
    if near:
        return near[0]
    return cities[0] if len(cities) == 1 else None
