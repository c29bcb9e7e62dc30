"""How resolution grows: names and events of 5,000 and of 50,000 made-up documents, each size in its own process.

Seconds are those of the processor: it works in one thread, and other programs shall not count.
"""

import json
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.lexicon import names
from kg.model import Document, Entity, Event, Evidence, Extraction, Mention, When
from kg.resolve import resolve

SECONDS, MEBIBYTES = 300, 2048
SYLLABLES = [a + b for a in "bdfghjklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "ov", "al", "ish")]
KINDS = ["Person"] * 5 + ["Group"] * 2 + ["City"] * 2 + ["Agency", "Facility", "MediaOrganization"]
SUFFIX = {"Person": "", "Group": " Front", "City": "", "Agency": " Bureau", "Facility": " Bridge",
          "MediaOrganization": " Courier"}


def word(rng):
    return "".join(rng.choices(SYLLABLES, k=rng.randint(2, 3))).capitalize()


def pool(rng, size):
    """Made-up names, two names of a person; some are spelled in two ways."""
    for _ in range(size):
        kind = rng.choice(KINDS)
        name = f"{word(rng)} {word(rng)}" if kind != "City" else word(rng)
        yield kind, name + SUFFIX[kind]


def document(number, rng, people, weights):
    found = dict.fromkeys(rng.choices(people, cum_weights=weights, k=12))
    text, entities = "", []
    for place, (kind, name) in enumerate(found):
        if kind == "Person" and rng.random() < 0.1:
            name = name.split()[-1]
        elif rng.random() < 0.05:
            name = name.replace("i", "y", 1).replace("o", "u", 1)
        start, text = len(text) + 1, f"{text} {name}"
        mentions = (Mention(name, start, len(text), name, "name"),)
        entities.append(Entity(f"e{place}", kind, name, mentions))
    day = f"20{rng.randint(10, 24)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    events = [_event(n, rng, [e.id for e in entities], day) for n in range(5)]
    made = Document(f"doc-{number}", f"{number}.txt", text, date=day, publisher=f"Paper {number % 300}")
    return Extraction(made, tuple(entities), tuple(events))


def _event(number, rng, ids, day):
    roles = {role: (rng.choice(ids),) for role in ("agent", "patient", "place")}
    kind = rng.choice(["Detention", "Attack", "Meeting", "Raid", "Statement"])
    return Event(f"v{number}", kind, Mention("x", number, number + 1, "x", "trigger"), roles, (Evidence(0, 5),),
                 When(day, day, day) if rng.random() < 0.5 else None)


def corpus(size):
    rng = random.Random(size)
    people = list(pool(rng, max(1000, size * 2)))
    total, weights = 0.0, []
    for rank in range(1, len(people) + 1):
        total += 1 / rank ** 0.7  # a few names are everywhere, most are rare
        weights.append(total)
    return (document(number, rng, people, weights) for number in range(size))


def measure(size):
    """Run in a process of its own, so that the peak of memory is that of this size."""
    extractions = list(corpus(size))
    distinct = len({entity.name for extraction in extractions for entity in extraction.entities})
    start = time.process_time()
    graph = resolve(extractions, names.build({}))
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"documents": size, "names": distinct, "nodes": len(graph.nodes), "events": len(graph.events),
            "seconds": round(seconds, 1), "mebibytes": round(peak)}


@pytest.mark.bench
def test_fifty_thousand_documents_resolve_in_five_minutes_and_two_gibibytes():
    small, large = (json.loads(subprocess.run(
        [sys.executable, __file__, str(size)], check=True, capture_output=True, text=True,
        cwd=Path(__file__).parents[2]).stdout) for size in (5_000, 50_000))
    print(f"\n{small}\n{large}\ntime grows {large['seconds'] / small['seconds']:.1f} times for 10 times the documents")
    assert large["seconds"] <= SECONDS and large["mebibytes"] <= MEBIBYTES


if __name__ == "__main__":
    print(json.dumps(measure(int(sys.argv[1]))))
