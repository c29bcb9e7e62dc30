"""A data folder in, trained weights and label sets in an output folder out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from itertools import chain
from pathlib import Path
from random import Random

import click
import torch

from kg.nlp.english.pieces import WordPieces
from kg.train.batches import Mixture, Stream
from kg.train.corpus import Sentence
from kg.train.examples import Encoder, label_sets
from kg.train.exchange import exchanged, mentions
from kg.train.loop import Schedule, train
from kg.train.network import Network
from kg.train.sources import Course, by_document, name_sentences, treebank_sentences
from kg.train.start import base_folder, load_base, mean_weights
from kg.train.verbs import verbs

WEIGHTS, LABELS, VERBS, SETTINGS = "weights.pt", "labels.json", "verbs.txt", "settings.json"


def run(data: Path, out: Path, schedule: Schedule, course: Course, start: Sequence[Path] = ()) -> None:
    """Train and write everything that `export` needs; start from MiniLM, or from the mean of earlier runs."""
    mix = Mixture()
    torch.manual_seed(schedule.seed)
    out.mkdir(parents=True, exist_ok=True)
    trees = treebank_sentences(data)
    labels = label_sets(trees)
    labels.write(out / LABELS)
    (out / VERBS).write_text("\n".join(verbs(trees)) + "\n", encoding="utf-8")
    settings = {"schedule": asdict(schedule), "mix": asdict(mix), "course": asdict(course)}
    (out / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    encode = Encoder(labels)
    base = base_folder()
    pieces = WordPieces(base / "vocab.txt")
    mark = labels.upos.index("PUNCT")
    documents = [[encode(s) for s in document] for document in by_document(trees)]
    streams = {"trees": iter(Stream(documents, pieces, mix, mark, schedule.seed))}
    shares = {"trees": float(sum(len(s.words) for s in trees))}
    named = name_sentences(data)
    source_mix = replace(mix, alone=course.alone, masked=course.masked, torn=0.0)
    for at, (source, texts) in enumerate(copies(named, course.copies, schedule.seed).items(), start=1):
        groups = [[encode(s) for s in text] for text in texts]
        streams[source] = iter(Stream(groups, pieces, source_mix, mark, schedule.seed + at))
        shares[source] = course.names * course.sources[source] * sum(len(s.words) for s in named[source])
    click.echo(f"{len(documents)} documents; words: { {name: round(share) for name, share in shares.items()} }")
    network = Network(labels)
    if start:
        network.load_state_dict(mean_weights([run / WEIGHTS for run in start]))
    else:
        load_base(network.encoder, base)
    train(network, streams, shares, schedule, out / WEIGHTS)


def copies(named: Mapping[str, Sequence[Sentence]], count: int, seed: int) -> dict[str, list[Sequence[Sentence]]]:
    """Return of each source its text, and so many copies of it in which names are exchanged."""
    chance = Random(seed)
    others = mentions(chain.from_iterable(named.values()))
    return {
        source: [sentences, *(list(exchanged(sentences, others, chance)) for _ in range(count))]
        for source, sentences in named.items()
    }
