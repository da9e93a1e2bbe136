"""Tables that hold one figure for each of some parameters.

The parameters are listed once, in ``sim.rules.params``; a parameter added there is asked for
in every file at once.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import create_model

from scenarios.figures import Figure
from scenarios.fits import fits
from scenarios.ranges import Range
from scenarios.table import Table


def with_figures[Kind: Table](
    ranges: Mapping[str, Range], optional: bool = False
) -> Callable[[type[Kind]], type[Kind]]:
    """Add to a table a figure for each name, held to its range.

    Parameters
    ----------
    ranges : mapping
        The range of each figure, by name.
    optional : bool
        Whether the figures may be left out, as in a table of changes.
    """
    fields: dict[str, Any] = {}
    for name, allowed in ranges.items():
        check = fits(allowed)
        fields[name] = (
            (Annotated[Figure | None, check], None) if optional else (Annotated[Figure, check], ...)
        )

    def extended(table: type[Kind]) -> type[Kind]:
        return create_model(
            table.__name__,
            __base__=table,
            __module__=table.__module__,
            __doc__=table.__doc__,
            **fields,
        )

    return extended


def figure_of(table: Table, name: str) -> Figure:
    """Return the figure of that name, which ``with_figures`` gave to the table."""
    figure = getattr(table, name)
    if not isinstance(figure, Figure):
        raise TypeError(f"{type(table).__name__} has no figure {name}")
    return figure
