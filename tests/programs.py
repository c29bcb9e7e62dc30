"""Programs of others that our files are given to: rapper, Node with N3.js and Comunica, Java with Apache Jena.

`PLOTGRAPH_NODE_MODULES` names the folder with `n3` and `@comunica/query-sparql-file` of npm (Node 20 needs `undici` 7
beside them, by `overrides`); the rest is Debian's: raptor2-utils, nodejs, libapache-jena-java, default-jre-headless.
"""

import json
import os
import re
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

MODULES = Path(os.environ.get("PLOTGRAPH_NODE_MODULES", "node_modules")).resolve()
JARS = Path("/usr/share/java")
SECONDS = 1800  # for a million triples on a busy machine
SCRIPT = Path(__file__).with_name("programs.js")
_QUICK_START = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")  # most runs are short: half the processor time
_COMPLAINT = re.compile(r"\b(WARN|ERROR|[Ww]arning|[Ee]rror)\b")
_IN_THE_WAY = ("log4j", "slf4j-", "jul-", "jcl-", "maven", "wagon", "plexus")  # each brings a second logger


def run(*words, **options):
    """What a program prints. An error or a warning fails the test."""
    result = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False,
                            timeout=SECONDS, **options)
    assert result.returncode == 0 and not _COMPLAINT.search(result.stderr), result.stderr[-2000:]
    return result.stdout


def rapper(path, syntax):
    """The statements of a file, one a line."""
    if not shutil.which("rapper"):
        pytest.skip("needs rapper (Debian raptor2-utils)")
    return run("rapper", "-i", syntax, "-o", "nquads" if syntax in ("nquads", "trig") else "ntriples", path)


def node(engine, files, queries=()):
    """What `programs.js` answers to a job."""
    package = {"n3": "n3"}.get(engine, "@comunica/query-sparql-file")
    if not shutil.which("node") or not (MODULES / package).is_dir():
        pytest.skip(f"needs node with {package}; PLOTGRAPH_NODE_MODULES names the folder")
    job = {"engine": engine, "files": [str(Path(path).resolve()) for path in files], "queries": dict(queries)}
    return json.loads(run("node", SCRIPT, input=json.dumps(job), env={**os.environ, "NODE_PATH": str(MODULES)}))


def jena(files, queries):
    """The rows of each query over the files in one store of Jena (TDB2)."""
    if not shutil.which("java") or not (JARS / "jena-tdb2.jar").is_file():
        pytest.skip("needs Java and Jena (Debian libapache-jena-java)")
    with TemporaryDirectory() as store:
        _java("tdb2.tdbloader", "--loc", store, *files)
        return {name: _rows(store, text) for name, text in queries.items()}


def _rows(store, text):
    path = Path(store, "query.rq")
    path.write_text(text, "utf-8")
    answer = json.loads(_java("tdb2.tdbquery", "--loc", store, "--results=JSON", "--query", path))
    return [tuple(row.get(name, {}).get("value", "") for name in answer["head"]["vars"])
            for row in answer["results"]["bindings"]]


def _java(command, *words):
    return run("java", "-Xmx3g", *_QUICK_START, "-cp", _class_path(), command, *words)


@cache
def _class_path():
    jars = [path for path in sorted(JARS.glob("*.jar")) if not path.stem.startswith(_IN_THE_WAY)]
    return ":".join(map(str, [_messages().name, *jars, JARS / "slf4j-api.jar", JARS / "slf4j-simple.jar"]))


@cache
def _messages():
    """A folder with texts that Jena needs to start: Debian's jar holds them in another place than its code looks."""
    folder = TemporaryDirectory(prefix="jena-messages-")
    with zipfile.ZipFile(JARS / "jena-core.jar") as jar:
        for name in jar.namelist():
            if name.startswith("org/apache/jena/ext/xerces/") and name.endswith(".properties"):
                path = Path(folder.name, name.removeprefix("org/apache/jena/ext/"))
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(jar.read(name))
    return folder
