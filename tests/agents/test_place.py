"""A person's place: own points, own choices, and nothing of what others keep to themselves."""

import json
from dataclasses import asdict

import numpy as np
import pytest

from agents.hint import hints
from agents.place import Place, place
from scenarios.spoken import speaking
from sim.play.game import Game
from sim.play.scene_for import scene_for
from tests.agents.seated import MOMENTS, SEAT, others_changed, start, to_the_end


def seen(game: Game) -> str:
    """Return all that the page of the seat could show, as text."""
    shown = place(game, SEAT)
    scene = asdict(scene_for(game, SEAT))
    return json.dumps([asdict(shown), scene, [asdict(each) for each in hints(shown)]], default=str)


@pytest.mark.parametrize("n", range(0, len(MOMENTS), 3))
def test_no_secret_of_another_seat_is_in_a_place(n):
    game = MOMENTS[n].game
    assert seen(others_changed(game)) == seen(game)


def test_another_seats_mind_would_show_in_its_own_place():
    game = MOMENTS[0].game
    assert place(others_changed(game), "jp-meti").now != place(game, "jp-meti").now


def test_points_are_of_a_hundred_and_add_up():
    shown = place(MOMENTS[0].game, SEAT)
    assert sum(each.weight for each in shown.items) == pytest.approx(100.0)
    text = sum(each.points[each.level] for each in shown.items)
    assert text == pytest.approx(shown.now)
    assert shown.walk_away < shown.best <= 100.0


def test_points_of_an_amendment_are_what_it_would_bring():
    answering = [t for t in MOMENTS if place(t.game, SEAT).ask == "answer"]
    assert answering
    for table in answering:
        shown = place(table.game, SEAT)
        gain = sum(e.points[e.motion] - e.points[e.level] for e in shown.items if e.motion >= 0)
        assert shown.after - shown.now == pytest.approx(gain)
        assert shown.mover not in ("", SEAT)


def test_a_capital_sees_only_its_own_papers():
    for forum in scene_for(MOMENTS[-1].game, SEAT).forums:
        assert all(set(line.cleared) == {"us"} for line in forum.lines)
        assert all(s.satisfaction == s.turf == s.buy_in == 0.0 for s in forum.seats)


def every_hint() -> set[str]:
    return {hint.kind for table in MOMENTS for hint in hints(place(table.game, SEAT))}


def test_a_hint_lists_items_as_the_language_spoken_does():
    def lists() -> set[str]:
        found = (hint for table in MOMENTS for hint in hints(place(table.game, SEAT)))
        return {hint.gaps["items"] for hint in found if "items" in hint.gaps}

    assert any(", " in items for items in lists())
    with speaking("ja"):
        assert any("、" in items for items in lists())
        assert not any(", " in items for items in lists())


def test_hints_explain_what_is_asked():
    kinds = every_hint()
    assert {"worth", "home", "objected"} <= kinds
    for table in MOMENTS:
        shown = place(table.game, SEAT)
        found = hints(shown)
        assert len(found) <= 6
        if shown.choices.must[0]:
            assert "must" in [hint.kind for hint in found]
        if shown.ask == "answer" and not shown.choices.must[0]:
            kind = "gain" if shown.after >= shown.now else "loss"
            assert kind in [hint.kind for hint in found]


def test_a_wish_of_others_is_a_hint_only_where_the_seat_may_ask_for_it():
    told = [(place(t.game, SEAT), h) for t in MOMENTS for h in hints(place(t.game, SEAT))]
    wanted = [(shown, hint.gaps) for shown, hint in told if hint.kind == "wanted"]
    assert wanted
    for shown, gaps in wanted:
        (item,) = (each for each in shown.items if each.short == gaps["item"])
        assert gaps["level"] in item.open


def test_a_place_after_the_end_asks_nothing():
    shown: Place = place(to_the_end(start()).game, SEAT)
    assert (shown.ask, list(shown.choices)) == ("nothing", [])
    assert hints(shown) == ()


def test_levels_open_to_the_seat_are_cleared_at_home_and_cross_no_red_line():
    for table in MOMENTS:
        for each in place(table.game, SEAT).items:
            assert all(level <= each.cleared and level not in each.red for level in each.open)
            assert np.argmax(each.points) == each.best or each.red
