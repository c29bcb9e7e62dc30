"""Safety: whatever an article says is text. Hostile names, titles, quotes and addresses run nothing and go nowhere."""

from kg.model import Document, Graph, Node, Quote, ResolvedEvent, ResolvedRelation, When

MARKS = ("</script><script>window.hit=1</script>", "<img src=x onerror=window.hit=1>",
         "\"'><svg onload=window.hit=1>", "{{vis}}{{script}}", "${window.hit=1}", "\u202egnp.exe\u202c",
         "\u2028\u2029]]>-->", "<!--<script>", "\\u003c/script>",
         "javascript:window.hit=1", "=HYPERLINK(\"https://evil.example\")", "\x00\x07\ufeff", "𝕊𝕔𝕣𝕚𝕡𝕥 😈 before")
ADDRESSES = ("javascript:window.hit=1", "data:text/html,<script>window.hit=1</script>", " javascript:window.hit=1",
             "https://evil.example/\" onclick=\"window.hit=1", "file:///etc/passwd", "vbscript:x", "//evil.example")


def hostile():
    documents, nodes, events, relations = [], [], [], []
    for i, mark in enumerate(MARKS):
        text = f"{mark} attacked {mark} today. {mark}"
        documents.append(Document(f"doc-{i:02}", mark, text, mark, mark, mark, mark, ADDRESSES[i % len(ADDRESSES)]))
        quote = Quote(f"doc-{i:02}", len(mark) + 1, len(mark) + 9, "attacked", mark, "attacked")
        nodes.append(Node(f"person/n{i:02}", "Person", mark, (mark, f"alias {mark}"), 2, {mark: mark},
                          (ADDRESSES[i % len(ADDRESSES)],), mentions=(quote,)))
        roles = {"agent": (f"person/n{i:02}",), mark: ("person/n00",)}
        times = (When(mark, mark, mark), When("2024", "2024", mark))
        events.append(ResolvedEvent(f"event/v{i:02}", "Attack", mark, roles, (quote,), times, mark, mark,
                                    (f"person/n{i:02}",), 0.5, 2, {mark: mark}))
        relations.append(ResolvedRelation(f"relation/r{i:02}", f"person/n{i:02}", mark, mark, (quote,), mark,
                                          ("person/n01",)))
    return Graph(tuple(documents), tuple(nodes), tuple(events), tuple(relations))


def walk(page, until):
    """Opens every node and relation, the table, the dialogs, and lets the page write everything it can."""
    for node in page.evaluate("plotgraph.data.nodes.map(node => node.iri)"):
        page.evaluate("iri => { location.hash = 'table=1&lonely=1&hidden=&node=' + encodeURIComponent(iri); }", node)
        until(page, f"plotgraph.state().node === '{node}'")
        assert page.is_visible("#reading h2")
        page.evaluate("document.querySelectorAll('details').forEach(box => { box.open = true; })")
    for mark in MARKS:
        page.fill("#search", mark)
    page.keyboard.press("Escape")
    for kind in ("png", "svg", "csv", "ttl"):
        page.click("#show-save")
        with page.expect_download():
            page.click(f"[data-save={kind}]")


def test_nothing_that_an_article_says_is_run(visit, until):
    page = visit("hostile", graph=hostile())
    walk(page, until)
    assert page.evaluate("window.hit") is None
    assert page.evaluate("document.querySelectorAll('script').length") == 3
    assert page.evaluate("document.querySelectorAll('img, iframe, object, embed, base').length") == 0


def test_only_web_addresses_become_links(visit, until):
    page = visit("hostile", graph=hostile())
    found = set()
    for i in range(len(ADDRESSES)):
        page.evaluate(f"location.hash = 'node=document/doc-{i:02}'")
        until(page, f"plotgraph.state().node === 'document/doc-{i:02}'")
        found |= set(page.eval_on_selector_all("a[href]", "links => links.map(link => link.protocol)"))
    assert found == {"https:"}


def test_an_inline_script_added_later_is_refused_by_the_policy(browser, pages):
    page = browser.new_page()
    page.goto(pages("small").as_uri())
    page.evaluate("""() => { const script = document.createElement('script'); script.textContent = 'window.hit = 1';
        document.body.append(script); const box = document.createElement('div');
        box.innerHTML = '<img src=x onerror="window.hit = 1">'; document.body.append(box); }""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    page.close()


def test_direction_marks_in_a_name_do_not_turn_its_neighbors(visit):
    page = visit("hostile", graph=hostile(), fragment="node=person/n05")
    assert page.evaluate("document.querySelector('#reading h2 bdi').textContent") == MARKS[5]


def test_a_quote_after_astral_characters_is_marked_where_it_stands(visit):
    page = visit("hostile", graph=hostile(), fragment=f"node=event/v{len(MARKS) - 1:02}")
    assert page.inner_text("mark") == "attacked"
