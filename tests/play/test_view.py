"""A seat's view: its own mind, its own capital's papers, and what was said at its table."""

import numpy as np
import pytest
from hypothesis import example, given, settings

from scenarios.problems import ScenarioError
from sim.play.apply import apply
from sim.play.game import Game, new_game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT, Move, amend, objection
from sim.play.view import View, view
from sim.rules.block import Block, views
from sim.rules.codes import PRINCIPAL
from sim.rules.knowledge import Knowledge
from sim.rules.params import Params
from sim.rules.value import revalue
from tests.play.playing import afresh, random_steps
from tests.play.worlds import SEEDS, at_the_table, named, small_world

FEW = settings(max_examples=10)


def differences(one: View, other: View) -> list[str]:
    """Return the names of all in which two views differ."""
    plain = ("seat", "forum", "month", "ask", "items", "choices", "objections")
    known = zip(Knowledge._fields, one.knowledge, other.knowledge, strict=True)
    return [
        *(name for name in plain if getattr(one, name) != getattr(other, name)),
        *(name for name, left, right in known if not np.array_equal(left, right)),
    ]


def test_a_seat_that_is_asked_sees_what_it_may_do():
    game = at_the_table()
    seen = view(game, "a1")
    assert (seen.seat, seen.forum, seen.month, seen.ask) == ("a1", "forum-0", 1, "floor")
    assert seen.choices == legal_moves(game)
    assert seen.items == ("I00", "I01")


def test_a_seat_that_is_not_asked_has_nothing_to_choose():
    seen = view(at_the_table(), "a0")
    assert seen.ask == "nothing"
    assert list(seen.choices) == []


def test_the_last_objection_to_an_item_has_a_name_and_a_reason():
    game = apply(at_the_table(), amend("a1", I00=1))
    game = apply(game, objection("a0", "I00", "hopes for more"))
    game = apply(game, objection("a2", "I00", "red line"))
    assert dict(view(game, "a3").objections) == {"I00": ("a2", "red line")}
    with pytest.raises(TypeError):
        view(game, "a3").objections["I00"] = ("a1", "")


def test_nothing_in_a_view_can_be_written():
    seen = view(at_the_table(), "a1")
    for name, array in zip(Knowledge._fields, seen.knowledge, strict=True):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0
        assert array.base is not None, name


def test_a_forum_may_be_named():
    game = at_the_table(n_forums=2)
    assert view(game, "a1").forum == "forum-0"
    other = view(game, "a1", "forum-1")
    assert (other.forum, other.ask) == ("forum-1", "nothing")


def test_a_seat_looks_at_the_first_table_it_is_part_of():
    roles = [[4, 0, 4, 3], [4, 3, 4, 3]]
    assert view(at_the_table(n_forums=2, role0=roles), "a1").forum == "forum-1"


@pytest.mark.parametrize(("seat", "forum"), [("a9", None), (CHANCE_SEAT, None), ("a1", "forum-9")])
def test_there_is_no_view_from_nowhere(seat: str, forum: str | None):
    with pytest.raises(ScenarioError):
        view(at_the_table(), seat, forum)


def other_minds(game: Game, mind: int, rng: np.random.Generator) -> Game:
    """Return the same public moment of a world in which one agency wants something else."""
    block: Block = game.world.block.copy()
    for name, draw in (
        ("position", lambda shape: 4 * rng.random(shape)),
        ("salience", rng.random),
        ("outside", rng.random),
        ("red_line", lambda shape: 2 * rng.integers(0, 16, shape)),
    ):
        row = block[0][name][mind]
        row[...] = draw(row.shape)
    return revalued(game, block)


def revalued(game: Game, block: Block) -> Game:
    """Return the same moment with other parameters, its values worked out anew from them.

    Values are renewed once a month, so between two renewals they may lag behind the state.
    """
    changed = Game(named(block), game.seed, game.run, *memory(game))
    revalue(views(Params, block), changed.state)
    return changed


def memory(game: Game):
    copy = afresh(game)
    return copy.block, copy.state


@FEW
@given(seed=SEEDS)
@example(seed=208)
def test_what_one_agency_wants_no_other_seat_can_see(seed: int):
    rng = np.random.default_rng(seed)
    for game, _, _ in random_steps(seed):
        if rng.random() > 0.1:
            continue
        p = game.world.params
        mind = int(rng.integers(0, p.n_agencies))
        changed = other_minds(game, mind, rng)
        game = revalued(game, game.world.block.copy())
        for a, seat in enumerate(game.world.agencies):
            for forum in game.world.forums if a != mind else ():
                found = differences(view(game, seat, forum), view(changed, seat, forum))
                # Whether the centre at home can help depends on who at home is against it.
                allowed = ["choices"] if p.side[a] == p.side[mind] and seat == game.seat else []
                assert found in ([], allowed)
                if found:
                    appeals = [view(each, seat, forum).choices for each in (game, changed)]
                    assert appeals[0].levels == appeals[1].levels


def test_another_capitals_papers_are_not_shown():
    game = at_the_table()
    changed = afresh(game)
    changed.state.mandate[0, 1, :2] = 0b1110
    changed.state.stalled[0, 1, :2] = 3
    changed.state.concur[0, 2:4, :2] = 0
    for seat in ("a0", "a1"):
        assert differences(view(game, seat), view(changed, seat)) == []
    assert differences(view(game, "a2"), view(changed, "a2")) == ["mandate"]


def test_minds_are_not_shown():
    """Turf, commitment, trust and what the drafters misread stay with the agencies."""
    game = at_the_table()
    changed = afresh(game)
    for name in ("turf", "buy_in", "trust", "misread", "payments", "gridlock", "support"):
        getattr(changed.state, name)[...] = 0.75
    for seat in game.world.agencies:
        assert differences(view(game, seat), view(changed, seat)) == []


def test_a_view_shows_what_every_principal_has_moved():
    game = apply(new_game_after_objection(), Move("a2", "pass"))
    seen = view(game, game.seat).knowledge
    assert seen.proposed[1, 0, 1] == 1.0
    assert seen.refused[0, 1] == 1.0
    assert (game.state.role[0, :4] >= PRINCIPAL).all()


def new_game_after_objection() -> Game:
    game = apply(at_the_table(), amend("a1", I00=1))
    for seat in ("a0", "a2", "a3"):
        refusal = objection(seat, "I00") if seat == "a0" else Move(seat, "consent")
        game = apply(game, refusal)
    return game


def test_before_the_first_meeting_there_is_something_to_see():
    seen = view(new_game(small_world()), "a0")
    assert (seen.ask, seen.month) == ("nothing", 0)
    assert seen.knowledge.text[:2].tolist() == [0, 0]
