"""A tree and the lexicon in, the words that may evoke events out: single words, compounds, and phrases with gaps."""

from __future__ import annotations

from collections.abc import Iterator

from kg.lexicon.frames import Frame, Trigger
from kg.lexicon.function_words import function_words
from kg.lexicon.lexicon import Lexicon
from kg.nlp.events.happening import Match
from kg.nlp.phrases.phrase import Phrases
from kg.nlp.syntax.tree import Tree

PARTICIPANTS = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "obl:agent", "xcomp", "advmod"})
VERBAL = frozenset({"VERB", "AUX"})
PHRASE_LABELS = frozenset(
    {
        "obj",
        "obl",
        "obl:unmarked",
        "compound:prt",
        "xcomp",
        "advmod",
        "nsubj:pass",
        "obl:agent",
        "iobj",
        "nmod",
        "ccomp",
        "compound",
        "obl:arg",
        "advcl",
    }
)


def find_triggers(tree: Tree, lexicon: Lexicon, phrases: Phrases, mask: list[bool]) -> Iterator[list[Match]]:
    """For each trigger word, in text order, its possible readings. Words inside names evoke nothing."""
    for token in range(len(tree)):
        classes = () if mask[token] else word_classes(tree, token)
        if not classes:
            continue
        matches = [
            match
            for word_class in classes
            for lemma in _lemmas(tree, token, word_class)
            for frame, trigger in lexicon.triggers.get((lemma, word_class), ())
            if (match := _match(tree, lexicon, token, frame, trigger))
        ]
        if matches and not _is_name(tree, phrases, token) and not _only_describes(tree, lexicon, token):
            longest = (
                max(match.end - match.start for match in matches if not match.trigger.words)
                if any(not match.trigger.words for match in matches)
                else 0
            )
            compound = [m for m in matches if m.trigger.words and m.trigger.word_class == "noun"]
            yield compound or matches if longest else matches


def word_classes(tree: Tree, token: int) -> tuple[str, ...]:
    """The word classes as which a token can be a trigger."""
    pos = tree.pos[token]
    if pos in VERBAL:
        return ("verb", "adjective") if tree.tags[token] == "VBN" else ("verb",)
    if pos in ("NOUN", "PROPN"):
        return ("noun",)
    return ("adjective", "verb") if pos == "ADJ" else ()


def _lemmas(tree: Tree, token: int, word_class: str) -> tuple[str, ...]:
    if word_class == "adjective":
        return (tree.words[token],)
    return (tree.lemmas[token],) if tree.lemmas[token] == tree.words[token] else (tree.lemmas[token], tree.words[token])


def _match(tree: Tree, lexicon: Lexicon, token: int, frame: Frame, trigger: Trigger) -> Match | None:
    match = _spelled(tree, lexicon, token, frame, trigger)
    return match if match and not _means_else(tree, token, frame) else None


def _spelled(tree: Tree, lexicon: Lexicon, token: int, frame: Frame, trigger: Trigger) -> Match | None:
    """The words of a trigger, if all of them are there."""
    if not trigger.words:
        return Match(token, token, token + 1, frame, trigger)
    if trigger.word_class == "noun":
        start = _compound_start(tree, token, trigger.words)
        return Match(token, start, token + 1, frame, trigger) if start >= 0 else None
    last = _phrase_end(tree, token, trigger.words, lexicon.grammar.particles)
    if last < 0:
        return None
    end = last + 1 if token < last <= token + len(trigger.words) else token + 1
    return Match(token, token, end, frame, trigger, last)


def _means_else(tree: Tree, token: int, frame: Frame) -> bool:
    """Whether the words beside a trigger give it another sense."""
    if any(tree.lemmas[child] in frame.not_with for child in tree.kids(token, "amod", "compound", "nmod:poss")):
        return True
    idiom = f"{tree.preposition(token)} {tree.lemmas[token]}"
    if _is_made_up(tree, token, frame) or (idiom in frame.not_with and tree.kid(token, "det") is None):
        return True
    if frame.not_of and any(tree.lemmas[child] in frame.not_of for child in tree.kids(token, *PARTICIPANTS)):
        return True
    above = tree.lemmas[tree.heads[token]] if tree.deps[token] == "nmod" else ""
    return above in frame.not_below or bool(frame.only_below and above not in frame.only_below)


def _is_made_up(tree: Tree, token: int, frame: Frame) -> bool:
    """Whether an event is what a novel is about, or one that there is not: "without charge"."""
    if tree.pos[token] == "VERB" and tree.deps[token] == "acl":
        token = tree.heads[token]
    if tree.pos[token] != "NOUN":
        return False
    if tree.preposition(token) in function_words().lacking:
        return True
    above, articles = tree.heads[token], function_words().indefinite_articles
    told = tree.deps[token] == "nmod" and tree.lemmas[above] in frame.not_of
    return told and any(tree.lemmas[child] in articles for child in tree.kids(token, "det"))


def _compound_start(tree: Tree, token: int, words: tuple[str, ...]) -> int:
    """Where a compound begins of which a token is the head, hyphens or not; -1 if it is not there."""
    before = [t for t in range(max(0, token - 2 * len(words)), token) if tree.tags[t] != "HYPH" or "-" in words]
    near = before[len(before) - len(words) :]
    if len(near) == len(words) and words in (tuple(tree.words[t] for t in near), tuple(tree.lemmas[t] for t in near)):
        return near[0]
    return -1


def _phrase_end(tree: Tree, verb: int, words: tuple[str, ...], particles: frozenset[str]) -> int:
    """The last word of a phrase whose words hang below its verb; -1 if they do not."""
    *function, content = words
    for child in tree.children[verb]:
        if tree.deps[child] not in PHRASE_LABELS:
            continue
        below = {tree.words[t] for t in tree.children[child]} | {tree.words[t] for t in tree.children[verb]}
        if content in (tree.words[child], tree.lemmas[child]):
            last = child
        elif len(words) > 1 and " ".join(words) == tree.preposition(child):  # "drove them out of the town"
            return tree.kids(child, "case")[0]
        elif content == tree.preposition(child):  # "called on Moscow", but not "handed down … over"
            last = tree.kids(child, "case")[0]
            if content in particles and last > verb + len(words):
                continue
        elif tree.deps[child] == "ccomp" and any(tree.words[mark] == content for mark in tree.kids(child, "mark")):
            last = tree.kids(child, "mark")[0]  # "charged that they had …"
        else:
            continue
        if all(word in below for word in function):
            return last
    return -1


def _is_name(tree: Tree, phrases: Phrases, token: int) -> bool:
    name = phrases.name_at(token)
    return name is not None and not (name.end - name.start == 1 and tree.pos[token] == "VERB")


def _only_describes(tree: Tree, lexicon: Lexicon, token: int) -> bool:
    """Whether a noun merely qualifies another ("attack helicopters"), which is no event."""
    if tree.deps[token] not in ("compound", "nmod:desc") or tree.pos[token] not in ("NOUN", "PROPN"):
        return False
    head = tree.heads[token]
    grammar, cues = lexicon.grammar, lexicon.cues
    return not (
        tree.lemmas[head] in grammar.doer_nouns
        or tree.lemmas[head] in grammar.blamed_nouns
        or (tree.lemmas[head], "noun") in cues.by_word
    )
