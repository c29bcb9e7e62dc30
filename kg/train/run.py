"""A data folder in, trained weights and label sets in an output folder out."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path

import click
import torch

from kg.nlp.english.pieces import WordPieces
from kg.train.batches import Mixture, Stream
from kg.train.examples import Encoder, label_sets
from kg.train.loop import Schedule, train
from kg.train.network import Network
from kg.train.sources import by_document, name_sentences, treebank_sentences
from kg.train.start import WEIGHTS, base_folder, load_base, mean_of
from kg.train.verbs import verbs

LABELS, VERBS, SETTINGS = "labels.json", "verbs.txt", "settings.json"
# Names-only text per word of treebank text in a run: names need fewer epochs than trees.
NAME_SHARE = 0.7


def run(
    data: Path, out: Path, schedule: Schedule, sources: Mapping[str, float], starts: Sequence[Path] = ()
) -> None:
    """Train and write everything that `export` needs; start from MiniLM, or go on from the mean of earlier runs.

    `sources` are the shares in which the corpora with names only are seen.
    """
    mix = Mixture()
    torch.manual_seed(schedule.seed)
    out.mkdir(parents=True, exist_ok=True)
    trees = treebank_sentences(data)
    named = name_sentences(data)
    labels = label_sets(trees)
    labels.write(out / LABELS)
    (out / VERBS).write_text("\n".join(verbs(trees)) + "\n", encoding="utf-8")
    settings = {"schedule": asdict(schedule), "mix": asdict(mix), "sources": dict(sources)}
    (out / SETTINGS).write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    encode = Encoder(labels)
    base = base_folder()
    pieces = WordPieces(base / "vocab.txt")
    mark = labels.upos.index("PUNCT")
    documents = [[encode(s) for s in document] for document in by_document(trees)]
    streams = {"trees": iter(Stream(documents, pieces, mix, mark, schedule.seed))}
    shares = {"trees": float(sum(len(s.words) for s in trees))}
    for at, (source, sentences) in enumerate(named.items(), start=1):
        source_mix = replace(mix, alone=0.6, torn=0.0)
        group = [[encode(s) for s in sentences]]
        streams[source] = iter(Stream(group, pieces, source_mix, mark, schedule.seed + at))
        shares[source] = NAME_SHARE * sources[source] * sum(len(s.words) for s in sentences)
    click.echo(f"{len(documents)} documents; words: { {name: round(share) for name, share in shares.items()} }")
    network = Network(labels)
    if starts:
        network.load_state_dict(mean_of(starts))
    else:
        load_base(network.encoder, base)
    train(network, streams, shares, schedule, out / WEIGHTS)
