"""`kg serve`: the protocol, the page, the limits, and who is turned away."""

import json
import threading
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import quote, urlencode

import pytest
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg.errors import InputError, OutputError
from kg.rdf import write_nquads, write_turtle
from kg.store.load import kept
from kg.store.named import bound, named_queries
from kg.store.server import server
from kg.store.worker import Limits, Pool, Request
from tests.sample_graph import sample
from tests.store.engines import oxigraph, rdflib_rows

PLOTS = "SELECT ?s WHERE { ?s a pg:Plot }"
HOSTILE = '<script>alert("x")</script>'
ENDLESS = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("outputs")
    write_turtle(sample(), path / "graph.ttl")
    write_nquads(sample(), path / "graph.nq")
    return path


@pytest.fixture(scope="module")
def port(folder):
    pool = Pool(folder, limits=Limits(seconds=10, size=200_000, workers=1))
    with server(pool, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running.server_port
        running.shutdown()
    pool.close()


def send(port, path, method="GET", body=None, **headers):
    """Status, content type and text of an answer."""
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    return response.status, response.getheader("Content-Type"), response.read().decode()


def sparql(port, query, **headers):
    return send(port, f"/sparql?{urlencode({'query': query})}", **headers)


def test_a_client_library_talks_to_it(port):
    store = SPARQLStore(f"http://127.0.0.1:{port}/sparql")
    (row,) = store.query("PREFIX pg: <https://w3id.org/plotgraph/ontology#> " + PLOTS)
    assert str(row[0]) == "https://w3id.org/plotgraph/id/event/plot-1"
    assert store.query("ASK { ?s ?p ?o }").askAnswer is True


@pytest.mark.parametrize(("method", "form"), [("GET", "xml"), ("POST", "json"), ("POST_FORM", "csv")])
def test_a_client_library_gets_every_named_query_answered_as_the_store_does(port, folder, method, form):
    client = SPARQLStore(f"http://127.0.0.1:{port}/sparql", method=method, returnFormat=form)
    queries = {name: bound(query, {}) for name, query in named_queries().items()}
    assert {name: rdflib_rows(client, text) for name, text in queries.items()} == oxigraph(folder, queries)


@pytest.mark.parametrize(("accept", "kind"), [
    ("application/sparql-results+json", "application/sparql-results+json"),
    ("application/sparql-results+xml", "application/sparql-results+xml"),
    ("text/csv;q=0.5, text/tab-separated-values;q=0.9", "text/tab-separated-values"),
    ("*/*", "application/sparql-results+json"), ("text/csv;q=zero", "application/sparql-results+json"),
])
def test_rows_come_in_the_format_that_is_asked_for(port, accept, kind):
    status, found, text = sparql(port, PLOTS, Accept=accept)
    assert status == 200 and found.startswith(kind) and "event/plot-1" in text


def test_triples_come_as_turtle_or_n_triples(port):
    query = "CONSTRUCT { ?s a pg:Plot } WHERE { ?s a pg:Plot }"
    assert sparql(port, query)[1] == "text/turtle"
    assert sparql(port, query, Accept="application/n-triples")[2].endswith("#Plot> .\n")


def test_both_ways_of_posting_are_understood(port):
    form = send(port, "/sparql", "POST", urlencode({"query": PLOTS}), Content_Type="application/x-www-form-urlencoded")
    direct = send(port, "/sparql", "POST", PLOTS, Content_Type="application/sparql-query; charset=utf-8")
    assert form == direct and form[0] == 200 and json.loads(form[2])["results"]["bindings"]


def test_the_graphs_of_a_question_can_be_chosen(port):
    base = "https://w3id.org/plotgraph/id/document/"
    query = "SELECT (COUNT(DISTINCT ?s) AS ?n) WHERE { ?s a/rdfs:label? ?type ; pg:evidence ?e ; rdfs:label ?what }"
    chosen = urlencode({"query": query, "default-graph-uri": base + "doc-court"})
    status, _, text = send(port, f"/sparql?{chosen}", Accept="text/csv")
    assert (status, text.split()) == (200, ["n", "3"])


@pytest.mark.parametrize(("path", "message"), [
    ("/sparql", "give exactly one query"), ("/sparql?query=a&query=b", "give exactly one query"),
    ("/sparql?query=SELECT", "not a SPARQL query"), ("/sparql?update=CLEAR+ALL", "updates are not allowed"),
    ("/sparql?query=CLEAR+ALL", "not a SPARQL query"), ("/sparql?query=%ff", "cannot be read"),
    ("/sparql?query=ASK{}&default-graph-uri=no%20iri", "not the name of a graph"),
    (f"/sparql?query={quote('SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }')}", "SERVICE is not allowed"),
    ("/named/plots-by-grup", "did you mean"), ("/thing?iri=no%20iri", "not an IRI"),
])
def test_a_bad_request_is_answered_with_what_is_wrong(port, path, message):
    status, kind, text = send(port, path)
    assert status == 400 and kind.startswith("text/plain") and message in text


def test_an_update_in_a_body_is_refused(port):
    status, _, text = send(port, "/sparql", "POST", "CLEAR ALL", Content_Type="application/sparql-update")
    assert status == 400 and "updates are not allowed" in text


def test_other_paths_methods_and_sizes_are_refused(port):
    assert send(port, "/etc/passwd")[0] == 404
    assert send(port, "/", "POST", "x")[0] == 405
    assert send(port, "/sparql", "DELETE")[0] == 501
    assert send(port, "/sparql", "POST", "", Content_Length="99999999")[0] == 413


def test_only_this_machine_and_its_pages_may_ask(port):
    assert sparql(port, PLOTS, Host="attacker.example")[0] == 403
    assert sparql(port, PLOTS, Origin="https://attacker.example")[0] == 403
    assert sparql(port, PLOTS, Host="localhost:80")[0] == 200


def test_too_large_an_answer_is_refused(port):
    status, _, text = sparql(port, "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f }")
    assert status == 400 and "bytes" in text


def test_the_page_lists_the_questions_and_answers_one(port):
    assert "Plots by group and stage" in send(port, "/")[2]
    status, kind, text = send(port, "/named/plots-by-group?group=ISIS&stage=*")
    assert status == 200 and kind == "text/html; charset=utf-8"
    assert "plan to bomb the railway station" in text and 'value="ISIS"' in text


def test_the_page_of_a_thing_shows_both_directions(port):
    text = send(port, "/thing?iri=" + quote("https://w3id.org/plotgraph/id/event/plot-1", safe=""))[2]
    assert "thwarted" in text and "event/disruption-1" in text


@pytest.mark.parametrize("path", [
    "/?query=" + quote(f'SELECT ("{HOSTILE}" AS ?x) WHERE {{}}'.replace('"x"', "'x'")), "/?query=" + quote(HOSTILE),
    "/named/timeline?actor=" + quote(HOSTILE), "/thing?iri=" + quote("urn:" + HOSTILE)])
def test_nothing_in_a_request_or_answer_becomes_html(port, path):
    status, kind, text = send(port, path)
    tags = HTMLParser(convert_charrefs=True)
    seen = []
    tags.handle_starttag = lambda tag, attributes: seen.append(tag)
    tags.feed(text if kind.startswith("text/html") else "")
    assert status in (200, 400) and "script" not in seen and (status == 400 or "html" in seen)


def test_pages_may_load_nothing_from_elsewhere_and_run_no_scripts(port):
    connection = HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/")
    policy = connection.getresponse().getheader("Content-Security-Policy")
    assert "default-src 'none'" in policy and "script-src" not in policy


def test_a_question_that_takes_too_long_is_ended_and_the_next_is_answered(folder):
    pool = Pool(folder, limits=Limits(seconds=1, workers=1))
    with server(pool, 0) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        status, _, text = sparql(running.server_port, ENDLESS)
        assert status == 503 and "no answer within 1 seconds" in text
        assert sparql(running.server_port, "ASK { ?s a pg:Plot }", Accept="text/csv")[2] == "true\n"
        running.shutdown()
    pool.close()


def test_questions_are_answered_from_a_store_that_is_kept(folder, tmp_path):
    place = kept(folder, tmp_path / "store")
    pool = Pool(folder, place, Limits(workers=1))
    assert pool.ask(Request(PLOTS, rows=5)).rows == (("https://w3id.org/plotgraph/id/event/plot-1",),)
    pool.close()


def test_a_graph_that_cannot_be_loaded_and_a_port_that_is_taken_are_one_line(tmp_path, port):
    with pytest.raises(InputError, match="kg build"):
        Pool(tmp_path / "absent")
    with pytest.raises(OutputError, match="choose another"):
        server(None, port)
