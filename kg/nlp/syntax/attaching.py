"""A tree and the lexicon in, the same tree with phrases hung where they belong, in place: on which verb or noun."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree, attach

OBLIQUES = frozenset({"obl", "nmod"})
THINGS = ("obj", "iobj", "nsubj:pass")
LABELS = frozenset({"acl", "advmod", "case", "compound", "conj", "nmod"})  # how words hang that the rules look at
NOUNS = frozenset({"NOUN", "PROPN"})


def mend_attachments(view: Tree, lexicon: Lexicon) -> None:
    """Mends where prepositional phrases, numbers and infinitives hang."""
    for token in view.hung_by(LABELS):
        _adverb_of_preposition(view, lexicon, token)
        _case_on_number(view, token)
        _crossing(view, token)
        _matter_of_telling(view, lexicon, token)
        _aimed_at(view, lexicon, token)
        _blamed_on(view, lexicon, token)
        _gapped_number(view, token)
        _doer_behind_time(view, lexicon, token)
        _behind_verb(view, token)
        _particle(view, lexicon, token)
        _charge(view, lexicon, token)
        _means(view, lexicon, token)


def _adverb_of_preposition(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Exploded next to a barracks": the adverb makes one preposition with the word behind it."""
    if view.words[token] not in lexicon.grammar.prepositional_adverbs or view.deps[token] != "advmod":
        return
    behind = token + 1
    if behind < len(view) and view.deps[behind] == "case" and view.heads[behind] != token:
        attach(view, token, view.heads[behind], "case")


def _case_on_number(view: Tree, token: int) -> None:
    """ "Jailed over 1994 massacre": the preposition is the noun's."""
    if view.deps[token] != "case":
        return
    number = view.heads[token]
    noun = view.heads[number]
    counts = view.pos[number] == "NUM" and view.deps[number] in ("compound", "nummod")
    if view.deps[token] == "case" and counts and view.kid(noun, "case") is None:
        attach(view, token, noun, "case")


def _crossing(view: Tree, token: int) -> None:
    """ "Rounded up the members in raids across Milan": a phrase hangs on no noun before another of the verb."""
    noun = view.heads[token]
    if view.deps[token] != "nmod" or noun > token or view.deps[noun] not in (*THINGS, "nsubj"):
        return
    verb = view.heads[noun]
    between = [child for child in view.kids(verb, "obl") if noun < child < token and verb < noun]
    if between:
        attach(view, token, between[-1], "nmod")


