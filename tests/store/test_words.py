"""Keywords are seen wherever a parser sees them, and texts, IRIs and names are no keywords."""

import pyoxigraph as ox
import pytest

from kg.store.words import calls_elsewhere, names_graphs

HIDDEN = ("?s ?p 1{}", "?s ?p true{}", "?s ?p 'a'{}", "FILTER(1<2){}", "?s ?p pg:a\\'. {}", "{{ ?s ?p ?o }}{}", "{}")
PREFIXES = {"": "https://x.example/", "pg": "https://x.example/"}


@pytest.mark.parametrize("before", HIDDEN)
@pytest.mark.parametrize("keyword", ["SERVICE", "service", "\\u0053ervice"])
@pytest.mark.parametrize("name", [":x", "<https://x.example/>", " :x"])
def test_a_call_of_another_server_is_seen_without_spaces_too(before, keyword, name):
    assert calls_elsewhere(f"SELECT * {{ {before.format(keyword)}{name} {{ ?a ?b ?c }} }}")


@pytest.mark.parametrize("before", HIDDEN)
@pytest.mark.parametrize("name", [":x", "?g", "<https://x.example/>", " :x"])
def test_what_a_parser_takes_for_a_named_graph_is_seen(before, name):
    query = f"SELECT * {{ {before.format('GRAPH')}{name} {{ ?a ?b ?c }} }}"
    ox.Store().query(query, prefixes=PREFIXES)
    assert names_graphs(query)


@pytest.mark.parametrize("query", ["SELECT *FROM<https://x.example/>{?s ?p ?o}", "SELECT * FROM:x {?s ?p ?o}",
                                   "SELECT * from named :x {?s ?p ?o}", "ASK FROM :x { }", "DESCRIBE :x FROM :x"])
def test_a_choice_of_graphs_is_seen(query):
    ox.Store().query(query, prefixes=PREFIXES)
    assert names_graphs(query)


@pytest.mark.parametrize("text", ['"service"', "'graph'", '"""a "service" graph"""', "?service", "$from", ":graph",
                                  "pg:intelligence-service", "<https://x.example/graph>", "1 # from a service\n"])
def test_texts_iris_variables_names_and_comments_are_no_keywords(text):
    query = f"SELECT * {{ ?s ?p {text} }}"
    ox.Store().query(query, prefixes=PREFIXES)
    assert not calls_elsewhere(query) and not names_graphs(query)
