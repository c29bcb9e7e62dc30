"""Finding: search, filters, timeline, neighbors, paths, keys, and a fragment that keeps it all."""

import pytest


def selected(page):
    return page.evaluate("plotgraph.state().node")


@pytest.mark.parametrize("words", ["daesh", "ISLAMIC STATE", "isil"])
def test_search_completes_names_and_aliases(visit, words):
    page = visit()
    page.fill("#search", words)
    assert "Islamic State" in page.inner_text("#hit-0")
    page.press("#search", "Enter")
    assert selected(page) == "group/islamic-state"


def test_search_ignores_accents_and_says_when_there_is_nothing(visit):
    page = visit()
    page.fill("#search", "turkiye")
    assert "Türkiye" in page.inner_text("#found")
    page.fill("#search", "xyzzy")
    assert "No name" in page.inner_text("#found")


def test_a_class_can_be_hidden(visit, shown):
    page = visit()
    page.uncheck("[data-class=State]")
    assert "Russia" not in shown(page) and "Islamic State" in shown(page)


@pytest.mark.parametrize(("key", "value", "kept", "gone"), [
    ("factuality", "alleged", "Plot against the stadium", "Crocus City Hall attack"),
    ("stage", "thwarted", "Plot against the metro", "Solingen stabbing"),
    ("source", "Alpine Post", "Arrests in Austria", "Detention in Istanbul"),
    ("state", "state/FRA", "Arrest in Saint-Etienne", "Solingen stabbing")])
def test_filters_keep_what_fits(visit, shown, key, value, kept, gone):
    page = visit()
    box = page.locator(f'[data-key={key}][data-value="{value}"]')
    box.evaluate("box => { box.closest('details').open = true; }")
    box.check()
    assert kept in shown(page) and gone not in shown(page)


def test_the_least_confidence_filters(visit, shown):
    page = visit()
    page.locator("#confidence").fill("0.8")
    assert "Plot against large gatherings" not in shown(page) and "Crocus City Hall attack" in shown(page)


def test_brushing_the_timeline_keeps_those_dates(visit, shown):
    page = visit()
    box = page.locator(".bars").bounding_box()
    page.mouse.move(box["x"] + box["width"] * .9, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 1, box["y"] + 20)
    page.mouse.up()
    assert page.evaluate("plotgraph.state().from") > "2023"
    assert "Crocus City Hall attack" in shown(page) and "Detention of four members" not in shown(page)


def test_the_timeline_moves_by_keys(visit):
    page = visit()
    page.focus("#to")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    assert page.evaluate("plotgraph.state().to") == "2024-06"


def test_neighbors_within_steps(visit, shown):
    page = visit(fragment="node=person/putin")
    page.click("button:text-is('1')")
    assert shown(page) == {"Vladimir Putin", "Russia"}
    page.click("button:text-is('2')")
    assert "Federal Security Service" in shown(page) and "Turkey" not in shown(page)


def test_the_shortest_path_between_two_nodes(visit):
    page = visit(fragment="node=person/recruiter")
    page.click("text=Path to…")
    page.fill("#search", "Daesh")
    page.press("#search", "Enter")
    assert "2 steps: Recruiter in Syria → Cell in Moscow and Dagestan → Islamic State" in page.inner_text("#mode")


def test_no_path_is_told_as_such(visit):
    page = visit(fragment="path=person/darmanin,person/faeser&factuality=denied")
    assert "No path between Gerald Darmanin and Nancy Faeser" in page.inner_text("#mode")


def test_a_view_is_kept_in_the_fragment(visit, shown):
    page = visit()
    page.uncheck("[data-class=State]")
    page.fill("#search", "ISIS-K")
    page.press("#search", "Enter")
    page.wait_for_timeout(700)
    again = visit(fragment=page.evaluate("location.hash.slice(1)"))
    assert selected(again) == "group/islamic-state-khorasan" and shown(again) == shown(page)


def test_a_wrong_fragment_does_no_harm(visit, shown):
    page = visit(fragment="node=nobody&from=x&steps=9&open=z&hidden=Nothing&path=a,b&link=99999")
    assert "Islamic State" in shown(page)


def test_everything_is_reachable_by_keyboard(visit):
    page = visit()
    page.keyboard.press("/")
    page.keyboard.type("khorasan")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.focus("#picture")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "reading"
    page.keyboard.press("Escape")
    assert selected(page) == "" and not page.is_visible("#reading")


def test_brackets_step_through_the_nodes_and_arrows_move_the_picture(visit):
    page = visit()
    page.focus("#picture")
    page.keyboard.press("]")
    first = selected(page)
    page.keyboard.press("]")
    assert first and selected(page) not in ("", first)
    before = page.evaluate("plotgraph.network().getViewPosition().x")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("plotgraph.network().getViewPosition().x") > before
