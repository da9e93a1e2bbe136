"""Items of the agenda and their five levels, as ``items.toml`` states them."""

from typing import Annotated, Any

from pydantic import Field, StringConstraints

from scenarios.faults import Faults, fault, repeats
from scenarios.figures import Figure
from scenarios.fits import fits
from scenarios.names import LONGEST_TEXT, AgencyId, Many, Names, Short, SideId, Text, one_of
from scenarios.parameters import with_figures
from scenarios.problems import shown
from scenarios.ranges import HOLD, param_range, param_ranges
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.codes import POSTURES
from sim.rules.sizes import LEVELS

ITEM_FIGURES = param_ranges("I", without=("posture",))


class Level(Table):
    """One level of an item: its label, and the sentence it puts into the joint statement."""

    text: Text
    clause: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class Authority(Table):
    """What hold an agency has over an item."""

    agency: AgencyId
    hold: Annotated[Figure, fits(HOLD)]


@with_figures(ITEM_FIGURES)
class Item(Table):
    """An item of the agenda."""

    title: Text
    short: Short
    posture: Annotated[str, one_of(*POSTURES)]
    sources: Many[Citation] = ()
    levels: Many[Level]
    legislature: dict[SideId, Annotated[Figure, fits(param_range("legislature_from"))]] = Field(
        default_factory=dict
    )
    position: dict[SideId, Annotated[Figure, fits(param_range("position"))]]
    authority: Many[Authority] = ()

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what is wrong with the levels, sides without a position, holders named twice."""
        yield from repeats(("authority",), raw.get("authority"), "agency")
        yield from level_faults(raw.get("levels"))
        if isinstance(position := raw.get("position"), dict):
            for side in names.sides:
                if side not in position:
                    yield fault(("position", side), "nothing", "a figure for every side")


def level_faults(raw: object) -> Faults:
    """Yield a wrong number of levels, a clause at L0, and other levels without one."""
    levels = raw if isinstance(raw, list) else []
    if isinstance(raw, list) and len(levels) != LEVELS:
        yield fault(("levels",), f"{len(levels)} levels", f"exactly {LEVELS}, L0 to L4")
    for n, level in enumerate(levels):
        clause = level.get("clause") if isinstance(level, dict) else None
        if isinstance(clause, str) and (n == 0) == bool(clause.strip()):
            allowed = "a sentence" if n else "an empty text: L0 puts nothing into a statement"
            yield fault(("levels", n, "clause"), shown(clause), allowed)
