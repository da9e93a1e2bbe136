"""Entries of the figures that each stand in one cell: forums, sides, agencies, items, constants."""

from collections.abc import Iterator, Mapping

from scenarios.agencies import AGENCY_FIGURES
from scenarios.cast import Cast
from scenarios.forums import FORUM_FIGURES
from scenarios.items import ITEM_FIGURES
from scenarios.ledger import Code, Entry
from scenarios.parameters import figure_of
from scenarios.ranges import Range, field_names, param_range
from scenarios.scenario import Scenario
from scenarios.sides import CONSTANT_FIGURES, SALIENCES, SIDE_FIGURES
from scenarios.table import Table
from scenarios.unstated import LEGISLATURE, RENEWAL, TICK


def plain_entries(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield the horizon and constants, then a row of entries for every other figure."""
    library = scenario.library
    yield Entry("horizon", scenario.sheet.horizon, param_range("horizon"), (("horizon", ()),))
    tick = scenario.sheet.tick
    yield Entry("tick", tick or TICK, param_range("tick"), (("tick", ()),), stated=bool(tick))
    for name, allowed in CONSTANT_FIGURES.items():
        if name not in SALIENCES:
            cell = (field_names()[name], ())
            yield Entry(name, figure_of(library.constants, name), allowed, (cell,))
    yield from rows(FORUM_FIGURES, cast.forum, library.forums)
    yield from renewals(scenario, cast)
    yield from rows(SIDE_FIGURES, cast.side, library.sides)
    yield from rows(AGENCY_FIGURES, cast.agency, library.agencies)
    yield from rows(ITEM_FIGURES, cast.item, library.items)
    yield from legislatures(scenario, cast)


def rows(
    ranges: Mapping[str, Range], ids: tuple[str, ...], tables: Mapping[str, Table]
) -> Iterator[Entry]:
    """Yield, for every figure, an entry for each id and one that sets them all."""
    for name, allowed in ranges.items():
        code = Code.STRATEGY if name == "strategy" else Code.NUMBER
        paths = tuple(f"{name}.{each}" for each in ids)
        for n, (path, each) in enumerate(zip(paths, ids, strict=True)):
            cell = (field_names()[name], (n,))
            yield Entry(path, figure_of(tables[each], name), allowed, (cell,), code)
        first = figure_of(tables[ids[0]], name)
        yield Entry(name, first, allowed, covers=paths, stated=False)


def renewals(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield the rest of each forum before talks on a new statement."""
    for f, forum in enumerate(cast.forum):
        figure = scenario.library.forums[forum].renewal
        allowed, cell = param_range("renewal"), ("renewal", (f,))
        yield Entry(f"renewal.{forum}", figure or RENEWAL, allowed, (cell,), stated=bool(figure))


def legislatures(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield the lowest level of each item that a side's legislature must pass."""
    allowed = param_range("legislature_from")
    for s, side in enumerate(cast.side):
        for i, item in enumerate(cast.item):
            figure = scenario.library.items[item].legislature.get(side)
            cell = ("legislature_from", (s, i))
            path = f"legislature.{side}.{item}"
            yield Entry(path, figure or LEGISLATURE, allowed, (cell,), stated=bool(figure))
