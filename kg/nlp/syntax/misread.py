"""A tree and the lexicon in, the same tree with words right that parsers take for others, in place."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree, attach, sentence_span

FINITE = frozenset({"VBD", "VBN"})
AUXILIARY = frozenset({"aux", "aux:pass", "cop"})
NOUNS = frozenset({"NOUN", "PROPN"})
PLURALS = (("men", "man"), ("ves", "fe"), ("ves", "f"), ("ies", "y"), ("es", ""), ("s", ""))


def mend_nouns(view: Tree, lexicon: Lexicon) -> None:
    """Lemmas of plural nouns that are no words, or the plurals themselves: "businessmen", "Kalashnikovs", "knive"."""
    known = lexicon.nouns.by_head
    for index, word in enumerate(view.words):
        lemma = view.lemmas[index]
        if view.pos[index] not in NOUNS or lemma in known or word in known:
            continue
        near = [word.removesuffix(end) + other for end, other in PLURALS if word.endswith(end)]
        view.lemmas[index] = next((noun for noun in near if noun in known), lemma)


def mend_words(view: Tree, lexicon: Lexicon) -> None:
    """Mends word classes: participles, names that look like auxiliaries, subjects that look like verbs' equals."""
    for token in range(len(view)):
        if view.tags[token] == "VBD" and view.words[token] in lexicon.grammar.participles:
            view.tags[token] = "VBN"
        _joined_infinitive(view, token)
        _named_like_verb(view, lexicon, token)
        _occasion(view, lexicon, token)
        _first_of_subjects(view, token)
        _noun_like_verb(view, lexicon, token)
        _parted_subject(view, token)
        _found_so(view, lexicon, token)
        _range(view, token)
        _object_with_preposition(view, token)
        _bare_object(view, lexicon, token)


def _joined_infinitive(view: Tree, verb: int) -> None:
    """ "Intended to storm the hall, seize lawmakers and …": a verb joined to an infinitive is one."""
    joined = view.deps[verb] == "conj" and view.tags[verb] == "VBP" and view.lemmas[verb] == view.words[verb]
    if joined and view.tags[view.heads[verb]] == "VB" and view.kid(verb, "nsubj", "nsubj:pass") is None:
        view.tags[verb] = "VB"


