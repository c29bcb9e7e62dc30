"""A tree in, the same tree with reduced relative clauses that parsers take for whole ones put right, in place."""

from __future__ import annotations

from kg.nlp.syntax.tree import Tree, attach

SUBJECTS = ("nsubj", "nsubj:pass")


def mend_reduced(view: Tree) -> None:
    """ "When a car loaded with dynamite exploded": the car exploded, and "loaded" says of it what it held."""
    for token in range(len(view)):
        _reduced(view, token)


def _reduced(view: Tree, verb: int) -> None:
    """A finite verb without a subject, right behind a participle that took it, in the same clause."""
    if view.tags[verb] != "VBD" or view.kid(verb, *SUBJECTS, "cc", "mark", "aux", "csubj") is not None:
        return
    before = view.heads[verb]
    siblings = [t for t in view.children[before] if before < t < verb and view.deps[t] == view.deps[verb]]
    participle = siblings[-1] if siblings else before
    subject = view.kid(participle, *SUBJECTS)
    if participle == before or subject is None or not _is_bare(view, participle):
        return
    if subject > participle or view.subtree(participle)[-1] + 1 < view.subtree(verb)[0]:
        return
    for child in [t for t in view.children[participle] if t < subject]:
        attach(view, child, verb, view.deps[child])
    attach(view, subject, verb, "nsubj")
    attach(view, participle, subject, "acl")


def _is_bare(view: Tree, verb: int) -> bool:
    """Whether a participle has no auxiliary."""
    return view.tags[verb] == "VBN" and view.kid(verb, "aux", "aux:pass", "cop") is None
