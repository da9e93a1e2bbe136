"""The environment passes PettingZoo's own tests, and plays the game by its rules."""

import numpy as np
import pytest

pytest.importorskip("pettingzoo", reason="needs the extra env")

from pettingzoo.test import api_test, seed_test

from agents.bots import strategy_of
from sim.env.forum_env import ForumEnv
from sim.play.errors import RuleError
from sim.play.legal import legal_moves
from sim.play.view import view

SHORT = ("horizon=8", "windows=3", "pace=1", "deadline=7")
TOGETHER = pytest.mark.filterwarnings("ignore::UserWarning")  # PettingZoo's hints on wide spaces


def made(**given) -> ForumEnv:
    return ForumEnv("economic-2-plus-2", changes=SHORT, **given)


@TOGETHER
@pytest.mark.parametrize("reward", ["agreed", "delivered"])
def test_pettingzoos_own_test_of_the_interface(reward: str):
    api_test(made(reward=reward), num_cycles=60)


@TOGETHER
def test_two_forums_pass_it_too():
    api_test(ForumEnv("two-tracks", changes=["horizon=4", "windows=3"]), num_cycles=60)


@TOGETHER
def test_pettingzoos_own_test_of_seeds():
    seed_test(made, num_cycles=12)


@pytest.mark.parametrize("linked", [1, 2])
def test_the_mask_is_what_is_legal(linked: int):
    env = ForumEnv("economic-2-plus-2", changes=(*SHORT, f"link_limit={linked}"))
    env.reset(seed=3)
    checked = 0
    for _ in range(60):
        if env.terminations[env.agent_selection]:
            break
        seat = env.agent_selection
        choices = legal_moves(env.game, seat)
        mask = env.observe(seat)["action_mask"]
        listed = {env.actions.every[n].move(seat) for n in np.flatnonzero(mask)}
        legal = {
            move
            for move in choices
            if (move.kind != "object" or move.reason == "own reason") and len(move.levels) <= 2
        }
        assert listed == legal
        checked += len(listed)
        env.step(int(np.flatnonzero(mask)[-1]))
    assert checked > 100 * linked


def test_an_illegal_move_is_refused_with_what_would_be_right():
    env = made()
    env.reset(seed=3)
    legal = env.observe(env.agent_selection)["action_mask"]
    with pytest.raises(RuleError, match=r"may|must"):
        env.step(int(np.flatnonzero(legal == 0)[0]))
    with pytest.raises(ValueError, match="none of"):
        env.step(10**6)


def played_by_bots(reward: str, seed: int = 2) -> tuple[ForumEnv, dict[str, float]]:
    """Play a run with each seat's strategy, as far as its moves are in the list."""
    env = ForumEnv(
        changes=("windows=2", "last_chance=1", "deadline=12", "horizon=20"), reward=reward
    )
    env.reset(seed=seed)
    numbers = {action: n for n, action in enumerate(env.actions.every)}
    total = dict.fromkeys(env.possible_agents, 0.0)
    while not env.terminations[env.agent_selection]:
        seat = env.agent_selection
        wanted = strategy_of(env.game, seat).choose(view(env.game, seat))
        chosen = next((n for a, n in numbers.items() if matches(a.move(seat), wanted)), None)
        if chosen is None:
            chosen = int(np.flatnonzero(env.observe(seat)["action_mask"])[0])
        env.step(chosen)
        for agent, value in env.rewards.items():
            total[agent] += value
    return env, total


def matches(move, wanted) -> bool:
    return (move.kind, move.levels, move.item) == (wanted.kind, wanted.levels, wanted.item)


def test_rewards_are_what_the_statement_brings_beyond_no_deal():
    env, total = played_by_bots("agreed")
    state = env.game.state
    assert env.game.over
    assert state.statement[0].any(), "this seed must agree on something"
    seats = [a for a, role in enumerate(state.role[0, : len(env.world.agencies)]) if role >= 3]
    assert all(total[env.world.agencies[a]] >= -1e-9 for a in seats)  # nobody below walk-away
    assert any(total[env.world.agencies[a]] > 0.01 for a in seats)


def test_what_is_delivered_is_rewarded_at_the_end():
    _, total = played_by_bots("delivered")
    assert any(value != 0.0 for value in total.values())


def test_the_text_can_be_shown():
    env = made(render_mode="ansi")
    env.reset(seed=1)
    assert "[L0] I01" in env.render()


def test_an_unknown_reward_is_refused():
    with pytest.raises(ValueError, match="agreed, delivered"):
        made(reward="fame")
