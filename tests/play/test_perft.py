"""How many sequences of legal moves there are: any slip of a rule changes the count."""

import pytest

from sim.play.apply import apply
from sim.play.game import Game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT
from sim.rules.codes import CHAIR, PRINCIPAL
from tests.play.worlds import at_the_table, lucky


def sequences(game: Game, depth: int) -> int:
    """Return the number of sequences of so many moves; chance, always lucky, has one."""
    if depth == 0:
        return 1
    if game.seat == CHANCE_SEAT:
        return sequences(lucky(game), depth - 1)
    return sum(sequences(apply(game, move), depth - 1) for move in legal_moves(game))


def pair(**changes) -> Game:
    """Return two seats, one a side, at a ministerial of one round about one item."""
    two = {"n_agencies": 2, "n_items": 1, "side": [0, 1], "authority": 1.0}
    rules = {"role0": PRINCIPAL, "ministerial_rounds": 1, "recess_limit": 0}
    return at_the_table(**two | rules | changes)


# Move 1, seat 1 on the floor: pass or L1, which alone is cleared.                     2
# Move 2. After a pass, seat 0 likewise: 2. After L1, seat 0 consents or objects for
#   one of six reasons: 7.                                                               9
# Move 3. Pass, pass: the month ends and chance draws, 1. Pass, L1: an answer, 7.
#   L1, consent: seat 0 passes or proposes to close, there being nothing left to ask, 2.
#   L1, an objection (6): seat 0 passes or asks for L1 itself, 2 each.                  22
# Move 4. Pass, pass, draw: a new month with L2 cleared too: pass, L1 or L2, 3.
#   Pass, L1, consent: all have spoken, so the whole text is put to seat 0, 7; an
#   objection (6): the month ends, 1 each.
#   L1, consent, pass: the text is put, 7; to close: an answer, 7.
#   L1, an objection (6), pass: 1 each; L1: an answer, 7 each.       3 + 13 + 14 + 48 = 78
@pytest.mark.parametrize(("depth", "count"), [(0, 1), (1, 2), (2, 9), (3, 22), (4, 78)])
def test_two_seats_and_one_item(depth: int, count: int):
    assert sequences(pair(), depth) == count


# A recess is one more move of the floor: it ends the meeting, and chance draws.
# Move 1: 3. Move 2: after a pass 3, after L1 7, after a recess the draw, 1: 11.
@pytest.mark.parametrize(("depth", "count"), [(1, 3), (2, 11)])
def test_with_a_recess(depth: int, count: int):
    assert sequences(pair(recess_limit=1), depth) == count


# A chair may say L1 as an amendment or as its own text: 3 moves. Move 2: after a pass 3,
# after either 7.
@pytest.mark.parametrize(("depth", "count"), [(1, 3), (2, 17)])
def test_with_chairs(depth: int, count: int):
    assert sequences(pair(role0=CHAIR), depth) == count


# Two items: pass, one of two amendments, or both linked where two may be linked. Move 2:
# after a pass as before; after a single item 7; after a linkage 1 + 2 items * 6 reasons.
@pytest.mark.parametrize(
    ("limit", "depth", "count"), [(1, 1, 3), (1, 2, 17), (2, 1, 4), (2, 2, 4 + 2 * 7 + 13)]
)
def test_with_two_items(limit: int, depth: int, count: int):
    assert sequences(pair(n_items=2, link_limit=limit), depth) == count


# Seat 0 has a red line at L1: its capital passes L1 over and clears L2, and it must object to L1,
# for one of six reasons. Move 2: after a pass, a pass or L2; after L1, 6. Move 3: after two passes
# the draw; after L2 seat 1, whose capital has cleared L1 alone, must object, 6; after an objection
# (6) seat 0 passes or asks for L2, 2 each.
@pytest.mark.parametrize(("depth", "count"), [(1, 2), (2, 8), (3, 1 + 6 + 12)])
def test_with_a_red_line(depth: int, count: int):
    assert sequences(pair(red_line=[[0b10], [0]]), depth) == count
