"""How things look and read: the ontology in, the page's classes, layers and words out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.lexicon import yamlfile
from kg.lexicon.ontology import Class, Concept, Ontology, Property
from kg.model import Graph
from kg.resources import ontology as folder

PLAIN_COLOR = "#64748b"  # slate: what the ontology gives no color
# The layers of the picture from front to back: a class belongs to the first of these that it is or descends from.
LAYERS = ("Actor", "HostileAct", "Communication", "Event", "Place", "Document")
REST_LAYER = "Thing"  # weapons, targets and whatever else a class of the ontology may add
FOLDED = frozenset({"Communication", "Place", "Document", REST_LAYER})


@dataclass(frozen=True, slots=True)
class Words:
    """What joins labels and phrases into sentences."""

    plural: Mapping[str, str]
    joiner: str


def words() -> Words:
    """The words of `ontology/sentences.yaml`. Raises KnowledgeError if the file is broken."""
    found = yamlfile.load(folder() / "sentences.yaml")
    return Words({key: str(found["plural"][key]) for key in yamlfile.keys(found["plural"])}, str(found["joiner"]))


def layer(ontology: Ontology, name: str) -> str:
    """The layer of a class."""
    line = ontology.ancestors(name)
    return next((found for found in LAYERS if found in line), REST_LAYER)


def spaced(name: str) -> str:
    """A readable form of a local name that has no label: `IntelligenceSharing` becomes `Intelligence sharing`."""
    parts = "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip().replace("-", " ")
    return parts[:1].upper() + parts[1:]


def label_of(terms: Mapping[str, Class] | Mapping[str, Property] | Mapping[str, Concept], name: str) -> str:
    """The label of a term, or its name made readable."""
    return terms[name].label if name in terms else spaced(name)


def class_table(ontology: Ontology, graph: Graph) -> dict[str, dict[str, str]]:
    """Label, color, icon and layer of each class that the graph uses."""
    used = sorted({node.type for node in graph.nodes} | {event.type for event in graph.events} | {"Document"})
    return {name: {"label": label_of(ontology.classes, name), "color": ontology.color(name) or PLAIN_COLOR,
                   "icon": ontology.icon(name), "layer": layer(ontology, name)} for name in used}


def layer_table(ontology: Ontology) -> list[dict[str, object]]:
    """The layers from front to back, and whether the page starts with them shown."""
    return [{"name": name, "label": label_of(ontology.classes, name), "shown": name not in FOLDED}
            for name in (*LAYERS, REST_LAYER)]
