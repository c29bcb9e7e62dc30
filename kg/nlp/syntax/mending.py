"""A tree and the lexicon in, the same tree with what parsers often tie wrong put right, in place.

Each rule is a fact of English that the words alone decide: what a plan is for, who is accused of what, a list.
"""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.attaching import mend_attachments
from kg.nlp.syntax.clauses import mend_clauses
from kg.nlp.syntax.dateline import part_datelines
from kg.nlp.syntax.gerunds import mend_gerunds
from kg.nlp.syntax.headlines import mend_headlines
from kg.nlp.syntax.misread import mend_nouns, mend_words
from kg.nlp.syntax.reduced import mend_reduced
from kg.nlp.syntax.titles import mend_titles
from kg.nlp.syntax.tree import Tree, attach, mend_lemmas, replace

INTENDING = frozenset({"plan", "threat", "attempt"})  # cues whose nouns take an infinitive
DOUBTED = frozenset({"doubt", "tried", "convicted"})
HARMFUL = frozenset({"Attack", "MilitaryAction", "Killing", "Incident"})
# How words hang that the rules below look at.
LABELS = frozenset(
    (
        *("acl", "acl:relcl", "advcl", "amod", "appos", "ccomp", "conj", "fixed", "nmod", "nsubj", "nsubj:outer"),
        *("obl", "obl:agent", "xcomp"),
    )
)


def mend(view: Tree, lexicon: Lexicon) -> None:
    """Mends lemmas and ties, in place."""
    mend_lemmas(view, lexicon.lemmas)
    part_datelines(view)
    mend_nouns(view, lexicon)
    mend_words(view, lexicon)
    mend_gerunds(view)
    mend_headlines(view, lexicon)
    mend_attachments(view, lexicon)
    mend_titles(view, lexicon)
    mend_reduced(view)
    for token in view.hung_by(LABELS):
        _aim_of_noun(view, lexicon, token)
        _aim_of_planner(view, lexicon, token)
        _deed_of_accused(view, lexicon, token)
        _use(view, lexicon, token)
        _completion(view, lexicon, token)
        _that_clause(view, token)
        _joined_verb(view, token)
        _list(view, lexicon, token)
        mend_clauses(view, lexicon, token)
        _late_object(view, token)
        _companion(view, lexicon, token)
        _comitative(view, lexicon, token)
        _agent(view, lexicon, token)
        _result(view, lexicon, token)
        _perfect(view, token)


def _cue_names(view: Tree, lexicon: Lexicon, token: int, word_class: str) -> set[str]:
    return {cue.name for cue in lexicon.cues.by_word.get((view.lemmas[token], word_class), ())}


def _aim_of_noun(view: Tree, lexicon: Lexicon, verb: int) -> None:
    """ "Foiled a plan by a cell to attack": the infinitive is the plan's, and who foiled it never meant to attack."""
    head = view.heads[verb]
    if view.tags[verb] != "VB" or view.deps[verb] not in ("advcl", "xcomp") or not _has_to(view, verb):
        return
    for noun in view.kids(head, "obj", "nsubj:pass"):
        intends = noun < verb and _cue_names(view, lexicon, noun, "noun") & INTENDING
        if intends and not any(_has_to(view, child) for child in view.kids(noun, "acl")):
            means = [child for child in view.kids(head, "advcl") if child > verb and view.tags[child] == "VBG"]
            for child in view.kids(head, "obl", "obl:agent") if view.deps[noun] == "obj" else ():
                if noun < child < verb and view.preposition(child) in function_words().doers:
                    attach(view, child, noun, "nmod")  # the plan is theirs
            attach(view, verb, noun, "acl")
            for child in means:
                if view.words[child - 1] != "," and view.kid(child, "mark") is None:
                    attach(view, child, verb, "advcl")
            return


def _aim_of_planner(view: Tree, lexicon: Lexicon, verb: int) -> None:
    """ "Foiled an attempt by pirates to hijack a ship": the infinitive is the attempt's."""
    planner = view.heads[verb]
    noun = view.heads[planner]
    if view.deps[verb] != "acl" or view.tags[verb] != "VB" or view.deps[planner] != "nmod" or not _has_to(view, verb):
        return
    if view.preposition(planner) in function_words().doers and _cue_names(view, lexicon, noun, "noun") & INTENDING:
        attach(view, verb, noun, "acl")


def _use(view: Tree, lexicon: Lexicon, verb: int) -> None:
    """ "Used a van to ram the gate": what something was used for was done, and is no mere purpose."""
    head = view.heads[verb]
    if view.deps[head] == "acl" and view.heads[view.heads[head]] < head and view.tags[head] == "VBN":
        above = view.heads[view.heads[head]]  # "used a van packed with gas to ram the gate"
        if view.lemmas[above] in lexicon.grammar.using_verbs and view.deps[verb] == "advcl" and _has_to(view, verb):
            attach(view, verb, above, "advcl")
            head = above
    used = view.lemmas[head] in lexicon.grammar.using_verbs and view.kid(head, "obj", "nsubj:pass") is not None
    if used and view.deps[verb] == "advcl" and view.tags[verb] == "VB" and _has_to(view, verb):
        view.deps[verb] = "xcomp"


