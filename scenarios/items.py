"""Items of the agenda and their five levels, as ``items.toml`` states them."""

from typing import Annotated

from pydantic import Field, StringConstraints

from scenarios.faults import Faults, fault, repeats
from scenarios.figures import Figure, fits
from scenarios.names import LONGEST_TEXT, AgencyId, Many, Names, Short, SideId, Text, one_of
from scenarios.parameters import with_figures
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

    def faults(self, names: Names) -> Faults:
        """Yield what is wrong with the levels, and sides without a position."""
        if len(self.levels) != LEVELS:
            yield fault(("levels",), f"{len(self.levels)} levels", f"exactly {LEVELS}, L0 to L4")
        for n, level in enumerate(self.levels):
            if (n == 0) == bool(level.clause.strip()):
                allowed = "a sentence" if n else "an empty text: L0 puts nothing into a statement"
                yield fault(("levels", n, "clause"), "a sentence" if n == 0 else "''", allowed)
        for side in names.sides:
            if side not in self.position:
                yield fault(("position", side), "nothing", "a figure for every side")
        holders = tuple(each.agency for each in self.authority)
        yield from repeats(("authority",), holders)
