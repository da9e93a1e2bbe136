"""Whoever is shown something is told it in their language, and nobody else is."""

import threading

import pytest

from agents.lobby import lobby
from scenarios.card import cards
from scenarios.load import library, load
from scenarios.sheet_of_sources import account
from scenarios.spoken import KNOWING, ask, speaking, spoken, wanted
from sim.claims.comparison import dials_of
from sim.claims.named import entitled, named
from sim.claims.register import register
from sim.sweep.cases import Case
from sim.sweep.live.stage import block_of, world_of

NAME, FORUM = "economic-2-plus-2", "economic-2-plus-2"


@pytest.fixture
def knowing():
    """Somebody further up who knows the language."""
    known = {"": ""}

    def tells():
        return known[""]

    ask(tells)
    yield lambda language: known.update({"": language})
    KNOWING.remove(tells)


def test_what_is_said_here_outdoes_what_is_known_further_up(knowing):
    assert spoken() == "en"
    knowing("ja")
    assert spoken() == "ja"
    with speaking("en"):
        assert spoken() == "en"


def test_a_thread_of_its_own_asks_further_up(knowing):
    knowing("ja")
    heard = []
    with speaking("en"):
        thread = threading.Thread(target=lambda: heard.append(spoken()))
        thread.start()
        thread.join()
    assert heard == ["ja"]


@pytest.mark.parametrize(
    ("wishes", "accepted", "found"),
    [
        (("ja", "en"), "en", "ja"),
        (("", "ja"), "en", "ja"),
        (("tlh", ""), "ja,en;q=0.8", "ja"),
        ((), "fr-CH, en-GB;q=0.9, ja;q=0.8", "en"),
        ((), "", "en"),
        ((), "*", "en"),
        ((), "en;q=0.5, ja;q=0.9", "ja"),
        ((), "ja;q=0, en;q=0.1", "en"),
        ((), "ja;q=0", "en"),
        ((), "JA-jp", "ja"),
        ((), "fr, en ; q=0.4, ja ; Q=0.8", "ja"),
        ((), "ja;q=nan, en;q=0.1", "en"),
        ((), ";q=1,,ja;q=,en;q=2,ja;level=1;q=0.3", "ja"),
        (("JA",), "en", "ja"),
    ],
)
def test_the_strongest_wish_that_is_a_language_counts(wishes, accepted, found):
    assert wanted(*wishes, accepted=accepted) == found


@pytest.mark.parametrize(
    "told",
    [
        lambda: load(NAME).title,
        lambda: library().items["I01"].title,
        lambda: cards()[0].title,
        lambda: account(NAME)["title"],
        lambda: entitled(NAME),
        lambda: named(NAME, ("position.jp-meti.I01",)),
        lambda: dials_of(NAME, (FORUM,))[0]["title"],
        lambda: register()["tensions"][0]["title"],
        lambda: world_of(NAME, Case(FORUM, FORUM)).short("item", "I01"),
    ],
)
def test_what_was_told_in_one_language_is_told_anew_in_the_other(told):
    before = told()
    with speaking("ja"):
        assert told() != before
    assert told() == before


def test_a_lobby_is_told_in_the_language_of_its_scenario_whoever_opens_it_first():
    with speaking("en"):
        seat = lobby(load(NAME, "ja"), ai="conceder").seats[0]
    assert (seat.short, seat.title) == ("国務省", "譲歩型")
    assert seat.wants.endswith("。")


def test_runs_of_a_comparison_do_not_depend_on_who_looks():
    case = Case(FORUM, FORUM)
    with speaking("ja"):
        other = block_of(NAME, case).tobytes()
    assert block_of(NAME, case).tobytes() == other
