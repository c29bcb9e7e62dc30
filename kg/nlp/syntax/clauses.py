"""A tree, the lexicon and a token in; clauses of saying, of what is due or would have been put right."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree, attach, replace

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend_clauses(view: Tree, lexicon: Lexicon, token: int) -> None:
    """Mends what hangs on a token or how it hangs."""
    _speaker_behind_quote(view, token)
    _speaker_put_in(view, token)
    _speaker_behind_words(view, token)
    _behind_saying(view, token)
    _due(view, lexicon, token)
    _inverted(view, token)


def _speaker_behind_quote(view: Tree, token: int) -> None:
    """ "They shot at everyone, a survivor told reporters": who stands right before a verb without subject speaks."""
    verb = view.heads[token]
    if view.deps[token] != "nsubj" or token < verb:
        return
    above = next((up for up in view.ancestors(verb) if up > token and view.tags[up] in FINITE), -1)
    if above < 0 or view.kid(above, "nsubj", "nsubj:pass") is not None:
        return
    last = view.subtree(token)[-1]
    adjoins = last < above and all(view.pos[t] in ("PUNCT", "ADV") for t in range(last + 1, above))
    if adjoins and (view.tags[verb] == "VBG" or any(o < verb for o in view.kids(verb, "nsubj", "nsubj:pass"))):
        attach(view, token, above, "nsubj")


def _speaker_put_in(view: Tree, token: int) -> None:
    """ "The rebels, said the governor, had mined the road": of two subjects the one right behind the saying speaks."""
    verb = view.heads[token]
    above = view.heads[verb]
    if view.deps[token] != "nsubj" or view.deps[verb] != "ccomp" or not above < token < verb:
        return
    others = [other for other in view.kids(verb, "nsubj", "nsubj:pass") if other < above]
    if others and view.kid(above, "nsubj") is None and view.subtree(token)[0] == above + 1:
        attach(view, token, above, "nsubj")


def _speaker_behind_words(view: Tree, token: int) -> None:
    """ "The army warned of rain, three officials said": a verb without an object at the end is put in beside."""
    if view.deps[token] != "ccomp" or view.heads[token] > token or view.tags[token] not in FINITE:
        return
    first = view.subtree(token)[0]
    bare = view.kid(token, "mark", "obj", "ccomp", "xcomp", "aux") is None and view.kid(token, "nsubj") is not None
    if bare and first > 0 and view.words[first - 1] == "," and view.tags[token + 1 : token + 2] in (["."], [","], []):
        view.deps[token] = "parataxis"


def _behind_saying(view: Tree, token: int) -> None:
    """ "They fled, she said, adding that …": a participle behind the saying is the speaker's, not theirs."""
    verb = view.heads[token]
    above = view.heads[verb]
    is_participle = view.deps[token] == "advcl" and view.tags[token] == "VBG"
    if is_participle and view.deps[verb] == "ccomp" and verb < above < token:
        attach(view, token, above, "advcl")


def _due(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Is due to stand trial": the particle is the infinitive's, and no part of a preposition "due to"."""
    due, after = view.heads[token], token + 1
    if view.deps[token] != "fixed" or view.tags[due] != "JJ" or after >= len(view):
        return
    if view.heads[due] == after and view.kid(after, "cop") is not None and view.lemmas[after] in lexicon.cues.occurring:
        view.tags[after], view.pos[after], view.deps[due] = "VB", "VERB", "mark"  # "due to open", taken for a noun
    if view.tags[after] == "VB":
        attach(view, token, after if view.pos[after] == "VERB" else view.heads[after], "mark")
        view.tags[token] = "TO"


def _inverted(view: Tree, token: int) -> None:
    """ "Would have died had the bomb gone off": the verb of the condition is the participle, and no "had"."""
    verb = view.kid(token, "xcomp", "ccomp")
    if view.deps[token] != "advcl" or view.lemmas[token] not in function_words().having or verb is None:
        return
    subject = view.kid(token, "nsubj") or view.kid(verb, "nsubj")
    if view.tags[verb] == "VBN" and subject is not None and token < subject < verb:
        replace(view, token, verb, "VERB")
        attach(view, token, verb, "aux")
