"""Gold and predicted annotation in, percentages out."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.train.corpus import Names, Sentence, Span, Syntax

# Arcs on which events hang: subject, object, agent and the clauses that are arguments.
CORE = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "csubj", "obl:agent", "ccomp", "xcomp"}
)
SHARED_NAMES = ("PERSON", "ORG", "LOC")
Scores = dict[str, float]


def share(part: float, whole: float) -> float:
    """Return a percentage with two decimals."""
    return round(100 * part / whole, 2) if whole else 0.0


def f1(hits: int, predicted: int, gold: int) -> float:
    """Return the harmonic mean of precision and recall, in percent."""
    return share(2 * hits, predicted + gold)


def syntax_scores(pairs: Iterable[tuple[Syntax, Syntax]]) -> Scores:
    """Score tags, lemmas and arcs of (gold, predicted) sentences over the same words."""
    count = Counter[str]()
    for gold, found in pairs:
        for row in zip(*_columns(gold), *_columns(found), strict=True):
            _count_word(count, row)
    words = count["words"]
    scores = {name: share(count[name], words) for name in ("UPOS", "XPOS", "lemma", "UAS", "LAS", "LAS full")}
    scores["coreF"] = f1(count["core hit"], count["core found"], count["core gold"])
    return scores | {"words": words}


def _columns(syntax: Syntax) -> tuple[Sequence[str | int], ...]:
    return syntax.upos, syntax.xpos, syntax.lemma, syntax.heads, syntax.dep


def _count_word(count: Counter[str], row: tuple[str | int, ...]) -> None:
    upos, xpos, lemma, head, dep, upos2, xpos2, lemma2, head2, dep2 = row
    count["words"] += 1
    count["UPOS"] += upos == upos2
    count["XPOS"] += xpos == xpos2
    count["lemma"] += str(lemma).lower() == str(lemma2).lower()
    count["UAS"] += head == head2
    count["LAS"] += head == head2 and str(dep).split(":")[0] == str(dep2).split(":")[0]
    count["LAS full"] += head == head2 and dep == dep2
    count["core gold"] += dep in CORE
    count["core found"] += dep2 in CORE
    count["core hit"] += dep in CORE and dep == dep2 and head == head2


def name_scores(pairs: Iterable[tuple[Names, Iterable[Span]]]) -> Scores:
    """Score spans of (gold, predicted) sentences: F1 per label and over those that every source has."""
    hits, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    for gold, found in pairs:
        comparable = set(_comparable(gold, found))
        wanted = {span for span in gold.spans if span[2] in _labels(gold)}
        hits.update(label for *_, label in comparable & wanted)
        missed.update(label for *_, label in wanted - comparable)
        wrong.update(
            label for start, end, label in comparable - wanted
            if not any(start < b and a < end for a, b in gold.ignore)
        )
    labels = sorted(hits.keys() | missed.keys() | wrong.keys())
    scores = {label: _name_f1([label], hits, wrong, missed) for label in labels}
    shared = [hits, wrong, missed]
    total = float(sum(hits.values()) + sum(missed.values()))
    return {"PERSON+ORG+LOC": _name_f1(SHARED_NAMES, *shared)} | scores | {"names": total}


def _labels(gold: Names) -> set[str]:
    return {"PERSON", "ORG", "LOC", "EVENT", "MISC"} - set(gold.unlabelled)


def _comparable(gold: Names, found: Iterable[Span]) -> Iterable[Span]:
    """Yield found spans in the labels of the source."""
    merged, labels = dict(gold.merged), _labels(gold)
    for start, end, label in found:
        label = merged.get(label, label)
        if label in labels:
            yield start, end, label


def _name_f1(labels: Iterable[str], hits: Counter[str], wrong: Counter[str], missed: Counter[str]) -> float:
    hit, bad, lost = (sum(counter[label] for label in labels) for counter in (hits, wrong, missed))
    return f1(hit, hit + bad, hit + lost)


def start_scores(gold: set[int], found: set[int]) -> tuple[int, int, int]:
    """Return hits, found and gold sentence starts, as letters of the text."""
    return len(gold & found), len(found), len(gold)


def upper_cased(sentences: Iterable[Sentence]) -> Iterable[Sentence]:
    """Yield a copy of the sentences in capitals."""
    for s in sentences:
        yield Sentence(tuple(w.upper() for w in s.words), s.spaces, s.document, s.opens_paragraph, s.syntax, s.names)
