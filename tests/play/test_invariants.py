"""What holds in every game, whoever plays it and however."""

import numpy as np
import pytest
from hypothesis import given, settings

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change
from sim.play.game import new_game
from sim.rules.codes import OUTCOMES
from tests.play.invariants import LEVELS, SHARES, watched
from tests.play.playing import random_steps, steps
from tests.play.worlds import SEEDS


@settings(max_examples=30)
@given(seed=SEEDS)
def test_in_every_world_and_every_game(seed: int):
    assert watched(random_steps(seed)).over


@pytest.mark.parametrize("scenario", ["economic-2-plus-2", "two-tracks"])
@pytest.mark.parametrize("bots", [0.0, 0.9])
def test_in_the_shipped_scenarios(scenario: str, bots: float):
    world = arrange(load(scenario), changes=[Change("horizon", 18), Change("pace", 1)])
    rng = np.random.default_rng(5)
    assert watched(steps(new_game(world, 5), rng, bots)).over


def test_these_games_reach_what_the_invariants_speak_of():
    seen = set()
    for seed in range(40):
        for before, move, after in random_steps(seed):
            seen |= {before.ask, move.kind}
            s = after.state
            seen |= {OUTCOMES[s.outcome[f]] for f in range(after.world.params.n_forums)}
            results = ("reopened", "settled", "linkages", "bill")
            seen |= {name for name in results if getattr(s, name).any()}
    asks = {"floor", "answer", "closing", "clearance"}
    kinds = {"amend", "chair text", "close", "recess", "appeal", "consent", "object"}
    ends = {"full", "clean", "statement", "none", *results}
    assert (asks | kinds | ends) - seen == set()


def test_the_ranges_are_read_from_the_table_of_state_variables():
    assert {"turf", "trust", "attention", "clean", "delivered"} <= set(SHARES)
    assert {"text", "statement", "measure"} <= set(LEVELS)