def _named_like_verb(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "IS claimed the attack": in capitals among small letters it is the name of a group."""
    if view.words[token] not in lexicon.grammar.auxiliary_names or not view.texts[token].isupper():
        return
    verb = view.heads[token]
    if view.deps[token] not in AUXILIARY or view.tags[verb] not in FINITE or not _has_small_letters(view, token):
        return
    view.pos[token], view.tags[token], view.lemmas[token] = "PROPN", "NNP", view.words[token]
    view.tags[verb] = "VBD"
    patient = view.kid(verb, "nsubj:pass", "nsubj")
    before = token - 1
    view.deps[token] = "nsubj"
    if patient is not None and patient > verb:
        view.deps[patient] = "obj"
    elif patient is not None and token > 0 and view.pos[before] == "ADP":  # "fighters from IS attacked a village"
        view.deps[patient] = "nsubj"
        attach(view, token, patient, "nmod")
        attach(view, before, token, "case")


def _occasion(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Two dead in shooting near cafe": what people died in is a noun."""
    if view.tags[token] != "VBG" or view.deps[token] not in ("advcl", "acl"):
        return
    head, before = view.heads[token], token - 1
    if view.kid(token, "obj", "nsubj") is not None:
        return
    died = view.words[head] in lexicon.casualties.marks or view.lemmas[head] in lexicon.casualties.verbs
    marked = before in view.kids(token, "mark", "case") and view.words[before] in function_words().occasions
    if died and marked and (view.words[token], "noun") in lexicon.triggers:
        view.pos[token], view.tags[token], view.lemmas[token] = "NOUN", "NN", view.words[token]
        view.deps[token], view.deps[before] = "obl", "case"
        for child in view.kids(token, "obl"):
            view.deps[child] = "nmod"


def _found_so(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Found 300 detonators hidden in a lorry": what is found is a thing, and not that it was hidden."""
    if view.deps[token] != "ccomp" or view.tags[token] != "VBN":
        return
    verb = view.heads[token]
    thing = view.kid(token, "nsubj:pass", "nsubj")
    if thing is None or not verb < thing < token:
        return
    if view.lemmas[verb] in lexicon.grammar.finding_verbs and view.kid(token, "mark", "aux", "aux:pass") is None:
        attach(view, thing, verb, "obj")
        attach(view, token, thing, "acl")


def _range(view: Tree, noun: int) -> None:
    """ "Between 20 and 30 gunmen arrived": how many they are is no place."""
    if view.deps[noun] != "obl":
        return
    verb, number = view.heads[noun], view.kid(noun, "nummod")
    ranged = view.preposition(noun) in function_words().ranging and number is not None
    if ranged and number is not None and any(view.pos[t] == "NUM" for t in view.kids(number, "conj")) and noun < verb:
        between = view.kids(noun, "case")[0]
        before = view.kid(verb, "nsubj")
        if before is None or view.pos[before] in ("DET", "NUM", "PRON"):  # "…, some of them with flags, arrived"
            view.deps[noun], view.deps[between] = "nsubj", "advmod"
            if before is not None:
                attach(view, before, noun, "appos")


def _object_with_preposition(view: Tree, noun: int) -> None:
    """ "Sentenced four to prison terms": of two objects the one with a preposition is none."""
    if view.deps[noun] != "obj":
        return
    verb = view.heads[noun]
    others = [other for other in view.kids(verb, "obj") if other < noun]
    if others and view.preposition(noun):
        view.deps[noun] = "obl"


def _noun_like_verb(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "POLICE DEFUSE BOMB": an object is a noun; "FBI ARRESTS MAN": what stands before a verb is no part of it."""
    if view.pos[token] != "VERB":
        return
    word = view.lemmas[token]
    bare = not view.kids(token, "mark", "obj", "nsubj", "aux")
    if bare and view.deps[token] == "obj" and word in lexicon.nouns.by_head:
        view.pos[token], view.tags[token] = "NOUN", "NN"
    if view.pos[token] == "VERB" and view.tags[token] in ("VBZ", "VBP") and view.kid(token, "nsubj") is None:
        before = [child for child in view.kids(token, "compound") if child == token - 1]
        if before and view.kid(token, "obj") is not None:
            view.deps[before[0]] = "nsubj"


def _parted_subject(view: Tree, verb: int) -> None:
    """ "The attack in X, where the rebels are strong, wounded nine": what a long aside parts from its verb."""
    if view.deps[verb] != "root" or view.tags[verb] not in ("VBD", "VBZ", "VBP") or view.kid(verb, "nsubj") is not None:
        return
    first = view.subtree(verb)[0]
    noun = next((t for t in range(first - 1, -1, -1) if view.deps[t] == "root"), -1)
    adjoins = noun >= 0 and view.pos[noun] in ("NOUN", "PROPN") and view.subtree(noun)[-1] == first - 1
    runs_on = first > 0 and (view.texts[first].islower() or view.pos[first - 1] not in ("PUNCT", "SPACE"))
    if adjoins and runs_on and view.kid(noun, "cop", "nsubj") is None:
        view.heads[noun], view.deps[noun] = verb, "nsubj"
        view.children[verb] = sorted([*view.children[verb], noun])
        for token in view.subtree(noun):
            view.sentence[token] = view.sentence[verb]


def _has_small_letters(view: Tree, token: int) -> bool:
    start, end = sentence_span(view, token)
    return any(text.isalpha() and text.islower() for text in view.texts[start:end])


def _first_of_subjects(view: Tree, noun: int) -> None:
    """ "It was raided and rifles and cash were found": a noun is joined to the subject behind it, and to no verb."""
    verb = view.heads[noun]
    if view.deps[noun] != "conj" or view.pos[noun] != "NOUN" or view.pos[verb] != "VERB" or view.children[noun]:
        return
    for joined in view.kids(verb, "conj"):
        subject = view.kid(joined, "nsubj", "nsubj:pass") if joined > noun else None
        if subject is not None and noun < subject < joined and subject - noun <= 2:
            label = view.deps[subject]
            attach(view, noun, joined, label)
            attach(view, subject, noun, "conj")
            return


def _bare_object(view: Tree, lexicon: Lexicon, noun: int) -> None:
    """ "Shot dead the aid worker": a person behind an active verb, with no preposition, is its object."""
    verb = view.heads[noun]
    bare = view.deps[noun] == "obl" and noun > verb and view.kid(noun, "case") is None and view.pos[noun] == "NOUN"
    if not bare or view.pos[verb] != "VERB" or view.kid(verb, "obj", "nsubj:pass", "aux:pass") is not None:
        return
    known = lexicon.nouns.by_head.get(view.lemmas[noun], ())
    if any(found.type == "People" for _, found in known) and (view.lemmas[verb], "verb") in lexicon.triggers:
        view.deps[noun] = "obj"
