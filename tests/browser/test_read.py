"""Reading: sentences, what is fact and what is only said, quotes in their context, and why."""

import pytest
from pyoxigraph import RdfFormat, parse

COPIED = "document.getElementById('say').textContent === 'Turtle copied'"
PG = "https://w3id.org/plotgraph/ontology#"


def panel(page):
    return page.inner_text("#reading")


def test_facts_are_sentences_made_of_the_ontologys_phrases(visit):
    told = panel(visit(fragment="node=agency/rus-federal-security-service"))
    assert ("Federal Security Service and Ministry of Internal Affairs detained Four members of the cell "
            "in Makhachkala and Moscow, 13–14 October 2019") in told
    assert "Federal Security Service is an agency of Russia" in told


def test_what_is_only_said_stands_apart_and_names_who_says_so(visit):
    page = visit(fragment="node=cell/moscow")
    box = page.locator("article.unsure", has_text="is part of")
    assert "claimed" in box.inner_text() and "said by Federal Security Service" in box.inner_text()
    assert box.evaluate("box => getComputedStyle(box).borderStyle") == "dashed"
    assert page.locator("article:not(.unsure)", has_text="is part of").count() == 0


def test_an_event_shows_its_stage_participants_quote_and_source(visit):
    page = visit(fragment="node=event/e01")
    told = panel(page)
    assert "thwarted" in told and "perpetrator" in told.lower() and "Caspian Wire" in told and "2019-10-17" in told
    assert page.inner_text("mark") == "The cell planned to strike the metro during the November holidays."
    assert "A lawyer of one detainee" in page.inner_text("blockquote")


def test_why_names_the_rule_and_the_trigger(visit):
    assert "rule Plot/active, word “planned”" in panel(visit(fragment="node=event/e01"))


def test_a_document_links_to_its_publisher(visit):
    page = visit(fragment="node=document/doc-kabul")
    assert page.get_attribute("#reading dl a", "href") == "https://news.example/kabul"
    assert page.get_attribute("#reading dl a", "rel") == "noopener noreferrer nofollow"


def test_aliases_identifiers_and_related_plots_are_listed(visit):
    told = panel(visit(fragment="node=group/islamic-state"))
    assert "Daesh" in told and "wikidata.org/entity/Q2429253" in told and "Plot against the metro" in told


def test_names_in_sentences_lead_on(visit):
    page = visit(fragment="node=person/ghafari")
    page.click("article button.node:has-text('Islamic State Khorasan')")
    assert page.inner_text("#reading h2") == "Islamic State Khorasan"


def test_clicking_a_line_opens_its_relation(visit):
    page = visit()
    link = page.evaluate("""() => { const page = plotgraph;
        const edge = page.data.edges.find(edge => edge.label === 'fights');
        const at = id => page.network().canvasToDOM(page.network().getPositions([id])[id]);
        const [a, b] = [at(edge.from), at(edge.to)]; return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2}; }""")
    box = page.locator("#picture").bounding_box()
    page.mouse.click(box["x"] + link["x"], box["y"] + link["y"])
    page.wait_for_selector("#reading article")
    assert "Islamic State Khorasan fights Taliban" in panel(page)


@pytest.mark.parametrize("node", ["group/islamic-state", "event/e03", "document/doc-cell"])
def test_a_node_can_be_copied_as_turtle_that_parses(visit, until, node):
    page = visit(fragment=f"node={node}", permissions=["clipboard-read", "clipboard-write"])
    page.click("text=Copy Turtle")
    until(page, COPIED)
    triples = list(parse(page.evaluate("navigator.clipboard.readText()").encode(), format=RdfFormat.TURTLE))
    assert any(triple.subject.value.endswith(node) for triple in triples)


def test_what_is_not_fact_is_never_a_plain_triple(visit, until):
    page = visit(fragment="node=cell/moscow", permissions=["clipboard-read", "clipboard-write"])
    page.click("text=Copy Turtle")
    until(page, COPIED)
    triples = list(parse(page.evaluate("navigator.clipboard.readText()").encode(), format=RdfFormat.TURTLE))
    assert PG + "partOf" not in {triple.predicate.value for triple in triples}
    assert PG + "partOf" in {getattr(triple.object, "value", "") for triple in triples}


def test_the_sparql_for_a_node_is_shown(visit):
    page = visit(fragment="node=group/taliban")
    page.click("text=SPARQL")
    assert "<https://w3id.org/plotgraph/id/group/taliban>" in page.input_value("#dialog textarea")
