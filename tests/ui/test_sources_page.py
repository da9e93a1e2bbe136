"""The sources page: a little of much is sent, and all of it can be found."""

import json

import solara

from tests.ui.parts import part, parts, send, wait_until
from ui.sources.listing import PAGE
from ui.sources.page import SourcesPage

MARKUP = "<b onclick=alert(1)>"
TEXTS = ["", "DOC-1, paragraphs 9, 10", "because it is so", MARKUP]


def figure(path, basis="assumed", why=2):
    cells = {"about": "", "value": 1, "unit": "index", "low": 0, "high": 2, "choices": None}
    rests = {"basis": basis, "given": "stated", "takes": None, "citation": 1, "why": why}
    return {"path": path, **cells, **rests}


def table(name, figures):
    return {"name": name, "groups": [{"meaning": f"what {name} means", "figures": figures}]}


LONG = [figure(f"long.{n}") for n in range(3 * PAGE)]
ACCOUNT = {
    "title": "One",
    "counts": {"assumed": 3 * PAGE + 1, "sourced": 1},
    "sources": [{"source": "DOC-1", "title": "A document", "figures": 2, "citations": 1}],
    "citations": [
        {"title": "Some", "sources": [{"citation": "DOC-1, paragraph 2"}]},
        {"title": "None", "sources": []},
    ],
    "tables": [table("Long", LONG), table("Short", [figure("a", "sourced"), figure("b", why=3)])],
    "texts": TEXTS,
}


def account(scenario, forum=None, arm=None):
    if forum:
        raise ValueError(f"there is no forum {forum}")
    return ACCOUNT


def page(query="", went=print):
    one = {"id": "one", "title": MARKUP}
    choices = [{**one, "configurations": [{"id": "own"}], "arms": [{"id": "some", "forum": "own"}]}]
    element = SourcesPage(lambda: choices, account, query, went)
    _, rc = solara.render(element, handle_error=False)
    return rc


def listed(rc):
    return part(rc, "ledger").listed


def paths(rc):
    groups = [group for each in listed(rc)["tables"] for group in each["groups"]]
    return [each["path"] for group in groups for each in group["figures"]]


def test_tables_are_counted_but_their_figures_are_not_sent():
    rc = page()
    assert [(each["name"], each["count"]) for each in listed(rc)["tables"]] == [
        ("Long", 3 * PAGE),
        ("Short", 2),
    ]
    assert paths(rc) == []
    assert part(rc, "ledger").paragraphs == {"DOC-1": "2, 9, 10"}
    assert [each["title"] for each in part(rc, "ledger").beside] == ["Some"]


def test_a_table_is_sent_when_it_is_opened_and_more_of_it_on_demand():
    rc = page()
    send(part(rc, "ledger"), "toggle", {"name": "Long", "open": True})
    wait_until(lambda: len(paths(rc)) == PAGE)
    assert listed(rc)["texts"] == {"1": TEXTS[1], "2": TEXTS[2]}
    send(part(rc, "ledger"), "more", {"name": "Long", "upwards": False})
    wait_until(lambda: len(paths(rc)) == 2 * PAGE)
    assert listed(rc)["tables"][0]["after"] == PAGE
    send(part(rc, "ledger"), "toggle", {"name": "Long", "open": False})
    wait_until(lambda: paths(rc) == [])


def test_an_address_that_names_a_figure_opens_its_place():
    rc = page()
    send(part(rc, "ledger"), "find", f"long.{2 * PAGE + 5}")
    wait_until(lambda: listed(rc)["target"] == f"long.{2 * PAGE + 5}")
    assert paths(rc)[0] == f"long.{2 * PAGE}"
    send(part(rc, "ledger"), "more", {"name": "Long", "upwards": True})
    wait_until(lambda: paths(rc)[0] == f"long.{PAGE}")


def test_a_search_finds_words_in_every_text_and_shows_little_at_once():
    rc = page()
    send(part(rc, "ledger"), "seek", {"q": "SHORT onclick", "basis": "", "stamp": 4})
    wait_until(lambda: listed(rc)["stamp"] == 4)
    assert paths(rc) == ["b"]
    assert listed(rc)["texts"]["3"] == MARKUP
    send(part(rc, "ledger"), "seek", {"q": "long", "basis": "", "stamp": 5})
    wait_until(lambda: listed(rc)["count"] == 3 * PAGE)
    assert paths(rc) == []
    send(part(rc, "ledger"), "seek", {"q": "", "basis": "sourced", "stamp": 6})
    wait_until(lambda: paths(rc) == ["a"])
    send(part(rc, "ledger"), "toggle", {"name": "Short", "open": False})
    wait_until(lambda: paths(rc) == [])


def test_a_search_that_leaves_a_named_figure_out_is_given_up():
    rc = page("q=onclick")
    assert paths(rc) == ["b"]
    send(part(rc, "ledger"), "find", "long.3")
    wait_until(lambda: listed(rc)["asked"] == "")
    assert "long.3" in paths(rc)


def test_all_figures_come_as_a_table_when_they_are_asked_for():
    rc = page("q=onclick")
    assert part(rc, "ledger").table == {}
    send(part(rc, "ledger"), "csv", 7)
    wait_until(lambda: part(rc, "ledger").table)
    assert part(rc, "ledger").table["stamp"] == 7
    lines = part(rc, "ledger").table["text"].splitlines()
    assert len(lines) == 3 * PAGE + 3
    assert lines[-1].endswith(f'"DOC-1, paragraphs 9, 10",{MARKUP}')


def test_the_address_keeps_the_table_while_one_searches_and_drops_it_with_the_scenario():
    went = []
    rc = page("scenario=one&arm=some", went.append)
    send(part(rc, "ledger"), "choose", {"scenario": "one", "q": "x", "basis": ""})
    send(part(rc, "ledger"), "choose", {"scenario": "two", "q": "x", "basis": ""})
    assert went == ["/sources?scenario=one&q=x&arm=some", "/sources?scenario=two&q=x"]


def test_what_there_is_not_is_said_and_the_nearest_is_listed():
    rc = page("scenario=%3Cb%3E")
    wait_until(lambda: any("no scenario “<b>”" in each.text for each in parts(rc, "notice")))
    assert part(rc, "ledger").scenario == "one"
    assert part(rc, "ledger").counts == ACCOUNT["counts"]


def test_what_cannot_be_listed_is_said():
    rc = page("forums=own")
    wait_until(lambda: any("no forum own" in each.text for each in parts(rc, "notice")))
    assert part(rc, "ledger").counts == {}
    assert json.dumps(listed(rc)["tables"]) == "[]"
