"""The query page: plain HTML without scripts, in which everything that comes from a graph or a user is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from urllib.parse import quote

from kg.store.ask import Table
from kg.store.named import NamedQuery

EXAMPLE = """SELECT ?group ?what ?stage WHERE {
  ?plot a pg:Plot ; rdfs:label ?what ; pg:perpetrator/rdfs:label ?group .
  OPTIONAL { ?plot pg:stage/skos:prefLabel ?stage }
}
LIMIT 50"""
CSS = """
:root { color-scheme: light dark; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.4rem; } h1 a { color: inherit; text-decoration: none; } h2 { font-size: 1.1rem; }
textarea { width: 100%; box-sizing: border-box; font: 14px/1.4 ui-monospace, monospace; }
input, button { font: inherit; padding: .2rem .5rem; } label { margin-right: 1rem; }
ul.questions { columns: 22rem; padding-left: 1.2rem; } .error { border-left: 4px solid #b91c1c; padding: .5rem 1rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .6rem; border-bottom: 1px solid #8886;
  max-width: 40rem; overflow-wrap: anywhere; }
"""


def front(queries: Iterable[NamedQuery], text: str = EXAMPLE, result: str = "") -> str:
    """The first page: a field for SPARQL, the result if there is one, and the named questions."""
    items = "".join(f'<li><a href="/named/{quote(q.name)}" title="{escape(q.question)}">{escape(q.title)}</a></li>'
                    for q in queries)
    return _page("Plotgraph", f"""<form action="/" method="get">
<p><label for="query">SPARQL; <code>pg:</code>, <code>pgc:</code>, <code>rdfs:</code>, <code>skos:</code> and other
common prefixes are known. Programs ask at <code>/sparql</code>.</label></p>
<p><textarea id="query" name="query" rows="9" spellcheck="false">{escape(text)}</textarea></p>
<p><button>Ask</button></p></form>{result}<h2>Questions</h2><ul class="questions">{items}</ul>""")


def named(query: NamedQuery, values: Mapping[str, str], result: str) -> str:
    """The page of a named question: its parameters, its answer, its SPARQL."""
    fields = "".join(f'<label>{escape(p.description)} <input name="{escape(p.name)}" '
                     f'value="{escape(values.get(p.name, p.default))}"></label>' for p in query.parameters)
    form = f'<form method="get"><p>{fields}<button>Ask</button></p></form>' if fields else ""
    return _page(query.title, f"""<h2>{escape(query.title)}</h2><p>{escape(query.question)}</p>{form}{result}
<details><summary>SPARQL</summary><pre>{escape(query.text)}</pre></details>""")


def thing(iri: str, tables: Iterable[tuple[str, Table]]) -> str:
    """All triples that begin or end at one thing."""
    parts = "".join(f"<h2>{escape(title)}</h2>{answer(table)}" for title, table in tables)
    return _page(iri, f"<h2>{escape(iri)}</h2>{parts}")


def answer(table: Table) -> str:
    """A table; IRIs lead to the page of their thing."""
    if not table.rows:
        return "<p>No answer.</p>"
    head = "".join(f"<th scope=col>{escape(column)}</th>" for column in table.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>" for row in table.rows)
    more = f"<p>Only the first {len(table.rows)} rows.</p>" if table.more else ""
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{more}'


def trouble(message: str) -> str:
    """What went wrong."""
    return f'<p class="error" role="alert">{escape(message)}</p>'


def _cell(text: str) -> str:
    if text.startswith(("http://", "https://")) and not any(c.isspace() for c in text):
        return f'<a href="/thing?iri={quote(text, safe="")}">{escape(text)}</a>'
    return escape(text)


def _page(title: str, body: str) -> str:
    return (f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
            f'<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css"></head>'
            f'<body><h1><a href="/">Plotgraph</a></h1>{body}</body></html>')