def _completion(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Shot dead 13 assailants", "shot them dead": the word beside the verb's object completes the verb."""
    noun = view.heads[token]
    verb = view.heads[noun]
    beside = token == verb + 1 or (view.deps[noun] == "obj" and verb < noun == token - 1)
    if view.deps[token] != "amod" or verb == noun or not beside:
        return
    phrases = {trigger.words for _, trigger in lexicon.triggers.get((view.lemmas[verb], "verb"), ())}
    if (view.words[token],) in phrases:
        attach(view, token, verb, "advmod")
        for child in view.kids(token, "obl"):
            attach(view, child, verb, "obl")


def _has_to(view: Tree, verb: int) -> bool:
    return any(view.tags[child] == "TO" for child in view.kids(verb, "mark"))


def _deed_of_accused(view: Tree, lexicon: Lexicon, verb: int) -> None:
    """ "Accused the squads of kidnapping": the deed is what they are accused of, not what they are."""
    noun = view.heads[verb]
    if view.deps[verb] == "ccomp" and view.tags[verb] == "VBG" and view.kid(verb, "mark") is not None:
        if view.kid(noun, "obj") is not None and _cue_names(view, lexicon, noun, "verb") & DOUBTED:
            view.deps[verb] = "advcl"
        return
    while view.deps[noun] == "nmod":
        noun = view.heads[noun]
    above = view.heads[noun]
    if (
        view.deps[verb] == "acl"
        and view.tags[verb] == "VBG"
        and view.kid(verb, "mark", "case") is not None
        and view.deps[noun] in ("obj", "iobj", "nsubj:pass", "obl")
        and view.pos[above] == "VERB"
        and _cue_names(view, lexicon, above, "verb") & DOUBTED
    ):
        attach(view, verb, above, "advcl")
        view.deps[noun] = "obj" if view.deps[noun] == "iobj" else view.deps[noun]


def _that_clause(view: Tree, token: int) -> None:
    """ "Said they foiled a plot to bomb jets, and that men were held": a clause of its own is joined to one like it."""
    if view.deps[token] != "conj":
        return
    above = view.heads[token]
    marks = [child for child in view.kids(token, "mark") if view.pos[child] == "SCONJ" and child < token]
    if not marks or view.kid(token, "nsubj", "nsubj:pass") is None:
        return
    while view.deps[above] not in ("ccomp", "root") and view.heads[above] != above:
        above = view.heads[above]
    if view.deps[above] == "ccomp" and above != view.heads[token]:
        attach(view, token, above, "conj")


def _joined_verb(view: Tree, verb: int) -> None:
    """ "Stormed two flats and seized rifles": what "and" joins to a verb is no modifier of the noun behind it."""
    noun = view.heads[verb]
    above = view.heads[noun]
    is_joined = view.deps[verb] == "amod" and view.tags[verb] in ("VBN", "VBD") and view.kid(verb, "cc") == verb - 1
    if is_joined and above < verb < noun and view.pos[above] == "VERB" and view.deps[noun] in ("obj", "conj"):
        attach(view, verb, above, "conj")
        attach(view, noun, verb, "obj")
        view.tags[verb] = "VBD"
    _listed_verb(view, verb)


def _listed_verb(view: Tree, verb: int) -> None:
    """ "Killed a sentry, wounded three others and fled": a participle before a number is one of the list."""
    noun = view.heads[verb]
    if view.deps[verb] != "amod" or view.tags[verb] != "VBN" or view.deps[noun] not in ("conj", "appos"):
        return
    if view.words[verb - 1] != "," or not any(number > verb for number in view.kids(noun, "nummod")):
        return
    above = next((up for up in view.ancestors(noun) if view.pos[up] == "VERB"), -1)
    if 0 <= above < verb:
        attach(view, verb, above, "conj")
        attach(view, noun, verb, "obj")
        view.tags[verb], view.pos[verb] = "VBD", "VERB"


def _list(view: Tree, lexicon: Lexicon, second: int) -> None:
    """ "A judge, a lawyer and two witnesses" are coordinated: the second is no description of the first."""
    first = view.heads[second]
    if view.deps[second] != "appos" or second < first or "," not in view.words[first:second]:
        return
    joined = (*view.kids(second, "conj"), *view.kids(first, "conj"))
    last = [child for child in joined if child > second and view.kid(child, "cc") is not None]
    if not last or view.pos[second] != "NOUN":
        return
    owned = any(view.tags[kid] == "PRP$" for one in (second, last[-1]) for kid in view.kids(one, "nmod:poss"))
    alike = view.pos[first] == "NOUN" and all(_is_counted(view, one) for one in (first, second, last[-1]))
    several = view.tags[first] == "NN" or not _is_person(view, lexicon, first)
    counted = alike and (several or view.kid(second, "nummod") is not None)
    if counted or (owned and view.kid(second, "nmod:poss", "nummod") is not None):
        view.deps[second] = "conj"  # also "the mayor, his wife and their two children"


def _is_counted(view: Tree, noun: int) -> bool:
    """Whether a noun begins a phrase of its own: "a lawyer", "two witnesses"."""
    counted = any(view.lemmas[child] in function_words().indefinite_articles for child in view.kids(noun, "det"))
    return counted or view.kid(noun, "nummod") is not None


def _late_object(view: Tree, token: int) -> None:
    """ "Remanded in custody two imams": of two subjects the one behind the verb is its object, with a name in it."""
    verb = view.heads[token]
    if view.deps[token] != "nsubj" or token < verb or view.pos[verb] != "VERB":
        return
    if not any(other < verb for other in view.kids(verb, "nsubj")):
        return
    before = view.kid(verb, "obj")
    if before is None:
        view.deps[token] = "obj"
    elif before == token - 1 and view.pos[before] == "PROPN":  # "Dismantles Shabab Cell"
        view.deps[token] = "obj"
        attach(view, before, token, "compound")


def _companion(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "The mayor of San Miguel and his driver": the driver goes with the mayor, and not with the town."""
    whole = view.heads[token]
    above = view.heads[whole]
    if view.deps[token] != "conj" or view.deps[whole] != "nmod" or view.pos[above] != "NOUN":
        return
    owned = any(view.tags[child] == "PRP$" for child in view.children[token]) and view.pos[whole] == "PROPN"
    person, other, leader = (_is_person(view, lexicon, one) for one in (token, whole, above))
    if view.pos[token] == "NOUN" and (owned or (person and leader and not other and _is_counted(view, token))):
        attach(view, token, above, "conj")


def _is_person(view: Tree, lexicon: Lexicon, noun: int) -> bool:
    known = lexicon.nouns.by_head.get(view.lemmas[noun], ())
    return any(not words and found.type == "People" for words, found in known)


def _comitative(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "The leader, together with two brothers, fled": they do it with him."""
    if view.deps[token] not in ("nmod", "obl"):
        return
    first, head = view.subtree(token)[0], view.heads[token]
    if not lexicon.grammar.comitative.intersection(view.words[max(0, first - 1) : token]):
        return
    if view.deps[token] == "nmod" and view.deps[head] in ("nsubj", "nsubj:pass"):
        view.deps[token] = "conj"
        return
    subject = view.kid(head, "nsubj", "nsubj:pass")
    if subject is not None and view.deps[token] == "obl":
        attach(view, token, subject, "conj")


def _perfect(view: Tree, token: int) -> None:
    """ "Had stockpiled weapons": the participle is the verb, and no property of the weapons."""
    if view.deps[token] != "amod" or view.tags[token] != "VBN":
        return
    noun = view.heads[token]
    have = view.heads[noun]
    between = [t for t in range(have + 1, token) if view.pos[t] != "ADV"]
    if (
        view.deps[noun] != "obj"
        or view.lemmas[have] not in function_words().having
        or view.pos[have] not in ("VERB", "AUX")
        or between
    ):
        return
    replace(view, have, token, "VERB")
    attach(view, have, token, "aux")


def _agent(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "Blamed on jihadists": who stands behind another word than that of the doer did not do it."""
    if view.deps[token] == "obl:agent" and (preposition := view.preposition(token)):
        view.deps[token] = "obl:agent" if preposition in lexicon.grammar.agent_words else "obl"


def _result(view: Tree, lexicon: Lexicon, verb: int) -> None:
    """ "Arrested a man suspected of driving into a shop, killing four": those who arrested him killed nobody."""
    head = view.heads[verb]
    harms = view.tags[verb] == "VBG" and view.deps[verb] == "advcl" and view.lemmas[verb] in lexicon.casualties.verbs
    if not harms or head > verb or _can_harm(lexicon, view.lemmas[head]):
        return
    below = [t for t in view.subtree(head) if head < t < verb and view.pos[t] == "VERB"]
    causes = [t for t in below if _can_harm(lexicon, view.lemmas[t])]
    if causes:
        attach(view, verb, causes[-1], "advcl")


def _can_harm(lexicon: Lexicon, lemma: str) -> bool:
    return any(frame.type in HARMFUL for frame, _ in lexicon.triggers.get((lemma, "verb"), ()))
