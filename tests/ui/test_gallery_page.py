"""The first page: what a scenario is found by, what it leads to, and one that is broken."""

import solara

from agents.choices import choices
from scenarios import card
from scenarios.card import cards, faulty
from scenarios.load import load
from scenarios.problems import Problem, ScenarioError
from sim.claims.comparison import offered
from tests.ui.parts import part, parts
from ui.compare.address import setup_of
from ui.gallery.page import GalleryPage


def page(faults=dict, query=None):
    _, rc = solara.render(GalleryPage(cards, faults, query, print), handle_error=False)
    return rc


def test_every_card_leads_to_its_variants_beside_itself():
    shown = {each["id"]: each for each in part(page(), "gallery").cards}
    sheet = shown["economic-2-plus-2"]
    ids = [each["id"] for each in offered(sheet["id"])]

    def setup(address):
        assert address.startswith("/compare?")
        found = setup_of(address.partition("?")[2], list(shown), lambda _: ids, ["mean_level"])
        assert found[1] == []
        return found[0]

    assert [setup(arm["compare"]).names for arm in sheet["arms"]] == [
        ("economic-2-plus-2", each["id"]) for each in offered(sheet["id"]) if each["kind"] == "arm"
    ]
    assert len(setup(sheet["all"]).names) == 4


def test_a_scenario_is_found_by_who_sits_there_by_item_and_by_claim():
    first = part(page(), "gallery").cards[0]
    names = {each["kind"]: each["id"] + " " + each["words"] for each in first["names"]}
    assert set(names) == {"", "agency", "item", "claim", "forum"}
    every = " ".join(each["id"] + " " + each["words"] for each in first["names"])
    for sought in ("METI", "Ministry of Foreign Affairs", "Treasury", "I12", "H13", "Another door"):
        assert sought in every


def test_documents_and_claims_are_named_and_lead_to_where_they_are_told():
    for shown in part(page(), "gallery").cards:
        for each in shown["sources"]:
            assert len(each["title"]) > 20
            assert each["goes"].startswith(f"/sources?scenario={shown['id']}#source-")
        for each in shown["claims"]:
            assert each["title"] not in ("", each["id"])
            assert each["goes"] == f"/claims/{each['id']}"


def test_those_to_begin_with_come_first():
    first = [each["first"] for each in part(page(), "gallery").cards]
    assert first == sorted(first, reverse=True)
    assert 0 < sum(first) < len(first)


def test_what_is_searched_for_is_in_the_address():
    assert part(page(query="search=H13"), "gallery").search == "H13"
    assert len(part(page(query="search=" + "x" * 5000), "gallery").search) == 100


def test_a_broken_scenario_says_what_is_wrong_with_it_and_hides_no_other():
    problem = Problem("x.toml", "agenda[2]", "'<b>I99</b>'", "an item", "I09")
    rc = page(lambda: {"x": ScenarioError([problem, problem]), "y": ScenarioError([problem])})
    assert len(part(rc, "gallery").cards) == len(cards())
    said = [each.text for each in parts(rc, "notice")]
    assert len(said) == 2
    assert said[0].count(str(problem)) == 2


def test_a_scenario_that_cannot_be_read_is_left_out(monkeypatch):
    problem = Problem("x.toml", "agenda[2]", "'I99'", "an item", "I09")

    def broken(name):
        if name == "two-tracks":
            raise ScenarioError([problem])
        return load(name)

    monkeypatch.setattr(card, "load", broken)
    assert list(faulty()) == ["two-tracks"]
    assert "two-tracks" not in [each.id for each in cards()]
    assert "two-tracks" not in [each["id"] for each in choices()]
