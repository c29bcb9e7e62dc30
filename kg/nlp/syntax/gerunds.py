"""Gerunds that a parser took for nouns or for parts of the noun behind them, made verbs again, in place."""

from __future__ import annotations

from kg.nlp.syntax.tree import Tree, attach, replace

MARKS = ("mark", "case")
CLAUSES = {"nmod": "acl", "obl": "advcl"}  # how a clause hangs where a noun would


def mend_gerunds(view: Tree) -> None:
    """Mends every gerund behind a preposition."""
    for token in range(len(view)):
        mark = view.kid(token, *MARKS)
        if mark is None or mark > token:
            continue
        if view.tags[token] == "VBG" and view.deps[token] in ("compound", "amod") and view.heads[token] > token:
            _take_object(view, token)
        elif view.tags[token] == "VBG" and view.kid(token, "xcomp", "obj") is not None:
            view.pos[token], view.deps[token] = "VERB", CLAUSES.get(view.deps[token], view.deps[token])
        elif view.tags[token] in ("NN", "VBG") and view.words[token] != view.lemmas[token]:
            _take_infinitive(view, token)


def _take_object(view: Tree, gerund: int) -> None:
    """ "Accused the army of recruiting students": the students are recruited."""
    noun = view.heads[gerund]
    label = "advcl" if view.pos[view.heads[noun]] == "VERB" else "acl"
    replace(view, noun, gerund, "")
    view.pos[gerund], view.deps[gerund], view.deps[noun] = "VERB", label, "obj"


def _take_infinitive(view: Tree, gerund: int) -> None:
    """ "Counts of conspiring to blow up a bridge": a lemma that is another word tells a verb."""
    for clause in view.kids(gerund, "acl"):
        if view.tags[clause] == "VB" and view.kid(clause, "mark") is not None:
            view.pos[gerund], view.tags[gerund] = "VERB", "VBG"
            view.deps[gerund] = "acl" if view.deps[gerund] == "nmod" else "advcl"
            attach(view, clause, gerund, "xcomp")
            for mark in view.kids(gerund, "case"):
                view.deps[mark] = "mark"
            return
