"""A game: a moment of a run, named by its digest and repeated by its seed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agents.bots import played_out
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change
from sim.play.apply import apply
from sim.play.chance import draw
from sim.play.game import Game, new_game
from sim.play.moves import Move
from sim.rules.codes import NASH
from tests.play.playing import afresh, random_steps
from tests.play.worlds import SEEDS, at_the_table, random_world, small_world

FEW = settings(max_examples=6)


def digests(world, seed: int, run: int = 0) -> list[str]:
    """Return the digest after every move of a run between bots."""
    return [game.digest for _, game in played_out(new_game(world, seed, run))]


@FEW
@given(seed=SEEDS)
def test_a_seed_tells_a_run_from_start_to_end(seed: int):
    assert digests(random_world(seed), seed) == digests(random_world(seed), seed)
    again = [after.digest for _, _, after in random_steps(seed)]
    assert again == [after.digest for _, _, after in random_steps(seed)]


@pytest.mark.parametrize("scenario", ["economic-2-plus-2", "two-tracks"])
def test_seeds_and_runs_differ(scenario: str):
    world = arrange(load(scenario), changes=[Change("horizon", 3)])
    ends = [digests(world, *each)[-1] for each in ((1, 0), (2, 0), (1, 1), (2**40 + 1, 0))]
    assert len(set(ends)) == 4
    assert ends[0] == digests(world, 1, 0)[-1]


def test_what_chance_draws_depends_on_the_calendar_and_not_on_the_moves():
    one = at_the_table()
    other = apply(one, Move("a1", "recess"))
    while one.ask != "chance":
        one = apply(one, Move(one.seat, "pass" if one.ask == "floor" else "consent"))
    assert one.digest != other.digest
    assert draw(one) == draw(other)


@pytest.mark.parametrize(("seed", "run"), [(-1, 0), (2**63, 0), (0, -1), (0, 2**32)])
def test_seeds_and_runs_have_bounds(seed: int, run: int):
    with pytest.raises(ValueError, match="is not within"):
        new_game(small_world(), seed, run)


@pytest.mark.parametrize(("seed", "run"), [(0, 0), (2**63 - 1, 2**32 - 1)])
def test_the_bounds_themselves_are_played(seed: int, run: int):
    assert len(digests(small_world(horizon=2), seed, run)) > 2


@given(st.data())
def test_a_digest_tells_states_apart_and_looks_at_no_unused_room(data: st.DataObject):
    game = at_the_table()
    name = data.draw(st.sampled_from(["turf", "text", "trust", "month", "worth", "delivered"]))
    inside = afresh(game)
    array = getattr(inside.state, name)
    array[(0,) * array.ndim] += 1
    assert inside.digest != game.digest
    outside = afresh(game)
    outside.state.turf[4:] = 1.0
    outside.state.text[0, 2:] = 1
    outside.state.trust[4:, :] = 1.0
    assert outside.digest == game.digest


def test_whose_move_it_is():
    game = new_game(small_world())
    assert (game.seat, game.ask, game.forum, game.month) == ("chance", "chance", "", 0)
    game = at_the_table()
    assert (game.seat, game.ask, game.forum, game.month) == ("a1", "floor", "forum-0", 1)
    *_, (_, game) = played_out(game)
    assert (game.seat, game.ask, game.over) == ("", "over", True)


def told(game: Game) -> list[int]:
    return game.state.target[0, :2].tolist()


def test_the_nash_point_is_worked_out_where_somebody_steers_to_it():
    assert told(new_game(small_world())) == [0, 0]
    assert told(new_game(small_world(strategy=NASH))) == [4, 4]
