"""Names that the recognizer cut in two: in, its spans; out, the spans with the words that belong to them.

"Tabital | Pulaaku", "Juergen | Stock": what stands side by side with capitals, and neither is known by itself.
"""

from __future__ import annotations

from collections.abc import Collection

from kg.lexicon.lexicon import Lexicon
from kg.lexicon.names import Found
from kg.nlp.names.extents import LOCATION, ORGANIZATION, PERSON
from kg.nlp.syntax.tree import Tree, sentence_span

TIES = frozenset({"flat", "compound", "appos", "nmod:desc"})
NAMES = frozenset({"NNP", "NNPS"})
TITLE = 0.6  # part of a sentence's words with capitals from which it is a title
Labels = dict[tuple[int, int], str]


def joined(tree: Tree, lexicon: Lexicon, known: Collection[Found], labels: Labels) -> Labels:
    """The spans, those joined that are two halves of one name or lack its last word."""
    sure = {token for found in known if found.strong for token in range(found.start, found.end)}
    result = dict(labels)
    ends = {span[1]: span for span in labels}
    taken = {token for span in labels for token in range(*span)}
    for (start, end), label in sorted(labels.items()):
        before = ends.get(start)
        if (start, end) not in result:
            continue
        if before and before in result and _are_halves(tree, sure, before, (start, end)):
            kinds = {result.pop(before), result.pop((start, end))}
            result[before[0], end] = next(kind for kind in (ORGANIZATION, PERSON, LOCATION) if kind in kinds)
        elif label == PERSON and start - 1 not in taken | sure and _lacks_first(tree, lexicon, (start, end)):
            result[start - 1, end] = result.pop((start, end))
        elif end not in taken | sure and start not in sure and _lacks(tree, lexicon, (start, end), label):
            result[start, end + 1] = result.pop((start, end))
    return result


def _are_halves(tree: Tree, sure: set[int], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two single words side by side are one name: both are subjects, or one hangs on the other."""
    first, second = one[0], other[0]
    if one[1] - first > 1 or other[1] - second > 1 or {first, second} & sure:
        return False
    if not {tree.tags[first], tree.tags[second]} <= NAMES or not _is_running(tree, first):
        return False
    same = (tree.heads[first], tree.deps[first]) == (tree.heads[second], tree.deps[second])
    return same or _are_tied(tree, first, second)


def _lacks(tree: Tree, lexicon: Lexicon, span: tuple[int, int], label: str) -> bool:
    """Whether a single word lacks the one behind it: a word with a capital that the recognizer passed over."""
    start, end = span
    if end == len(tree) or end - start > 1 or tree.sentence[end] != tree.sentence[start]:
        return False
    text = tree.texts[end]
    is_word = text.istitle() and text.isalpha() and tree.words[end] not in lexicon.nouns.naming
    if not is_word or tree.lemmas[end] in lexicon.nouns.roles or tree.doc[end].ent_type_ or tree.tags[start] != "NNP":
        return False
    if not _is_running(tree, start):
        return False
    if label == PERSON:
        return tree.tags[end] in NAMES | {"NN"} and not tree.deps[end].endswith(("unmarked", "tmod"))
    return tree.tags[end] in NAMES and _are_tied(tree, start, end)


def _lacks_first(tree: Tree, lexicon: Lexicon, span: tuple[int, int]) -> bool:
    """Whether a person's single word lacks the one before it, which hangs on it: "Sheikh | Hasina"."""
    start, end = span
    before = start - 1
    if end - start > 1 or before < 0 or tree.sentence[before] != tree.sentence[start] or not _is_running(tree, start):
        return False
    text, word = tree.texts[before], tree.words[before]
    if not text.istitle() or not text.isalpha() or tree.tags[before] != "NNP":
        return False
    nouns, said = lexicon.nouns, {word, tree.lemmas[before]}
    if said & nouns.roles or said & nouns.no_names or said & nouns.peoples:
        return False
    of_people = lexicon.knowledge.by_adjective(text) or lexicon.knowledge.by_demonym(text)
    return not of_people and word not in lexicon.coreference.abbreviations and _are_tied(tree, before, start)


def _are_tied(tree: Tree, one: int, other: int) -> bool:
    """Whether one of two words hangs on the other as names do."""
    return (tree.heads[other] == one and tree.deps[other] in TIES) or (
        tree.heads[one] == other and tree.deps[one] in TIES
    )


def _is_running(tree: Tree, token: int) -> bool:
    """Whether the sentence of a word is running text, where a capital tells a name."""
    words = [text for text in tree.texts[slice(*sentence_span(tree, token))] if text.isalpha()]
    return sum(word[0].isupper() for word in words) < TITLE * len(words)
