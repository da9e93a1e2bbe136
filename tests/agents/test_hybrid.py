"""Hybrid: part clock, part reciprocity, and a model of what the others want most."""

import pytest

from tests.agents.hands import amends, aspiration, chosen, hand

# Six tenths of Boulware's aspiration and four tenths of tit-for-tat's.
CASES = [
    (0.0, 0.0, 0.6 * 1.0 + 0.4 * 0.9),
    (0.5, 0.25, 0.6 * 0.9375 + 0.4 * 0.65),
    (0.95, 0.0, 0.6 * (1 - 0.95**4) + 0.4 * 0.5),
    (1.0, 0.0, 0.0),
]


@pytest.mark.parametrize(("clock", "received", "held"), CASES)
def test_part_clock_part_reciprocity(clock: float, received: float, held: float):
    found = aspiration("hybrid", clock=clock, received=received)
    assert found == pytest.approx(held, abs=1e-7)


def asked(*times: float):
    """Return a seat that has heard its partners ask for L4 of three items so often."""
    return hand(
        wish=(4.0, 2.0, 2.0),
        care=(0.5, 0.25, 0.25),
        text=[4, 2, 2],
        link_limit=1,
        clock=1.0,
        others=[0, 1, 0],
        proposed=[[[0.0] * 5] * 3, [[0.0] * 4 + [n] for n in times]],
    )


def test_it_gives_where_its_partner_has_asked_most_often():
    # Raising I01 or I02 to L4 costs it an eighth and brings the partner two levels nearer, half
    # a unit times the item's weight: three quarters of its requests, or a third by mere count.
    assert chosen("hybrid", asked(0, 1, 3)) == amends(I02=4)
    assert chosen("hybrid", asked(0, 3, 1)) == amends(I01=4)


@pytest.mark.parametrize("name", ["boulware", "linear", "conceder", "tit-for-tat"])
def test_others_do_not_count_how_often(name: str):
    assert chosen(name, asked(0, 1, 3)) == chosen(name, asked(0, 3, 1)) == amends(I01=4)


def test_early_it_heeds_nobody_but_itself():
    k = asked(0, 1, 3)
    k.clock[0] = 0.0
    assert chosen("hybrid", k).kind == "close"  # the text is all it wants
