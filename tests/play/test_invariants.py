"""What holds in every game, whoever plays it and however."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change
from sim.play.game import Game, new_game
from sim.play.moves import Move
from sim.rules.block import fields
from sim.rules.codes import CLEAN, FULL, OUTCOMES, PENDING, PRINCIPAL, UNDER_WAY
from sim.rules.seats import takes_part
from sim.rules.state import State
from sim.rules.value import text_value, walk_away
from tests.play.playing import Step, random_steps, steps
from tests.play.witness import Witness, recorded, text_of
from tests.play.worlds import SEEDS


def adoptions(before: Game, after: Game) -> list[int]:
    """Return the forums that adopt a statement with commitments by a move."""
    forums = range(after.world.params.n_forums)
    done = [f for f in forums if after.state.outcome[f] >= CLEAN]
    return [f for f in done if before.state.outcome[f] == UNDER_WAY]


def levels(game: Game, f: int) -> list[int]:
    return game.state.statement[f, : len(game.world.items)].tolist()


def nobody_is_bound_below_walk_away_or_across_a_red_line(
    before: Game, move: Move, after: Game
) -> None:
    p, s = after.world.params, after.state
    for f in adoptions(before, after):
        statement = levels(after, f)
        for a in range(p.n_agencies):
            concerned = [p.authority[a, i] > 0 for i, level in enumerate(statement) if level]
            if s.role[f, a] < PRINCIPAL and not any(concerned):
                continue
            assert text_value(p, s, f, a, s.statement[f]) >= walk_away(p, s, f, a) - 1e-9
            crossed = [i for i, x in enumerate(statement) if x and p.red_line[a, i] >> x & 1]
            assert crossed == []


def statements_lie_within_every_sides_mandate(before: Game, move: Move, after: Game) -> None:
    p, s = after.world.params, after.state
    for f in adoptions(before, after):
        for side in range(p.n_sides):
            if takes_part(p, s, f, side):
                cleared = [s.mandate[f, side, i] >> x & 1 for i, x in enumerate(levels(after, f))]
                assert [i for i, x in enumerate(levels(after, f)) if x and not cleared[i]] == []


def a_statement_is_the_clean_text_and_full_if_nothing_is_left(
    before: Game, move: Move, after: Game
) -> None:
    p, s = after.world.params, after.state
    for f in adoptions(before, after):
        n = p.n_items
        assert (s.statement[f, :n] == s.text[f, :n] * s.clean[f, :n]).all()
        left = (s.clean[f, :n] == 0) & (s.admitted[f, :n] == 1)
        assert (s.outcome[f] == FULL) == (not left.any())
        need = (s.statement[f, :n] > 0) & (
            s.statement[f, :n] >= p.legislature_from[: p.n_sides, :n]
        )
        assert ((s.bill[f, : p.n_sides, :n] == PENDING) == need).all()


def what_is_decided_stays_decided(before: Game, move: Move, after: Game) -> None:
    old, new = before.state, after.state
    for f in range(after.world.params.n_forums):
        if old.outcome[f] != UNDER_WAY:
            assert old.outcome[f] == new.outcome[f]
            assert old.closed[f] == new.closed[f]
            assert (old.statement[f] == new.statement[f]).all()
            assert (old.text[f] == new.text[f]).all()
        if old.outcome[f] != new.outcome[f]:
            assert before.month <= new.closed[f] <= after.month
        assert (new.delivered[f] >= old.delivered[f]).all()
        assert new.reopened[f] <= 1


def mandates_grow_from_below_and_shrink_only_at_a_re_opening(
    before: Game, move: Move, after: Game
) -> None:
    whole = {0, 0b10, 0b110, 0b1110, 0b11110}
    assert set(np.unique(after.state.mandate)) <= whole
    lost = before.state.mandate & ~after.state.mandate
    for f in range(after.world.params.n_forums):
        if lost[f].any():
            assert after.state.reopened[f] > before.state.reopened[f]


def only_those_concerned_are_asked(before: Game, move: Move, after: Game) -> None:
    if not after.forum:
        return
    p, s = after.world.params, after.state
    f, a = int(s.ask_forum[0]), int(s.ask_agency[0])
    if after.ask == "clearance":
        text = s.text[f] * s.clean[f]
        assert s.role[f, a] < PRINCIPAL
        assert (p.authority[a, text > 0] > 0).any()
    else:
        assert s.role[f, a] >= PRINCIPAL
        assert a != s.mover[f]
    assert s.outcome[f] == UNDER_WAY
    assert s.month[0] <= s.deadline[f]


SHARES = [field.name for field in fields(State) if field.unit.startswith(("0..1", "0/1"))]
LEVELS = [each.name for each in fields(State) if each.whole and each.unit.startswith("level")]


def everything_stays_in_its_range(before: Game, move: Move, after: Game) -> None:
    s = after.state
    for name in SHARES:
        low = -1 if name == "concur" else 0
        assert (getattr(s, name) >= low).all(), name
        assert (getattr(s, name) <= 1).all(), name
    for name in LEVELS:
        assert ((getattr(s, name) >= -1) & (getattr(s, name) <= 4)).all(), name
    assert (s.payments >= 0.0).all()
    limit = after.world.params.recess_limit
    assert (s.recesses <= limit).all()
    assert np.isfinite(s.worth).all()


INVARIANTS = [
    nobody_is_bound_below_walk_away_or_across_a_red_line,
    statements_lie_within_every_sides_mandate,
    a_statement_is_the_clean_text_and_full_if_nothing_is_left,
    what_is_decided_stays_decided,
    mandates_grow_from_below_and_shrink_only_at_a_re_opening,
    only_those_concerned_are_asked,
    everything_stays_in_its_range,
]


def watched(moves: Iterable[Step]) -> Game:
    """Hold every invariant at every move, and the minutes of every forum; return the end."""
    minutes: dict[str, Witness] = {}
    for before, move, after in moves:
        for invariant in INVARIANTS:
            invariant(before, move, after)
        for forum in after.world.forums:
            witness = minutes.setdefault(forum, Witness(forum))
            witness.hear(before, move, after)
            assert text_of(after, forum) == witness.text
            assert recorded(after, forum) == witness.objections
    # Every forum comes to an end, if only to none, by the horizon.
    assert (after.state.outcome[: after.world.params.n_forums] != UNDER_WAY).all()
    return after


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
