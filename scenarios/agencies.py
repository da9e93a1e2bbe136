"""Agencies and their stances on items, as ``agencies.toml`` and scenarios state them."""

from typing import Annotated, Any

from pydantic import Field

from scenarios.faults import Faults, repeats
from scenarios.figures import Figure
from scenarios.fits import fits
from scenarios.names import ItemId, Many, Names, Short, SideId, Text
from scenarios.parameters import with_figures
from scenarios.ranges import HOLD, LEVEL, param_range, param_ranges
from scenarios.sources import Citation
from scenarios.table import Table
from sim.rules.sizes import LEVELS

AGENCY_FIGURES = param_ranges("A", without=("side", "no_deal"))
Level = Annotated[Figure | None, fits(LEVEL)]
Extra = Annotated[Figure, fits(param_range("extra"))]
NoDeal = Annotated[Figure | None, fits(param_range("no_deal"))]


class Stance(Table):
    """What an agency wants on one item, where that differs from what its side wants."""

    position: Annotated[Figure | None, fits(param_range("position"))] = None
    salience: Annotated[Figure | None, fits(param_range("salience"))] = None
    outside: Annotated[Figure | None, fits(param_range("outside"))] = None
    extra: Annotated[Many[Extra], Field(min_length=LEVELS, max_length=LEVELS)] | None = None
    """What each level, L0 to L4, is worth beside its distance: for scores that know none."""
    red_line: Level = None
    """Levels above it are never accepted."""
    red_line_below: Level = None
    """Levels from 1 up to the one below it are never accepted."""


class Holds(Table):
    """One hold of an agency over many items, for an agency that ``items.toml`` does not list."""

    items: Many[ItemId]
    hold: Annotated[Figure, fits(HOLD)]

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield items that are named twice."""
        yield from repeats(("items",), raw.get("items"))


@with_figures(AGENCY_FIGURES)
class Agency(Table):
    """A department or ministry: words for its role card, and its figures."""

    name: Text
    short: Short
    side: SideId
    sources: Many[Citation] = ()
    who: Text
    """Who the agency is, said to the one who plays it."""
    wants: Text
    fears: Text
    lever: Text
    no_deal: NoDeal = None
    """What no deal is worth beside the text of all L0: for walk-aways that are no text."""
    holds: Many[Holds] = ()
    stance: dict[ItemId, Stance] = Field(default_factory=dict)


@with_figures(AGENCY_FIGURES, optional=True)
class AgencyChange(Table):
    """What a scenario says differently about an agency."""

    name: Text | None = None
    short: Short | None = None
    who: Text | None = None
    wants: Text | None = None
    fears: Text | None = None
    lever: Text | None = None
    no_deal: NoDeal = None
    stance: dict[ItemId, Stance] = Field(default_factory=dict)
