"""Entries of what agencies want on items: positions, salience, red lines, authority."""

from collections.abc import Iterator, Mapping

from scenarios.agencies import Stance
from scenarios.cast import Cast
from scenarios.figures import Figure
from scenarios.ledger import Cell, Code, Entry
from scenarios.parameters import figure_of
from scenarios.ranges import HOLD as HOLD_RANGE
from scenarios.ranges import LEVEL, param_range
from scenarios.scenario import Scenario
from scenarios.sides import SALIENCES
from scenarios.unstated import HOLD, OUTSIDE, RED_LINE, RED_LINE_BELOW

NO_STANCE = Stance()


def stance_entries(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield the entries of every agency and item, after the defaults that they may take."""
    yield from positions(scenario, cast)
    yield from saliences(scenario, cast)
    yield from own(scenario, cast, "outside", "outside", Code.NUMBER, OUTSIDE)
    yield from own(scenario, cast, "red_line", "red_line", Code.ABOVE, RED_LINE)
    yield from own(scenario, cast, "red_line_below", "red_line", Code.BELOW, RED_LINE_BELOW)
    for agency, item, index in pairs(cast):
        held = hold(scenario, agency, item)
        path, cell = f"authority.{agency}.{item}", ("authority", index)
        yield Entry(path, held or HOLD, HOLD_RANGE, (cell,), Code.HOLD, stated=held is not None)


def positions(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield positions: by default each agency takes its side's on the item."""
    library = scenario.library
    defaults = {
        f"position.{side}.{item}": library.items[item].position_of(side)
        for side in cast.side
        for item in cast.item
    }
    taken = {
        (agency, item): f"position.{library.agencies[agency].side}.{item}"
        for agency, item, _ in pairs(cast)
    }
    yield from with_defaults(scenario, cast, "position", defaults, taken)


def saliences(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield saliences: by default each follows from the agency's hold over the item."""
    constants = scenario.library.constants
    defaults = {name: figure_of(constants, name) for name in SALIENCES}
    names = dict(zip(("lead", "share", "none"), SALIENCES, strict=True))
    taken = {
        (agency, item): names[str((hold(scenario, agency, item) or HOLD).value)]
        for agency, item, _ in pairs(cast)
    }
    yield from with_defaults(scenario, cast, "salience", defaults, taken)


def with_defaults(
    scenario: Scenario,
    cast: Cast,
    name: str,
    defaults: Mapping[str, Figure],
    taken: Mapping[tuple[str, str], str],
) -> Iterator[Entry]:
    """Yield the defaults with all cells that take them, then an entry for each single cell.

    Parameters
    ----------
    defaults : mapping
        The figure of each default, by path.
    taken : mapping
        The path of the default that an agency takes on an item.
    """
    allowed = param_range(name)
    shared: dict[str, list[Cell]] = {path: [] for path in defaults}
    single = []
    for agency, item, index in pairs(cast):
        path, cell = f"{name}.{agency}.{item}", (name, index)
        if figure := getattr(stance(scenario, agency, item), name):
            single.append(Entry(path, figure, allowed, (cell,)))
        else:
            default = taken[agency, item]
            shared[default].append(cell)
            figure = defaults[default]
            single.append(Entry(path, figure, allowed, (cell,), default=default, stated=False))
    for path, figure in defaults.items():
        yield Entry(path, figure, allowed, tuple(shared[path]))
    yield from single


def own(
    scenario: Scenario, cast: Cast, name: str, field: str, code: Code, default: Figure
) -> Iterator[Entry]:
    """Yield entries of a figure that a stance states or that has a fixed default."""
    allowed = LEVEL if field == "red_line" else param_range(name)
    for agency, item, index in pairs(cast):
        figure: Figure | None = getattr(stance(scenario, agency, item), name)
        path, cell = f"{name}.{agency}.{item}", (field, index)
        yield Entry(path, figure or default, allowed, (cell,), code, stated=figure is not None)


def pairs(cast: Cast) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield every agency and item with their indices."""
    for a, agency in enumerate(cast.agency):
        for i, item in enumerate(cast.item):
            yield agency, item, (a, i)


def stance(scenario: Scenario, agency: str, item: str) -> Stance:
    """Return an agency's stance on an item; an empty one where it has none."""
    return scenario.library.agencies[agency].stance.get(item, NO_STANCE)


def hold(scenario: Scenario, agency: str, item: str) -> Figure | None:
    """Return the hold of an agency over an item."""
    held = {each.agency: each.hold for each in scenario.library.items[item].authority}
    return held.get(agency)
