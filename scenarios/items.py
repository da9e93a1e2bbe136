"""Items of the agenda and their five levels, as ``items.toml`` and scenarios state them."""

from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from scenarios.faults import Faults, fault, repeats
from scenarios.figures import Figure
from scenarios.fits import fits
from scenarios.names import (
    LONGEST_TEXT,
    AgencyId,
    Many,
    Names,
    Short,
    SideId,
    Text,
    checked,
    one_of,
)
from scenarios.parameters import with_figures
from scenarios.problems import shown
from scenarios.ranges import HOLD, param_range, param_ranges
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.codes import POSTURES
from sim.rules.sizes import LEVELS

ITEM_FIGURES = param_ranges("I", without=("posture",))
OTHER = "other"
"""Stands under ``position`` for every side that is not named there."""


def side_or_other(word: str, info: ValidationInfo[Any]) -> str:
    """Return the word; refuse it where it is neither a side nor stands for the others."""
    return checked(word, (*info.context.sides, OTHER))


Holds = Annotated[Figure, fits(HOLD)]
Legislatures = dict[SideId, Annotated[Figure, fits(param_range("legislature_from"))]]
Positions = dict[
    Annotated[str, AfterValidator(side_or_other)],
    Annotated[Figure, fits(param_range("position"))],
]


class Level(Table):
    """One level of an item: its label, and the sentence it puts into the joint statement."""

    text: Text
    clause: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class Authority(Table):
    """What hold an agency has over an item."""

    agency: AgencyId
    hold: Holds


@with_figures(ITEM_FIGURES)
class Item(Table):
    """An item of the agenda."""

    title: Text
    short: Short
    posture: Annotated[str, one_of(*POSTURES)]
    sources: Many[Citation] = ()
    levels: Many[Level]
    legislature: Legislatures = Field(default_factory=dict)
    position: Positions
    authority: Many[Authority] = ()

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what is wrong with the levels, sides without a position, holders named twice."""
        yield from repeats(("authority",), raw.get("authority"), "agency")
        yield from level_faults(raw.get("levels"))
        if isinstance(position := raw.get("position"), dict) and OTHER not in position:
            for side in names.sides:
                if side not in position:
                    allowed = f'a figure for every side, or one for "{OTHER}" sides'
                    yield fault(("position", side), "nothing", allowed)

    def position_of(self, side: str) -> Figure:
        """Return where a side stands: its own position, or that of the others."""
        return self.position[side if side in self.position else OTHER]


@with_figures(ITEM_FIGURES, optional=True)
class ItemChange(Table):
    """What a scenario says differently about an item."""

    title: Text | None = None
    short: Short | None = None
    posture: Annotated[str, one_of(*POSTURES)] | None = None
    sources: Many[Citation] | None = None
    levels: Many[Level] | None = None
    """All five, where a scenario words them anew."""
    legislature: Legislatures = Field(default_factory=dict)
    position: Positions = Field(default_factory=dict)
    authority: dict[AgencyId, Holds] = Field(default_factory=dict)
    """By agency, so that one hold is added or replaced and the others stay."""

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what is wrong with the levels."""
        yield from level_faults(raw.get("levels"))


def holders(old: tuple[Authority, ...], new: dict[str, Figure]) -> tuple[Authority, ...]:
    """Return who holds authority once some holds are added or replaced."""
    held = {each.agency: each.hold for each in old} | new
    return tuple(Authority.model_construct(agency=each, hold=hold) for each, hold in held.items())


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
