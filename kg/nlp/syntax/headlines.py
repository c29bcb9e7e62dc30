"""A tree and the lexicon in, the same tree with what headline English makes parsers miss put right, in place."""

from __future__ import annotations

from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree, attach, replace

LABELS = frozenset({"amod", "appos", "compound", "nmod:poss", "root"})  # how words hang that the rules look at
NOUNS = frozenset({"NOUN", "PROPN"})


def mend_headlines(view: Tree, lexicon: Lexicon) -> None:
    """Makes verbs of words between nouns: a headline has no small words that tell one from the other."""
    for token in view.hung_by(LABELS):
        _before_number(view, lexicon, token)
        _planners(view, lexicon, token)
        _between_nouns(view, lexicon, token)
        _bare_participle(view, lexicon, token)
        _owner_is_subject(view, token)


def _before_number(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "COURT JAILS TWO": a root that is known as a verb, between a noun and a bare number."""
    if view.deps[token] != "root" or view.pos[token] not in NOUNS:
        return
    subjects = [child for child in view.kids(token, "compound") if child < token]
    number = token + 1
    if not subjects or view.pos[number : number + 1] != ["NUM"] or (view.lemmas[token], "verb") not in lexicon.triggers:
        return
    if view.heads[number] != token:
        attach(view, number, token, "nummod")
    view.pos[token], view.tags[token] = "VERB", "VBZ"
    view.deps[subjects[-1]], view.deps[number] = "nsubj", "obj"
    for child in subjects[:-1]:
        attach(view, child, subjects[-1], "compound")
    for child in view.kids(token, "nmod"):
        view.deps[child] = "obl"


def _planners(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "POLICE DETAIN CELL PLANNING ATTACKS": the cell plans, and it is what they detain."""
    if view.tags[token] != "VBG" or view.deps[token] != "amod":
        return
    aim, planner = view.heads[token], token - 1
    if (view.lemmas[token], "verb") not in lexicon.cues.by_word:
        return
    if planner in view.kids(aim, "compound") and view.lemmas[planner] in lexicon.nouns.by_head:
        replace(view, aim, planner, "NOUN")
        attach(view, token, planner, "acl")
        attach(view, aim, token, "obj")


def _between_nouns(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "POLICE FOIL PLOT": a word between two nouns that is known as a verb, and as nothing else."""
    thing, lemma = view.heads[token], view.lemmas[token]
    if view.deps[token] != "compound" or thing < token:
        return
    if token - 1 in view.kids(thing, "compound") and view.pos[token - 1] in NOUNS and not view.kids(token, "compound"):
        doers = [token - 1]  # "CAR RAMS CROWD"
    else:
        doers = [child for child in view.kids(token, "compound") if child < token]
    is_verb = (lemma, "verb") in lexicon.triggers and (lemma, "noun") not in lexicon.triggers
    if not doers or not is_verb or lemma in lexicon.nouns.by_head:
        return
    for doer in [doer for doer in doers if view.heads[doer] != token]:
        attach(view, doer, token, "compound")
    replace(view, thing, token, "VERB")
    for mark in view.kids(token, "case"):
        view.deps[mark], view.deps[token] = "mark", "advcl"  # "… as car rams crowd"
    for child in [child for child in view.children[token] if child > thing]:
        attach(view, child, thing, view.deps[child])
    view.tags[token], view.deps[doers[0]] = "VBP", "nsubj"
    view.deps[thing] = "obj"


def _bare_participle(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "JOURNALIST FREED IN SYRIA": a participle beside the noun that is all the rest says what was done to it."""
    noun = view.heads[token]
    beside = view.deps[token] == "appos" and view.tags[token] in ("VBN", "VBD") and view.deps[noun] == "root"
    if beside and token > noun and view.pos[noun] in NOUNS and (view.lemmas[token], "verb") in lexicon.triggers:
        view.deps[token], view.tags[token] = "acl", "VBN"


def _owner_is_subject(view: Tree, token: int) -> None:
    """ "PRESIDENT ESCAPES PLOT": who owns nothing and stands before the verb is its subject."""
    thing = view.heads[token]
    verb = view.heads[thing]
    owned = view.deps[token] in ("nmod:poss", "compound") and view.pos[token] in NOUNS and view.pos[verb] == "VERB"
    if owned and token < verb < thing and view.kid(token, "case") is None and view.kid(verb, "nsubj") is None:
        attach(view, token, verb, "nsubj")
