"""A show goes forwards and backwards, is written down, read again, and branched."""

import pytest

from agents.choices import choices
from agents.show import Show, replayed, show
from agents.tape import MOST
from scenarios.problems import ScenarioError
from sim.play.errors import LogError
from tests.play.recorded import CHANGES, recorded

SHORT = tuple(map(str, CHANGES))


@pytest.fixture(scope="module")
def whole() -> Show:
    film = show("economic-2-plus-2", 3, changes=SHORT)
    while not film.over:
        film.step_month()
    return film


def test_its_log_is_the_log_of_the_run(whole: Show):
    whole.go(whole.length)
    assert whole.log() == recorded(3)


def test_any_moment_is_had_again_as_it_was(whole: Show):
    forwards = show("economic-2-plus-2", 3, changes=SHORT)
    for position in range(0, whole.length + 1, 17):
        while forwards.position < position:
            forwards.step_move()
        whole.go(position)
        assert whole.scene == forwards.scene
        assert whole.game.digest == forwards.game.digest
        assert whole.log() == forwards.log()


def test_months_end_where_they_ended(whole: Show):
    ends = [whole.end_of(month) for month in range(13)]
    assert ends[0] == 0
    assert ends[-1] == whole.length
    whole.go(ends[4])
    assert whole.scene.month == 4
    whole.step_month()
    assert whole.position == ends[5]
    assert whole.end_of(13) is None


def test_memory_is_bounded(whole: Show):
    assert len(whole._tape._kept) <= MOST


def test_a_log_is_shown_to_its_end_and_no_further(whole: Show):
    film = replayed(recorded(3))
    assert (film.position, film.live, film.notes) == (0, False, ())
    while not film.over:
        film.step_month()
    whole.go(whole.length)
    assert film.scene == whole.scene
    cut = replayed(b"".join(recorded(3).splitlines(keepends=True)[:31]))
    while not cut.over:
        cut.step_move()
    assert (cut.position, cut.game.over) == (30, False)


def test_a_branch_takes_the_option_and_then_bots_decide():
    film = replayed(recorded(3))
    film.go(1)
    seat, options = film.options()
    assert seat
    place = next(n for n, (kind, _) in enumerate(options) if kind == "amend")
    assert options[place][1].startswith(seat)
    film.branch(place)
    assert (film.position, film.length, film.live) == (2, 2, True)
    film.step_month()
    assert film.log().startswith(b"".join(recorded(3).splitlines(keepends=True)[:2]))
    again = replayed(film.log())
    again.go(again.length)
    assert again.scene.forums == film.scene.forums


def test_a_log_that_differs_names_its_line():
    lines = recorded(3).splitlines(keepends=True)
    with pytest.raises(LogError, match="line 3"):
        replayed(b"".join([*lines[:2], *lines[3:]]))
    torn = replayed(recorded(3)[:-20])
    assert torn.notes


def test_an_arm_sets_forum_and_values_and_what_is_asked_for_outdoes_it():
    offer = next(each for each in choices() if each["arms"])
    for arm in offer["arms"]:
        film = show(offer["id"], arm=arm["id"], changes=("horizon=6",))
        assert film.game.world.configuration == arm["forum"]
        assert film.game.world.params.horizon == 6
    with pytest.raises(ScenarioError, match="lost"):
        show(offer["id"], arm="lost")
    with pytest.raises(ScenarioError):
        show(offer["id"], changes=("no.such.path=1",))
