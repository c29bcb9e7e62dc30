"""A parsed spaCy Doc in, its dependency trees as plain lists out: one view for every label scheme.

All layers above read Universal Dependencies. A pipeline of the English CLEAR scheme (`en_core_web_*`) is turned into it
here: labels are mapped, and a preposition stops being the head of its noun.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import chain

import numpy as np
from spacy.tokens import Doc

ATTRIBUTES: list[int | str] = ["ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP"]
CLEAR_LABELS = {
    "ROOT": "root",
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "attr": "xcomp",
    "acomp": "xcomp",
    "oprd": "xcomp",
    "agent": "obl:agent",
    "npadvmod": "obl:npmod",
    "quantmod": "advmod",
    "neg": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "intj": "discourse",
    "nn": "compound",
}
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})


@dataclass(slots=True)
class Tree:
    """The words of a Doc with Universal Dependencies: index into every list is the token's index in the Doc.

    `texts` are as written, `words` lower-cased, `heads[i] == i` at a root, `children` are in text order; `sentence`
    numbers sentences.
    """

    doc: Doc
    texts: list[str]
    words: list[str]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentence: list[int]
    children: list[list[int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def hung_by(self, labels: Container[str]) -> Iterator[int]:
        """The tokens that hang by one of the labels when it is their turn."""
        return (index for index in range(len(self)) if self.deps[index] in labels)

    def kids(self, index: int, *deps: str) -> list[int]:
        """Children of a token that hang by one of the labels."""
        children = self.children[index]
        if not children:
            return []
        labels = self.deps
        return [child for child in children if labels[child] in deps]

    def kid(self, index: int, *deps: str) -> int | None:
        """The first child that hangs by one of the labels, if any."""
        for child in self.children[index]:
            if self.deps[child] in deps:
                return child
        return None

    def is_nominal(self, index: int) -> bool:
        """Whether the token can head a noun phrase."""
        return self.pos[index] in NOMINAL

    def preposition(self, index: int) -> str:
        """The case words of a noun as one string (`in`, `because of`), or an empty string."""
        parts: list[int] = []
        for child in self.children[index]:
            if self.deps[child] == "case" and self.tags[child] != "POS":
                parts += [child, *self.kids(child, "fixed")]
        return " ".join([self.words[part] for part in parts]) if parts else ""

    def conjuncts(self, index: int) -> list[int]:
        """The token and all that is coordinated with it, in order."""
        found = [index]
        for child in self.children[index]:
            if self.deps[child] == "conj":
                found += self.conjuncts(child)
            elif self.deps[child] == "flat":  # "Messrs X, Y and Z"
                found += self.conjuncts(child)[1:]
        return found

    def subtree(self, index: int) -> list[int]:
        """All tokens below and including one, in text order."""
        if not self.children[index]:
            return [index]
        stack, found = [index], []
        while stack:
            current = stack.pop()
            found.append(current)
            stack += self.children[current]
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        while self.heads[index] != index:
            index = self.heads[index]
            yield index


def tree(doc: Doc, scheme: str = "ud") -> Tree:
    """The trees of a parsed Doc; `scheme` is the pipeline's label scheme, `ud` or `clear`."""
    size = (len(doc), len(ATTRIBUTES))  # read as one table: spaCy would make an object for every token
    table: list[list[int]] = doc.to_array(ATTRIBUTES).reshape(size).astype(np.uint64).T.tolist()
    strings = {number: doc.vocab.strings[number] for number in {*chain.from_iterable(table)}}
    texts, words, lemmas, pos, tags, deps = ([strings[number] for number in row] for row in table)
    heads = np.arange(len(doc)) + doc.to_array(["HEAD"]).ravel().astype(np.int64)
    result = Tree(
        doc,
        texts=texts,
        words=words,
        lemmas=[lemma.lower() or word for lemma, word in zip(lemmas, words, strict=True)],
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads.tolist(),
        sentence=_sentences(doc),
    )
    if scheme == "clear":
        _from_clear(result)
    result.children = [[] for _ in result.words]
    for index, head in enumerate(result.heads):
        if head != index:
            result.children[head].append(index)
        else:
            result.deps[index] = "root"
    return result


def sentence_span(view: Tree, token: int) -> tuple[int, int]:
    """The tokens of the sentence of a token."""
    number = view.sentence[token]
    return bisect_left(view.sentence, number), bisect_right(view.sentence, number)


def attach(view: Tree, token: int, head: int, label: str) -> None:
    """Hangs a token on another head by another label; on nothing below itself, which would be no tree."""
    if token == head or token in view.ancestors(head):
        return
    view.children[view.heads[token]].remove(token)
    view.heads[token], view.deps[token] = head, label
    view.children[head] = sorted([*view.children[head], token])


def replace(view: Tree, old: int, new: int, pos: str) -> None:
    """Puts a token in the place of one above it, as a word of this class, with the verb's children if it is a verb."""
    above, label = view.heads[old], view.deps[old]
    view.children[view.heads[new]].remove(new)
    for child in [child for child in view.children[old] if child != new and pos == "VERB"]:
        attach(view, child, new, view.deps[child])
    if above == old:
        view.heads[new] = new
    else:
        view.heads[new] = above
        view.children[above] = sorted([*view.children[above], new])
    view.deps[new] = label
    view.pos[new] = pos
    view.heads[old] = new
    view.children[new] = sorted([*view.children[new], old])


def mend_lemmas(view: Tree, known: Container[str]) -> None:
    """Puts right lemmas of inflected verbs that are one letter off a known one: "explod", "ambushe", "gunn"."""
    for index, lemma in enumerate(view.lemmas):
        if view.pos[index] == "VERB" and lemma not in known and lemma != view.words[index]:
            undoubled = lemma[:-1] if lemma[-2:-1] == lemma[-1:] else lemma
            near = (f"{lemma}e", lemma.removesuffix("e"), undoubled)
            view.lemmas[index] = next((word for word in near if word in known), lemma)


def _sentences(doc: Doc) -> list[int]:
    starts = doc.to_array(["SENT_START"]).astype("int64").ravel() == 1
    starts[:1] = True
    numbers: list[int] = (starts.cumsum() - 1).tolist()
    return numbers


def _from_clear(view: Tree) -> None:
    """Labels to Universal Dependencies; `pobj` takes its preposition's place, which becomes its `case`."""
    view.deps = [CLEAR_LABELS.get(label, label) for label in view.deps]
    for index, label in enumerate(view.deps):
        if label not in ("pobj", "pcomp"):
            continue
        preposition = view.heads[index]
        if preposition == index:
            continue
        outer, above = view.deps[preposition], view.heads[preposition]
        verbal = view.pos[above] in ("VERB", "AUX")
        view.deps[index] = outer if outer in ("obl:agent", "iobj", "root") else "obl" if verbal else "nmod"
        if label == "pcomp":
            view.deps[index] = "advcl" if verbal else "acl"
        view.heads[index] = index if above == preposition else above
        view.heads[preposition], view.deps[preposition] = index, "case"
