"""``apply``: legal moves lead on, illegal ones are refused and leave everything as it was."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from sim.play.apply import apply
from sim.play.chance import draw, drawn_slots
from sim.play.errors import RuleError
from sim.play.game import Game, new_game
from sim.play.legal import FREE_REASONS, legal_moves
from sim.play.moves import CHANCE_SEAT, KINDS, Move, amend, objection
from sim.rules.codes import MOVES
from tests.play.playing import afresh, one, random_move, random_steps, steps
from tests.play.worlds import SEEDS, at_the_table, lucky, random_world, small_world

FEW = settings(max_examples=10)


def refused(game: Game, move: Move) -> RuleError:
    """Return how a move is refused, having made sure that it left the game alone."""
    digest, memory = game.digest, game.block.tobytes()
    with pytest.raises(RuleError) as caught:
        apply(game, move)
    assert (afresh(game).digest, game.block.tobytes()) == (digest, memory)
    assert caught.value.who == move.seat
    assert caught.value.what
    assert caught.value.right
    assert str(caught.value) == f"{move.seat}: {caught.value.what}; {caught.value.right}"
    return caught.value


@FEW
@given(seed=SEEDS)
def test_a_legal_move_is_never_refused_and_leaves_the_game_before_alone(seed: int):
    for before, move, after in random_steps(seed):
        if before.seat != CHANCE_SEAT:
            legal_moves(before).require(move)
        assert afresh(before).digest == before.digest
        assert after.digest != before.digest
        assert (after.month, after.over) >= (before.month, before.over)


def spoilt(game: Game, rng: np.random.Generator) -> Iterator[Move]:
    """Yield moves made from a legal one by changing one thing, or from nothing at all."""
    right = random_move(game, rng)
    names = (*game.world.agencies, CHANCE_SEAT, "", "nobody")
    items = (*game.world.items, "", "I99")
    yield replace(right, seat=one(names, rng))
    yield replace(right, kind=one((*KINDS, "jump", ""), rng))
    yield replace(right, item=one(items, rng))
    yield replace(right, reason=one((*FREE_REASONS, "", "spite"), rng))
    yield replace(right, levels=())
    yield replace(right, levels=(*right.levels, (one(items, rng), int(rng.integers(-1, 6)))))
    yield replace(right, words=())
    yield replace(right, words=(*right.words, ("events", (1, 2))))
    yield Move(game.seat, one(MOVES, rng), item=one(items, rng), reason=one(FREE_REASONS, rng))
    every = tuple((item, int(rng.integers(0, 5))) for item in game.world.items)
    yield Move(game.seat, one(("amend", "chair text"), rng), levels=every)


@FEW
@given(seed=SEEDS)
def test_whatever_is_not_among_the_legal_moves_is_refused(seed: int):
    rng = np.random.default_rng(seed)
    for game, _, _ in steps(new_game(random_world(seed), seed), rng, bots=0.5):
        legal = set(legal_moves(game)) if rng.random() < 0.3 else None
        if legal is None:
            continue
        for move in spoilt(game, rng):
            if game.seat == CHANCE_SEAT and move == random_move(game, rng):
                continue
            if move in legal:
                apply(game, move)
            else:
                refused(game, move)


def test_each_refusal_says_who_what_and_what_would_be_right():
    game = at_the_table()
    assert game.seat == "a1"  # in month 1 the rota starts with the second place
    cases = {
        Move("a0", "pass"): "a0: is not asked; it is the turn of a1",
        Move("nobody", "pass"): "nobody: is not asked; it is the turn of a1",
        Move("a1", "jump"): "a1: 'jump' is no move; it may pass, amend, recess",
        Move("a1", "consent"): "a1: cannot consent; it may pass, amend, recess",
        Move("a1", "pass", item="I00"): "a1: to pass takes no item; leave it out",
        amend("a1"): "a1: amends nothing; name a level for an item",
        amend("a1", I99=1): "a1: cannot amend 'I99' at this meeting; allowed: I00, I01",
        amend("a1", I00=2): "a1: cannot move I00 to L2; allowed: L1",
        Move("a1", "amend", levels=(("I00", 1), ("I00", 1))): (
            "a1: names an item twice; name each item once"
        ),
    }
    assert {move: str(refused(game, move)) for move in cases} == cases


def test_what_may_not_be_linked():
    game = at_the_table(link_limit=1)
    text = str(refused(game, amend("a1", I00=1, I01=1)))
    assert text == "a1: links 2 items; at most 1 may be linked"
    game = apply(
        apply(game, Move("a1", "pass")), Move("a2", "chair text", (("I00", 1), ("I01", 1)))
    )
    assert game.ask == "answer"


def test_nobody_asks_for_a_text_below_its_own_walk_away():
    game = at_the_table(position=[[4.0, 4.0], [4.0, 0.25], [4.0, 4.0], [4.0, 4.0]], tolerance=1.0)
    error = refused(game, amend("a1", I01=1))  # an eighth less to it than L0
    assert error.right == "ask for one it could sign"
    assert apply(game, amend("a1", I00=1, I01=1)).ask == "answer"  # against a quarter more


def test_what_may_be_objected_to_and_why():
    game = apply(at_the_table(), amend("a1", I00=1))
    assert game.seat == "a0"
    assert "allowed: I00" in str(refused(game, objection("a0", "I01")))
    assert "allowed: red line" in str(refused(game, objection("a0", "I00", "spite")))
    assert "home agency" not in refused(game, objection("a0", "I00", "")).right
    assert apply(game, objection("a0", "I00")).seat == "a2"


def test_what_may_be_taken_to_the_centre():
    game = at_the_table(position=[[4.0, 4.0], [4.0, 0.0], [4.0, 4.0], [4.0, 4.0]])
    error = refused(game, Move("a1", "appeal", item="I00"))
    assert str(error) == "a1: appeals on 'I00'; allowed: I01"
    assert refused(game, Move("a1", "appeal")).right == "allowed: I01"


def test_who_must_object_is_told_so():
    lines = [[0b10, 0], [0, 0], [0, 0], [0, 0]]
    wish = {"red_line": lines, "role0": [4, 3, 4, 3], "authority": [[0, 0], [1, 1], [1, 0], [0, 1]]}
    game = apply(at_the_table(**wish), amend("a1", I00=1))
    assert refused(game, Move("a0", "consent")).right == "it must object to I00 (red line)"
    assert apply(game, objection("a0", "I00", "red line")).seat == "a2"


def test_after_the_end_nobody_moves():
    game = new_game(small_world(horizon=1, windows=0.0, tiers=0))
    game = lucky(game, 2**31)
    assert game.over
    assert refused(game, Move(CHANCE_SEAT, "draw")).what == "moves after the end"
    assert list(legal_moves(game)) == []


def draws_but(game: Game, **changes: object) -> Move:
    """Return chance's move with some of its words changed."""
    words = dict(draw(game).words) | changes
    return Move(CHANCE_SEAT, "draw", words=tuple((k, v) for k, v in words.items() if v is not None))


def test_chance_draws_what_it_owes_and_nothing_else():
    game = new_game(small_world())
    owed = drawn_slots(game)
    assert owed == {"convene": 4, "mandate": 4, "misread": 8}
    assert apply(game, draw(game)).month == 1
    for wrong in (
        draws_but(game, convene=None),
        draws_but(game, bills=(1,)),
        draws_but(game, convene=(1, 2, 3)),
        draws_but(game, convene=(1, 2, 3, 2**32)),
        draws_but(game, convene=(1, 2, 3, -1)),
        Move(CHANCE_SEAT, "pass"),
        replace(draw(game), words=(*draw(game).words, ("convene", (1, 2, 3, 4)))),
        replace(draw(game), item="I00"),
        replace(draw(game), levels=(("I00", 1),)),
        replace(draw(game), reason="red line"),
        Move("a0", "pass"),
    ):
        refused(game, wrong)


def test_chance_is_not_asked_during_a_meeting():
    game = at_the_table()
    assert refused(game, Move(CHANCE_SEAT, "draw")).right == "it is the turn of a1"
