"""What holds at every move, whoever plays and however; new talks on top of old ones included."""

from collections.abc import Callable, Iterable

import numpy as np

from sim.play.game import Game
from sim.play.moves import CHANCE_SEAT, Move
from sim.rules.block import fields
from sim.rules.codes import CHAIR, CLEAN, FULL, NO_BILL, PENDING, PRINCIPAL, UNDER_WAY
from sim.rules.seats import bound_by, takes_part
from sim.rules.state import State
from sim.rules.value import text_value, walk_away
from tests.play.playing import Step
from tests.play.witness import Witness, recorded, text_of


def adoptions(before: Game, after: Game) -> list[int]:
    """Return the forums at which a move changes what binds the sides, or which of them."""
    old, new = before.state, after.state
    return [
        f
        for f in range(after.world.params.n_forums)
        if (old.statement[f] != new.statement[f]).any() or (old.party[f] != new.party[f]).any()
    ]


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
            if not bound_by(p, s, f, p.side[a]):
                continue
            if s.role[f, a] < PRINCIPAL and not any(concerned):
                continue
            # In talks on a new statement no deal is the one in force, and they are over by now.
            least = walk_away(p, before.state, f, a)
            assert text_value(p, s, f, a, s.statement[f]) >= least - 1e-9
            crossed = [i for i, x in enumerate(statement) if x and p.red_line[a, i] >> x & 1]
            assert crossed == []


def statements_lie_within_every_sides_mandate(before: Game, move: Move, after: Game) -> None:
    p, s = after.world.params, after.state
    for f in adoptions(before, after):
        for side in range(p.n_sides):
            if bound_by(p, s, f, side):
                cleared = [s.mandate[f, side, i] >> x & 1 for i, x in enumerate(levels(after, f))]
                assert [i for i, x in enumerate(levels(after, f)) if x and not cleared[i]] == []


def a_statement_is_the_clean_text_and_full_if_nothing_is_left(
    before: Game, move: Move, after: Game
) -> None:
    p, old, s = after.world.params, before.state, after.state
    n = p.n_items
    for f in adoptions(before, after):
        clean = s.clean[f, :n] == 1
        assert (s.statement[f, :n] == np.where(clean, s.text[f, :n], old.statement[f, :n])).all()
        left = ~clean & (s.admitted[f, :n] == 1) & (old.statement[f, :n] == 0)
        assert s.outcome[f] == max(CLEAN if left.any() else FULL, old.in_force[f])


def whoever_took_part_is_bound_and_nobody_else(before: Game, move: Move, after: Game) -> None:
    p, old, s = after.world.params, before.state, after.state
    adopting = adoptions(before, after)
    for f in range(p.n_forums):
        for side in range(p.n_sides):
            if f in adopting and takes_part(p, s, f, side):
                assert s.party[f, side] == 1
                bills_are_those_the_legislature_must_pass(before, after, f, side)
            else:
                assert s.party[f, side] == old.party[f, side]
            if not bound_by(p, s, f, side):
                assert (s.delivered[f, side] <= old.delivered[f, side]).all()
                assert not (s.effort[f] > old.effort[f])[p.side == side].any()


def bills_are_those_the_legislature_must_pass(before: Game, after: Game, f: int, side: int) -> None:
    p, old, s = after.world.params, before.state, after.state
    n = p.n_items
    new = (s.statement[f, :n] != old.statement[f, :n]) | (old.party[f, side] == 0)
    need = (s.statement[f, :n] > 0) & (s.statement[f, :n] >= p.legislature_from[side, :n])
    assert (s.bill[f, side, :n][new & need] == PENDING).all()
    assert (s.bill[f, side, :n][new & ~need] == NO_BILL).all()
    assert (s.bill[f, side, :n] == old.bill[f, side, :n])[~new].all()


