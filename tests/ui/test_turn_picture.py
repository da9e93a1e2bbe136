"""A turn as the page has it: what is asked, what it is worth, and nobody else's secrets."""

import json
from types import SimpleNamespace

import pytest

from agents.hint import hints
from agents.place import place
from sim.play.scene_for import scene_for
from tests.agents.seated import MOMENTS, SEAT, others_changed
from ui.pictures.look_back import skyline
from ui.pictures.turn import about, advice, feed, turn
from ui.table.round import paper
from ui.words.catalogue import words

TEXT = words("play")


def shown(game) -> dict:
    """Return all that a turn's page is made of."""
    scene, here = scene_for(game, SEAT), place(game, SEAT)
    names = {each: game.world.short("agency", each) for each in game.world.agencies}
    return {
        "turn": turn(here, scene, names, TEXT),
        "papers": [paper(forum, scene) for forum in scene.forums],
        "hints": advice(hints(here), TEXT),
    }


@pytest.mark.parametrize("n", range(0, len(MOMENTS), 4))
def test_nothing_on_the_page_depends_on_what_others_keep_to_themselves(n):
    game = MOMENTS[n].game
    assert json.dumps(shown(others_changed(game))) == json.dumps(shown(game))


def test_every_moment_has_its_words():
    for table in MOMENTS:
        made = shown(table.game)
        assert "{" not in json.dumps(
            [made["turn"]["heading"], made["turn"]["about"], made["hints"]]
        )
        assert made["turn"]["kinds"]


def test_open_chips_are_what_the_seat_may_ask_for():
    for table in MOMENTS:
        choices = dict(place(table.game, SEAT).choices.levels)
        for item in shown(table.game)["turn"]["items"]:
            able = tuple(chip["level"] for chip in item["chips"] if chip["open"])
            assert able == choices.get(item["id"], ())


def test_a_closed_chip_says_why():
    for table in MOMENTS:
        made = shown(table.game)["turn"]
        if made["ask"] == "floor":
            chips = [chip for item in made["items"] for chip in item["chips"]]
            assert all(chip["open"] or chip["note"] for chip in chips)
            assert all(bool(chip["note"]) == bool(chip["tag"] and chip["why"]) for chip in chips)


def test_an_item_says_how_far_home_has_cleared_it():
    for table in MOMENTS:
        cleared = {item.id: item.cleared for item in place(table.game, SEAT).items}
        for item in shown(table.game)["turn"]["items"]:
            level = cleared[item["id"]]
            assert item["mandate"].endswith(f"level {level}" if level else "nothing yet")


@pytest.mark.parametrize(
    ("ask", "kinds", "said"),
    [
        ("floor", ("pass", "close"), "stuck"),
        ("floor", ("pass", "amend"), "floor"),
        ("answer", ("consent",), "answer"),
    ],
)
def test_where_nothing_may_be_asked_for_it_says_so(ask, kinds, said):
    assert about(SimpleNamespace(choices=SimpleNamespace(kinds=kinds)), ask) == said


def test_what_happens_at_home_is_marked():
    news = MOMENTS[0].news(SEAT)
    told = feed(news, {each.month: "January 2022" for each in news}, TEXT)
    lines = [line for entry in told for line in entry["lines"]]
    assert any(line["home"] for line in lines if line["kind"] == "cleared")
    assert not any(line["home"] for line in lines if line["kind"] == "meeting")


def test_a_skyline_rises_to_the_left():
    line = skyline([(1.0, 3.0), (2.0, 2.0), (2.0, 1.0), (0.5, 3.0), (3.0, 0.0)])
    assert line == [(1.0, 3.0), (2.0, 2.0), (3.0, 0.0)]
