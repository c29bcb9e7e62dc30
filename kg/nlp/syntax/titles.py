"""A tree and the lexicon in, the same tree with titles and second descriptions of persons tied right, in place."""

from __future__ import annotations

from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.syntax.tree import Tree, attach

PERSON = "PERSON"
DESCRIBING = frozenset({"nmod:desc", "compound", "amod"})
SINGULAR = frozenset({"NN", "CD"})


def mend_titles(view: Tree, lexicon: Lexicon) -> None:
    """Ties prepositions to the name behind a title, and what else a person is to what was said of him first."""
    for token in range(len(view)):
        _preposition_of_title(view, token)
        _second_description(view, lexicon, token)


def _preposition_of_title(view: Tree, token: int) -> None:
    """ "The murder of presidential candidate X": the preposition is the name's, not its title's."""
    title = view.heads[token]
    if view.deps[token] == "case" and view.deps[title] == "nmod:desc" and token < title < view.heads[title]:
        attach(view, token, view.heads[title], "case")


def _second_description(view: Tree, lexicon: Lexicon, token: int) -> None:
    """ "X, the head of the bank and secretary of the union, was shot": the secretary is X."""
    name = view.heads[token]
    if view.deps[token] != "conj" or view.tags[token] not in SINGULAR or view.pos[token] == "PROPN":
        return
    if view.doc[name].ent_type_ != PERSON or _is_one_of_several(view, name) or not _describes(view, lexicon, token):
        return
    mark = view.kid(token, "cc")
    asides = [aside for aside in view.kids(name, "appos") if name < aside < token and view.pos[aside] == "NOUN"]
    if asides and mark is not None and view.words[mark - 1] != ",":
        attach(view, token, asides[-1], "conj")


def _is_one_of_several(view: Tree, name: int) -> bool:
    """Whether the verb of a subject is that of several."""
    verb, plural = view.heads[name], function_words().plural_verbs
    return any(view.words[child] in plural for child in view.kids(verb, "aux", "aux:pass", "cop"))


def _describes(view: Tree, lexicon: Lexicon, token: int) -> bool:
    """Whether a noun without an article or number of its own names a function, or one of many: "one of the leaders"."""
    if view.tags[token] == "CD":
        return view.kid(token, "nmod") is not None
    return view.lemmas[token] in lexicon.nouns.roles and view.kid(token, "nummod") is None