def what_is_decided_stays_decided(before: Game, move: Move, after: Game) -> None:
    p, old, new = after.world.params, before.state, after.state
    adopting = adoptions(before, after)
    for f in range(p.n_forums):
        renewed = new.opened[f] > old.opened[f]
        assert not renewed or (p.renewal[f] > 0 and move.seat == CHANCE_SEAT)
        if old.outcome[f] != UNDER_WAY:
            assert f not in adopting
            if renewed:
                assert new.opened[f] - old.closed[f] >= p.renewal[f] - 1
                assert (new.text[f] == old.statement[f]).all()
            else:
                assert old.outcome[f] == new.outcome[f]
                assert old.closed[f] == new.closed[f]
                assert (old.text[f] == new.text[f]).all()
        elif new.outcome[f] != UNDER_WAY:
            assert before.month <= new.closed[f] <= after.month
        assert f in adopting or (new.delivered[f] >= old.delivered[f]).all()
        assert new.outcome[f] == UNDER_WAY or new.outcome[f] >= new.in_force[f] >= old.in_force[f]
        assert new.reopened[f] <= 1


def mandates_grow_from_below_and_shrink_only_at_a_re_opening(
    before: Game, move: Move, after: Game
) -> None:
    whole = {0, 0b10, 0b110, 0b1110, 0b11110}
    if not after.world.params.red_line.any():  # a level nobody may sign is passed over
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
    assert takes_part(p, s, f, p.side[a])
    if after.ask == "clearance":
        text = s.text[f] * s.clean[f]
        assert s.role[f, a] < PRINCIPAL
        assert (p.authority[a, text > 0] > 0).any()
    else:
        assert s.role[f, a] >= PRINCIPAL
        assert a != s.mover[f]
    assert s.outcome[f] == UNDER_WAY
    assert s.month[0] <= s.deadline[f]


def each_side_at_a_table_has_one_chair(before: Game, move: Move, after: Game) -> None:
    p, s = after.world.params, after.state
    if move.seat == CHANCE_SEAT:  # events move seats, and nothing else does
        for f in range(p.n_forums):
            chairs = p.side[: p.n_agencies][s.role[f, : p.n_agencies] == CHAIR].tolist()
            present = [side for side in range(p.n_sides) if takes_part(p, s, f, side)]
            assert sorted(chairs) == present


SHARES = [field.name for field in fields(State) if field.unit.startswith(("0..1", "0/1"))]
LEVELS = [each.name for each in fields(State) if each.whole and each.unit.startswith("level")]
NUMBERS = [field.name for field in fields(State) if not field.whole]


def everything_stays_in_its_range(before: Game, move: Move, after: Game) -> None:
    s = after.state
    for name in SHARES:
        low = -1 if name == "concur" else 0
        assert (getattr(s, name) >= low).all(), name
        assert (getattr(s, name) <= 1).all(), name
    for name in LEVELS:
        assert ((getattr(s, name) >= -1) & (getattr(s, name) <= 4)).all(), name
    for name in NUMBERS:
        assert np.isfinite(getattr(s, name)).all(), name
    assert (s.payments >= 0.0).all()
    limit = after.world.params.recess_limit
    assert (s.recesses <= limit).all()


def months_pass_one_by_one_up_to_the_horizon(before: Game, move: Move, after: Game) -> None:
    assert 0 <= after.month - before.month <= 1
    assert (after.month > before.month) <= (move.seat == CHANCE_SEAT)
    assert not after.over or after.month == after.world.params.horizon


Invariant = Callable[[Game, Move, Game], None]
INVARIANTS: list[Invariant] = [
    nobody_is_bound_below_walk_away_or_across_a_red_line,
    statements_lie_within_every_sides_mandate,
    a_statement_is_the_clean_text_and_full_if_nothing_is_left,
    whoever_took_part_is_bound_and_nobody_else,
    what_is_decided_stays_decided,
    mandates_grow_from_below_and_shrink_only_at_a_re_opening,
    only_those_concerned_are_asked,
    everything_stays_in_its_range,
    months_pass_one_by_one_up_to_the_horizon,
]


def watched(moves: Iterable[Step], *more: Invariant) -> Game:
    """Hold every invariant at every move, and the minutes of every forum; return the end."""
    minutes: dict[str, Witness] = {}
    for before, move, after in moves:
        for invariant in (*INVARIANTS, *more):
            invariant(before, move, after)
        for forum in after.world.forums:
            witness = minutes.setdefault(forum, Witness(forum))
            witness.hear(before, move, after)
            assert text_of(after, forum) == witness.text
            assert recorded(after, forum) == witness.objections
    assert after.over
    # Every forum comes to an end, if only to none, by the horizon.
    assert (after.state.outcome[: after.world.params.n_forums] != UNDER_WAY).all()
    return after
