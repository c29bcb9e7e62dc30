"""A tree, the lexicon and a token in; clauses of saying, of what is due or would have been put right."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree, attach, replace

STATEMENT = "Statement"
SUBJECTS = ("nsubj", "nsubj:pass")
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend_clauses(view: Tree, lexicon: Lexicon, token: int) -> None:
    """Mends what hangs on a token or how it hangs."""
    _speaker_behind_quote(view, token)
    _speaker_put_in(view, token)
    _speaker_behind_words(view, token)
    _joined_participle(view, token)
    _behind_saying(view, token)
    _said_behind(view, lexicon, token)
    _due(view, lexicon, token)
    _inverted(view, token)
    _is_to(view, token)
    _late_verb(view, token)


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


def _joined_participle(view: Tree, token: int) -> None:
    """ "Was shown confessing and admitting it": a participle is joined to another, and to no finite verb."""
    verb = view.heads[token]
    alone = view.deps[token] == "conj" and view.tags[token] == "VBG" and view.kid(token, "aux", "nsubj") is None
    if alone and view.tags[verb] == "VBN" and view.kid(token, "cc") is not None:
        alike = [kid for kid in view.kids(verb, "xcomp", "advcl") if view.tags[kid] == "VBG" and verb < kid < token]
        if alike:
            attach(view, token, alike[-1], "conj")


def _behind_saying(view: Tree, token: int) -> None:
    """ "They fled, she said, adding that …": a participle behind the saying is the speaker's, not theirs."""
    verb = view.heads[token]
    above = view.heads[verb]
    is_participle = view.deps[token] == "advcl" and view.tags[token] == "VBG"
    if is_participle and view.deps[verb] == "ccomp" and verb < above < token:
        attach(view, token, above, "advcl")


def _said_behind(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Troops arrested a Syrian, a source told Reuters": a clause without pronoun describes no noun."""
    noun = view.heads[token]
    if view.deps[token] != "acl:relcl" or view.tags[token] not in FINITE or noun > token:
        return
    if not any(frame.type == STATEMENT for frame, _ in lexicon.triggers.get((view.lemmas[token], "verb"), ())):
        return
    clause = view.subtree(token)
    before = [t for t in clause if noun < t < token and view.pos[t] != "PUNCT"]
    if not before or view.words[before[0] - 1] != "," or any(view.tags[t] in RELATIVE for t in before):
        return
    root = next((up for up in view.ancestors(noun) if view.heads[up] == up), noun)
    if root < noun and view.pos[root] == "VERB" and view.kid(token, "nsubj") is not None:
        attach(view, token, root, "parataxis")


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


def _is_to(view: Tree, token: int) -> None:
    """ "The truce was to take effect": the subject of "was" is that of the infinitive, which it helps."""
    verb = view.heads[token]
    if view.deps[token] != "nsubj:outer" or view.tags[verb] != "VB" or view.kid(verb, *SUBJECTS) is not None:
        return
    view.deps[token] = "nsubj"
    for copula in view.kids(verb, "cop"):
        view.deps[copula] = "aux"


def _late_verb(view: Tree, verb: int) -> None:
    """ "Held after an officer, who had posed as a buyer, alerted them": a clause behind "after", and no time alone."""
    above, comma = view.heads[verb], verb - 1
    bare = view.tags[verb] == "VBD" and view.kid(verb, "nsubj", "nsubj:pass", "mark") is None
    if not bare or view.words[comma] != "," or view.kid(verb, "obj", "iobj") is None:
        return
    nouns = [above] if view.deps[verb] in ("acl", "acl:relcl") else view.kids(above, "obl")
    for noun in nouns if view.deps[verb] in ("acl", "acl:relcl", "advcl") else ():
        case = view.kid(noun, "case")
        ends = noun == above or (noun < comma and max(t for t in view.subtree(noun) if t < comma) == comma - 1)
        if view.deps[noun] == "obl" and case is not None and ends and view.words[case] in function_words().temporal:
            attach(view, verb, view.heads[noun], "advcl")
            attach(view, noun, verb, "nsubj")
            attach(view, case, verb, "mark")
            return
