"""A pronoun in, the likeliest thing that it means out, by gender, number and the roles that it fills."""

from __future__ import annotations

from collections.abc import Set

from kg.nlp.coreference.discourse import COLLECTIVE, PRONOUN_REACH, SPEAKING, Discourse, Referent, Wanted
from kg.nlp.phrases.phrase import Phrase

BANDS = frozenset({"Group", "Cell"})
OFFICIAL = ("side", "official")
VICTIM = "victim"
PARTS = (frozenset({"patient", VICTIM}), frozenset({"perpetrator", "suspect"}))
OBJECTS = frozenset({"obj", "iobj"})
SPOKEN = frozenset({SPEAKING, ("Pledge", "agent"), ("Request", "agent"), ("Denial", "agent"), ("Accusation", "agent")})


def pronoun(discourse: Discourse, phrase: Phrase) -> Referent | None:
    """The likeliest thing that a pronoun can mean; of who says something, rather the one who spoke last."""
    options = _wanted(discourse, phrase)
    for asked in options:
        wanted = _but_the_doer(discourse, phrase, _but_the_speaker(discourse, phrase, asked))
        found = _speaker(discourse, phrase, wanted)
        if found is None and (found := discourse.salient(phrase, wanted)):
            found = _known_for(discourse, phrase, wanted, found)
            found = _victim(discourse, phrase, options[-1], found)
        if found:
            return found
    return None


def _but_the_speaker(discourse: Discourse, phrase: Phrase, wanted: Wanted) -> Wanted:
    """Who is quoted speaks of others: in ""He was armed," Carver said" it was not Carver."""
    tree, sentence = discourse.tree, discourse.tree.sentence
    quote = next((q for q in discourse.quotes if q.start <= phrase.head < q.end), None)
    if quote is None:
        return wanted
    near = {sentence[quote.start], sentence[quote.end - 1]}
    tokens = [
        token for token, roles in discourse.roles.items()
        if SPEAKING in roles and sentence[token] in near and not quote.start <= token < quote.end
    ]
    speakers = [discourse.at(token) for token in tokens]
    called = {tree.words[name.end - 1] for token in tokens if (name := discourse.phrases.name_at(token))}
    return lambda r: wanted(r) and r not in speakers and not any(name.split()[-1] in called for name in r.names)


def _but_the_doer(discourse: Discourse, phrase: Phrase, wanted: Wanted) -> Wanted:
    """Who does something does it to others: "she summoned the envoy and told him"."""
    if discourse.tree.deps[phrase.head] not in OBJECTS or _is_reflexive(discourse, phrase):
        return wanted
    subject = discourse.own_subject(phrase)
    doer = discourse.at(subject) if subject >= 0 else None
    return lambda r: wanted(r) and r is not doer


def _is_reflexive(discourse: Discourse, phrase: Phrase) -> bool:
    return discourse.tree.words[phrase.head] in discourse.lexicon.cues.pronouns["reflexive"]


def _wanted(discourse: Discourse, phrase: Phrase) -> list[Wanted]:
    """What a pronoun asks of its referent, by its gender and number and by the roles it fills."""
    kinds, word = discourse.lexicon.cues.pronouns, discourse.tree.words[phrase.head]
    barred = discourse.barred.get(phrase.head, set())
    ranges, fits = discourse.ranges.get(phrase.head, ()), discourse.lexicon.fits

    def can_be(referent: Referent) -> bool:
        kind = f"{referent.type}/{referent.attribute[1]}" if referent.attribute else ""
        return kind not in barred and all(fits(referent.type, one) for one in ranges)

    gender = next((one for one in ("masculine", "feminine") if word in kinds[one]), "")
    if gender:
        persons: list[Wanted] = [lambda r: can_be(r) and r.type == "Person" and not r.many and r.gender in ("", gender)]
        if word not in kinds["reflexive"] and any(_is_near(discourse, r, phrase, gender) for r in discourse.all):
            persons.insert(0, lambda r: can_be(r) and r.gender == gender)  # "her lawyer said she"
        return persons
    if word in kinds["neuter"]:
        bodies: list[Wanted] = [lambda r: can_be(r) and r.type in COLLECTIVE and not r.many]
        if _has_members(discourse, phrase):
            bodies.insert(0, lambda r: can_be(r) and r.type in BANDS and not r.many)
        return bodies
    if discourse.tree.kid(phrase.head, "acl", "acl:relcl") is not None:
        return []  # "those who were kidnapped" says itself who is meant
    if word in kinds["plural"]:
        return _plural(discourse, phrase, can_be)
    return []


