"""An objection stands until its brackets fall, or what was wanting is there."""

import pytest

from sim.play.objection import standing_objector
from sim.play.picture import forum_picture
from sim.rules.codes import OUTSIDE_MANDATE, RED_LINE
from tests.play.test_story_moments import ENERGY, JP, WORLD, moment

METI = WORLD.index("agency", "jp-meti")


@pytest.mark.parametrize(
    ("reason", "cleared", "clean", "stands"),
    [
        (OUTSIDE_MANDATE, 0b0011, 0, True),
        (OUTSIDE_MANDATE, 0b0111, 0, False),
        (RED_LINE, 0b0111, 0, True),
        (RED_LINE, 0b0011, 1, False),
    ],
)
def test_it_falls_with_the_brackets_and_with_the_clearance_it_asked_for(
    reason: int, cleared: int, clean: int, stands: bool
):
    place = (0, ENERGY)
    game = moment(
        tabled={place: 2},
        objector={place: METI},
        reason={place: reason},
        mandate={(0, JP, ENERGY): cleared},
        clean={place: clean},
    )
    assert standing_objector(game, 0, ENERGY) == (METI if stands else -1)
    picture = forum_picture(game, 0)
    (line,) = [each for each in picture.lines if each.id == "I12"]
    (seat,) = [each for each in picture.seats if each.id == "jp-meti"]
    assert (line.objector, seat.objecting) == (("METI", True) if stands else ("", False))
    assert bool(line.reason) is bool(line.objector_side) is stands
