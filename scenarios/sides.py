"""Sides and the world's constants, as ``world.toml`` and scenarios state them."""

from typing import Annotated

from pydantic import Field

from scenarios.names import Id, Short, Text
from scenarios.parameters import with_figures
from scenarios.ranges import param_range, param_ranges
from scenarios.table import Table
from sim.rules.sizes import SIDES

SIDE_FIGURES = param_ranges("S")
SALIENCES = ("salience_lead", "salience_share", "salience_other")
"""How much an item matters to an agency without a stance, by its hold over the item."""
CONSTANT_FIGURES = {
    **dict.fromkeys(SALIENCES, param_range("salience")),
    **param_ranges("", without=("horizon", "tick")),
}


@with_figures(SIDE_FIGURES)
class Side(Table):
    """A country at the table."""

    name: Text
    short: Short


@with_figures(SIDE_FIGURES, optional=True)
class SideChange(Table):
    """What a scenario says differently about a side."""


@with_figures(CONSTANT_FIGURES)
class Constants(Table):
    """The constants of the rules, all assumed, all open to a sweep."""


@with_figures(CONSTANT_FIGURES, optional=True)
class ConstantsChange(Table):
    """What a scenario says differently about the constants."""


class WorldFile(Table):
    """The whole of ``world.toml``."""

    sides: Annotated[dict[Id, Side], Field(min_length=2, max_length=SIDES)]
    constants: Constants