def _known_for(discourse: Discourse, phrase: Phrase, wanted: Wanted, likeliest: Referent) -> Referent:
    """Who was told of in such a part before, rather than one who only spoke: "X was tried. Y said … He was jailed"."""
    own = {role for _, role in discourse.roles.get(phrase.head, ())}
    parts = next((parts for parts in PARTS if parts & own), None)
    if parts is None or likeliest not in discourse.role_holders.get(SPEAKING, ()):
        return likeliest
    before = _holders(discourse, parts, wanted)
    return likeliest if not before or likeliest in before else max(before, key=_last_told)


def _victim(discourse: Discourse, phrase: Phrase, wanted: Wanted, likeliest: Referent) -> Referent:
    """Of one sentence who is known as a victim: "he was hired to watch the judge and to find somebody to kill him"."""
    if VICTIM not in {role for _, role in discourse.roles.get(phrase.head, ())}:
        return likeliest
    here = discourse.tree.sentence[phrase.head]
    victims = _holders(discourse, {VICTIM}, wanted)
    before = [one for one in victims if any(discourse.tree.sentence[said.head] == here for said in one.phrases)]
    return likeliest if not before or likeliest in victims else max(before, key=_last_told)


def _holders(discourse: Discourse, parts: Set[str], wanted: Wanted) -> list[Referent]:
    return [
        one for (_, role), found in discourse.role_holders.items() if role in parts for one in found if wanted(one)
    ]


def _last_told(referent: Referent) -> int:
    return max(said.start for said in referent.phrases)


def _is_near(discourse: Discourse, referent: Referent, phrase: Phrase, gender: str) -> bool:
    """Whether somebody of a gender is meant by another pronoun of the same sentence."""
    sentence = discourse.tree.sentence
    return referent.gender == gender and any(
        said.kind == "pronoun" and said.start < phrase.start and sentence[said.head] == sentence[phrase.head]
        for said in referent.phrases
    )


def _plural(discourse: Discourse, phrase: Phrase, can_be: Wanted) -> list[Wanted]:
    """ "They": persons; a body only where nobody else can be meant."""

    def several(referent: Referent) -> bool:
        return referent.many or referent.type == "People"

    wanted: list[Wanted] = [lambda r: can_be(r) and several(r)]
    if _is_led(discourse, phrase):  # "their leader": of those who have one
        wanted.insert(0, lambda r: r.type in BANDS)
    if discourse.salient(phrase, several) is None:
        wanted.append(lambda r: can_be(r) and r.type in ("Group", "Cell", "Agency"))
    return wanted


def _is_led(discourse: Discourse, phrase: Phrase) -> bool:
    """Whether a possessive stands before a noun for a head: "their leader"."""
    tree, over = discourse.tree, discourse.tree.heads[phrase.head]
    return tree.deps[phrase.head] == "nmod:poss" and tree.lemmas[over] in discourse.lexicon.nouns.leading


def _has_members(discourse: Discourse, phrase: Phrase) -> bool:
    """Whether a possessive stands before a noun for the men of a group: "its members", but not "its soldiers"."""
    tree, nouns, over = discourse.tree, discourse.lexicon.nouns, discourse.tree.heads[phrase.head]
    official = any(noun.attribute == OFFICIAL for _, noun in nouns.by_head.get(tree.lemmas[over], ()))
    return tree.deps[phrase.head] == "nmod:poss" and not official and tree.lemmas[over] in nouns.members - nouns.roles


def _speaker(discourse: Discourse, phrase: Phrase, wanted: Wanted) -> Referent | None:
    """Who spoke last, where the pronoun is the subject of another saying: "It said", "he added", "it vowed"."""
    if not SPOKEN.intersection(discourse.roles.get(phrase.head, ())):
        return None
    speakers = discourse.role_holders.get(SPEAKING, [])
    if not speakers or not wanted(speakers[-1]):
        return None
    sentence = discourse.tree.sentence
    near = (sentence[phrase.head] - sentence[said.head] <= PRONOUN_REACH for said in speakers[-1].phrases)
    return speakers[-1] if any(near) else None
