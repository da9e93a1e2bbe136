"""A deal looked back on: measured on the frontier, with what would have been better."""

import numpy as np
import pytest

from agents.bots import played_out
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from sim.play.game import Game, new_game
from sim.rules.codes import NONE, UNDER_WAY
from sim.solve.debrief import Debrief, cloud, debrief
from sim.solve.example import DINNER
from sim.solve.gift import smallest_gift
from sim.sweep.batch import run_many
from tests.solve.domains import domain

WORLD = arrange(
    load("economic-2-plus-2"), None, [parse("horizon=12"), parse("deadline.economic-2-plus-2=8")]
)


def played(seed: int) -> tuple[Game, Game]:
    """Return the moment the talks ended, and the end of the run."""
    game = new_game(WORLD, seed)
    ended = game
    for _, after in played_out(game):
        if game.state.outcome[0] == UNDER_WAY != after.state.outcome[0]:
            ended = after
        game = after
    return ended, game


def found(seed: int) -> Debrief:
    made = debrief(*played(seed), 0, "us-state")
    assert made is not None
    return made


SEEDS = range(1, 5)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_deal_lies_beyond_the_frontier(seed):
    made = found(seed)
    edge = made.solution.edge
    assert edge is not None
    dominated = np.all(made.values >= edge.values + 1e-9, axis=1)
    assert not dominated.any()
    if made.where is not None and made.where.pareto == 0.0:
        assert made.gift is None
        assert made.room == pytest.approx(0.0)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_gift_harms_nobody_and_the_smallest_change_is_acceptable(seed):
    made = found(seed)
    if made.gift is not None:
        assert np.all(made.gift.values >= made.values - 1e-9)
        assert made.gift.values.sum() > made.values.sum()
    if made.change is not None:
        assert np.all(made.change.values >= made.solution.domain.walk_away - 1e-9)


@pytest.mark.parametrize("seed", SEEDS)
def test_everybody_with_authority_delivers_or_drags(seed):
    made = found(seed)
    items = {i for i, level in zip(made.solution.domain.issues, made.text, strict=True) if level}
    for hands in made.hands:
        assert set(hands.delivers) | set(hands.drags) <= items
        assert not set(hands.delivers) & set(hands.drags)
    assert all(0.0 <= share <= 1.0 for share in made.delivered.values())


def test_without_a_statement_everybody_has_what_no_deal_is_worth():
    ended, over = played(1)
    block_outcome = ended.state.outcome.copy()
    ended.state.outcome[0] = NONE
    made = debrief(ended, over, 0, "us-state")
    ended.state.outcome[:] = block_outcome
    assert made is not None
    assert made.outcome == "none"
    assert np.array_equal(made.values, made.solution.domain.walk_away)
    assert (made.where, made.gift, made.hands, made.delivered) == (None, None, (), {})


def test_who_was_not_at_the_table_has_no_deal_to_look_back_on():
    assert debrief(*played(1), 0, "us-treasury") is None


def test_the_run_itself_lies_in_its_cloud():
    made = found(1)
    runs = run_many(WORLD, 1, 2, plain=True)
    around = cloud(WORLD, made, 0, runs.outcome[:, 0], runs.closed[:, 0], runs.statement[:, 0])
    assert tuple(around.text[0]) == made.text
    assert around.values[0] == pytest.approx(made.values)
    assert around.outcome[0] == made.outcome
    assert around.closed[0] == made.closed


@pytest.mark.parametrize(
    ("text", "better"),
    [((0, 0), None), ((2, 0), (1, 1)), ((0, 1), (1, 0)), ((1, 1), None)],
)
def test_the_gift_of_a_dinner_by_hand(text, better):
    gift = smallest_gift(DINNER, text)
    assert (gift and gift.text) == better


def test_what_brings_nobody_anything_is_no_gift():
    same, better = [[1.0, 1.0], [0.0, 0.0]], [[0.0, 1.0], [0.0, 0.0]]
    assert smallest_gift(domain([same]), (0,)) is None
    assert smallest_gift(domain([same, better]), (0, 0)).text == (0, 1)