def _matter_of_telling(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Warned citizens of attacks": what they are warned of is no property of theirs."""
    person = view.heads[token]
    verb = view.heads[person]
    if view.deps[token] != "nmod" or view.deps[person] not in THINGS or view.pos[verb] != "VERB":
        return
    tells = view.lemmas[verb] in lexicon.grammar.telling_verbs and not _is_event(view, lexicon, person)
    if tells and _is_event(view, lexicon, token) and view.preposition(token) in function_words().belonging:
        attach(view, token, verb, "obl")


def _is_event(view: Tree, lexicon: Lexicon, noun: int) -> bool:
    return view.pos[noun] == "NOUN" and (view.lemmas[noun], "noun") in lexicon.triggers


def _aimed_at(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Fired from a truck at the airport": what is aimed at hangs on the verb."""
    noun = view.heads[token]
    verb = view.heads[noun]
    if view.deps[token] != "nmod" or view.deps[noun] not in (*OBLIQUES, *THINGS) or view.pos[verb] != "VERB":
        return
    if view.lemmas[verb] in lexicon.grammar.aiming_verbs and view.preposition(token) in function_words().aiming:
        attach(view, token, verb, "obl")


def _blamed_on(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Blamed the attack on the rebels": nobody attacked them."""
    deed = view.heads[token]
    verb = view.heads[deed]
    if view.deps[token] != "nmod" or view.deps[deed] not in THINGS or view.lemmas[verb] not in lexicon.grammar.blaming:
        return
    if view.preposition(token) in function_words().pointing:
        attach(view, token, verb, "obl")


def _gapped_number(view: Tree, token: int) -> None:
    """ "Six were killed and three captured": the number is what the second verb is said of."""
    verb = token + 1
    if view.pos[token] != "NUM" or view.deps[token] != "conj" or verb >= len(view):
        return
    joined = view.tags[verb] == "VBN" and view.deps[verb] == "conj" and view.heads[verb] == view.heads[token]
    if joined and view.kid(view.heads[verb], "nsubj:pass") is not None:
        attach(view, token, verb, "nsubj:pass")


def _is_parted(view: Tree, token: int) -> bool:
    """Whether a comma stands before a phrase."""
    first = view.subtree(token)[0]
    return "," in view.words[max(0, first - 1) : first + 1]


def _doer_behind_time(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Killed two days after the attack by the police, in a field": who did it, and where, hangs on the verb."""
    if view.deps[token] != "nmod":
        return
    time = view.heads[token]
    verb = view.heads[time]
    words = function_words()
    behind = view.deps[token] == "nmod" and view.deps[time] in ("obl", "advcl")
    behind = behind and view.preposition(token) in words.doers
    if not behind or view.preposition(time) not in words.temporal or view.kid(verb, "aux:pass") is None:
        return
    if view.kid(verb, "obl:agent") is None:
        later = [child for child in view.kids(time, "nmod") if child > token and _is_parted(view, child)]
        attach(view, token, verb, "obl:agent")
        for child in later:
            attach(view, child, verb, "obl")


def _behind_verb(view: Tree, token: int) -> None:
    """ "Court jails four over 2018 embassy attack": a noun behind a preposition is no part of the verb before it."""
    verb = view.heads[token]
    if view.deps[token] == "compound" and verb < token and view.pos[verb] == "VERB" and view.kid(token, "case"):
        view.deps[token] = "obl"


def _particle(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Ran over nine cyclists": the word behind the verb is a part of it, where there is such a verb."""
    verb, number = token - 1, view.heads[token]
    if view.deps[token] != "advmod" or number != token + 1 or view.pos[number] != "NUM" or view.pos[verb] != "VERB":
        return
    if (view.words[token],) in {trigger.words for _, trigger in lexicon.triggers.get((view.lemmas[verb], "verb"), ())}:
        attach(view, token, verb, "compound:prt")


def _charge(view: Tree, lexicon: Lexicon, noun: int) -> None:
    """ "Two men on trial for murder", "convicted of arson by a court": tried for murder, convicted by a court."""
    if view.deps[noun] != "nmod" or view.pos[noun] not in NOUNS:
        return
    first, above = view.subtree(noun)[0], view.heads[noun]
    for other in view.kids(above, "nmod"):
        bare = view.tags[other] == "NN" and view.kid(other, "det", "nummod") is None
        if bare and view.subtree(other)[-1] + 1 == first and (view.lemmas[other], "noun") in lexicon.triggers:
            attach(view, noun, other, "nmod")
            return
    verb, bare = view.heads[above], view.tags[above] == "NN" and view.kid(above, "det", "nummod") is None
    bare = bare or view.lemmas[verb] in lexicon.grammar.telling_verbs  # "warned of an attack by its counterpart"
    by = view.preposition(noun) in function_words().doers and view.deps[above] == "obl"
    if by and bare and view.kid(verb, "aux:pass") is not None and view.kid(verb, "obl:agent") is None:
        attach(view, noun, verb, "obl:agent")


def _means(view: Tree, lexicon: Lexicon, verb: int) -> None:
    """ "The preparation of attacks using knives": the knives are for the attacks."""
    noun = verb - 1
    using = view.deps[verb] == "acl" and view.tags[verb] == "VBG" and view.lemmas[verb] in lexicon.grammar.using_verbs
    if using and view.pos[noun] == "NOUN" and view.deps[noun] == "nmod" and view.heads[noun] == view.heads[verb]:
        attach(view, verb, noun, "acl")
