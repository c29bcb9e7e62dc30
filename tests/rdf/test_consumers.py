"""Other programs read the same graph: rapper, Apache Jena, N3.js and Comunica, where they are installed.

`PLOTGRAPH_NODE_MODULES` names the folder with `n3` and `@comunica/query-sparql-file`; Jena is Debian's.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.rdf import write_nquads, write_ntriples, write_trig, write_turtle
from kg.resources import ontology
from tests.benchmarks.many import TRIPLES_A_DOCUMENT, many
from tests.sample_graph import sample

pytestmark = pytest.mark.slow
TRIPLES = int(os.environ.get("PLOTGRAPH_TRIPLES", "20000"))
WRITERS = {"graph.ttl": write_turtle, "graph.nt": write_ntriples, "graph.nq": write_nquads, "graph.trig": write_trig}
MODULES = Path(os.environ.get("PLOTGRAPH_NODE_MODULES", "node_modules"))
N3 = """
const { Parser } = require('n3'); const text = require('fs').readFileSync(process.argv[1], 'utf8');
console.log(new Set(new Parser().parse(text).map(q => JSON.stringify(q.toJSON ? q.toJSON() : q))).size);
"""
COMUNICA = """
const { QueryEngine } = require('@comunica/query-sparql-file');
(async () => {
  const [query, ...sources] = process.argv.slice(1);
  const result = await new QueryEngine().query(query, { sources });
  const { data } = await new QueryEngine().resultToString(result, 'text/tab-separated-values');
  data.pipe(process.stdout);
})();
"""


@pytest.fixture(scope="module", params=["small", "large"])
def folder(request, tmp_path_factory):
    path = tmp_path_factory.mktemp(request.param)
    graph = sample() if request.param == "small" else many(TRIPLES // TRIPLES_A_DOCUMENT)
    for name, write in WRITERS.items():
        write(graph, path / name)
    return path


def run(*words, **options):
    result = subprocess.run(list(map(str, words)), capture_output=True, text=True, check=False, timeout=600, **options)
    assert result.returncode == 0, result.stderr[-2000:]
    return result.stdout


def number(path):
    """How many different statements a file holds."""
    return len(set(ox.parse(path=str(path))))


def needs_node(package):
    if not shutil.which("node") or not (MODULES / package).is_dir():
        pytest.skip(f"needs node with {package}; PLOTGRAPH_NODE_MODULES names the folder")


@pytest.mark.skipif(not shutil.which("rapper"), reason="needs rapper (Debian raptor2-utils)")
@pytest.mark.parametrize(("name", "syntax"), [
    ("graph.ttl", "turtle"), ("graph.nt", "ntriples"), ("graph.nq", "nquads")])
def test_rapper_reads_every_triple(folder, name, syntax):
    lines = run("rapper", "-q", "-i", syntax, "-o", "nquads" if syntax == "nquads" else "ntriples", folder / name)
    assert len(set(lines.splitlines())) == number(folder / name)


def riot(*words):
    """Jena's command, with the jars of Debian that do not stand in each other's way."""
    jars = [jar for jar in Path("/usr/share/java").glob("*.jar") if not jar.stem.startswith(("log4j", "slf4j-"))]
    path = ":".join(map(str, [*jars, *Path("/usr/share/java").glob("slf4j-[an][po][ip].jar")]))
    return subprocess.run(["java", "-cp", path, "riotcmd.riot", *words], capture_output=True, text=True, check=False,
                          timeout=600)


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_jena_reads_every_statement_without_a_warning(folder, name):
    if not shutil.which("java") or riot("--version").returncode:
        pytest.skip("needs Jena that starts (Debian libapache-jena-java)")
    result = riot("--output=nquads", str(folder / name))
    assert result.returncode == 0 and "WARN" not in result.stderr and "ERROR" not in result.stderr
    assert len(set(result.stdout.splitlines())) == number(folder / name)


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_n3_reads_every_statement(folder, name):
    needs_node("n3")
    script = N3.replace("'n3'", json.dumps(str((MODULES / "n3").resolve())))
    assert int(run("node", "-e", script, folder / name)) == number(folder / name)


def test_comunica_answers_a_question_as_we_do(folder):
    needs_node("@comunica/query-sparql-file")
    package = json.dumps(str((MODULES / "@comunica/query-sparql-file").resolve()))
    query = "PREFIX pg: <https://w3id.org/plotgraph/ontology#> SELECT ?s WHERE { ?s a pg:Plot } ORDER BY ?s"
    sources = [str(folder / "graph.ttl"), str(ontology() / "plotgraph.ttl")]
    found = run("node", "-e", COMUNICA.replace("'@comunica/query-sparql-file'", package), query, *sources)
    plots = {str(q.subject) for q in ox.parse(path=str(folder / "graph.ttl")) if str(q.object).endswith("#Plot>")}
    assert set(found.split()[1:]) == plots
