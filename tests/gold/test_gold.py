"""The gold itself, and the floors below which the reading must not drop."""

import html
import json
import re
from pathlib import Path

import pytest
import yaml

from kg.evaluate import load, score, summary, table
from kg.lexicon import fold, ontology
from kg.read import ReadOptions, expand, read

FOLDER = Path(__file__).parent
ARTICLES = load(FOLDER)
FLOORS = yaml.safe_load((FOLDER / "floors.yaml").read_text("utf-8"))
CEILINGS = {"never", "quotes"}
TERMS = ontology.load()
each = pytest.mark.parametrize("article", ARTICLES, ids=[article.source.stem for article in ARTICLES])


def key(text):
    """Folded words, possessives apart."""
    return " " + fold.key(re.sub(r"['’]s?(?![a-zA-Z])", " ", text)) + " "


def words(article):
    """The folded words of an article's file, tags removed."""
    return key(html.unescape(re.sub(r"(?is)<script.*?</script>|<[^>]+>", " ", article.source.read_text("utf-8"))))


@each
def test_every_name_and_trigger_stands_in_the_article(article):
    names = [name for one in article.entities for name in one.names]
    triggers = [trigger for one in article.events for trigger in one.triggers]
    assert [one for one in names + triggers if key(one) not in words(article)] == []


@each
def test_every_class_property_and_concept_is_in_the_ontology(article):
    classes = {kind for one in (*article.entities, *article.events) for kind in one.types}
    properties = {one.predicate for one in article.relations} | {role for e in article.events for role, _ in e.allowed}
    concepts = {value for one in (*article.entities, *article.events) for name, values in one.attributes.items()
                for value in values if name not in ("count", "killed", "injured")}
    assert not classes - {*TERMS.classes}
    assert not properties - {*TERMS.properties}
    assert not concepts - {*TERMS.concepts}


@each
def test_every_id_that_is_used_exists(article):
    entities = {one.id for one in article.entities}
    events = {one.id for one in article.events}
    used = {filler for one in article.events for _, filler in one.allowed}
    used |= {other for one in article.events for other in one.merges}
    used |= {one.subject for one in article.relations} | {source for one in article.events for source in one.sources}
    assert not used - entities - events
    assert not entities & events


@each
def test_every_trap_says_why(article):
    assert article.never
    assert all(item["why"] for item in article.never)


def test_gold_is_varied():
    raw = [json.loads(path.read_text("utf-8")) for path in FOLDER.glob("*.gold.json")]
    assert len(raw) >= 10
    assert {Path(one["source"]).suffix for one in raw} >= {".txt", ".md", ".html"}


@pytest.fixture(scope="session")
def scores():
    from kg.extract import Reader, extract
    reader = Reader.load()
    documents = (item for source in expand([str(article.source) for article in ARTICLES])
                 for item in read(source, ReadOptions()))
    return score(ARTICLES, [extract(document, reader) for document in documents])


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_scores_keep_their_floors(scores, name):
    reached = summary(scores).get(name, 0)
    kept = reached <= FLOORS[name] if name in CEILINGS else reached >= FLOORS[name]
    assert kept, f"{name} is {reached:.3f}, its limit {FLOORS[name]}\n{table(scores)}"
