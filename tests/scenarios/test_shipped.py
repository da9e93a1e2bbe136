"""The files of this package: all right, all with provenance, all fit to run anywhere."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

import scenarios
from scenarios.arrange import arrange
from scenarios.figures import NEEDS, Figure
from scenarios.load import catalogue, check, library, load
from scenarios.paths import Change, choices
from scenarios.table import Table
from scenarios.world import World
from sim.rules.block import fields
from sim.rules.codes import CHAIR, PRINCIPAL
from sim.rules.params import Params
from sim.rules.sizes import AXES

FOLDER = Path(scenarios.__path__[0])


def figures(value: object) -> Iterator[Figure]:
    """Yield every figure within a table."""
    if isinstance(value, Figure):
        yield value
    elif isinstance(value, Table):
        for key in type(value).model_fields:
            yield from figures(getattr(value, key))
    elif isinstance(value, dict):
        for each in value.values():
            yield from figures(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from figures(each)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_every_file_is_right(path: Path):
    assert [str(problem) for problem in check(path)] == []


def test_the_two_first_scenarios_are_there():
    assert {"economic-2-plus-2", "two-tracks"} <= set(catalogue())


@pytest.mark.parametrize("name", catalogue())
def test_every_figure_says_what_it_rests_on(name: str):
    shelf = load(name).library
    tables = (shelf.agencies, shelf.items, shelf.forums, shelf.sides, shelf.constants)
    stated = [*figures(load(name).sheet), *(each for table in tables for each in figures(table))]
    assert len(stated) > 100
    for figure in stated:
        assert all(getattr(figure, key) is not None for key in NEEDS[figure.basis])
        if figure.basis == "assumed":
            assert figure.choices or (figure.low is not None and figure.high is not None)


@pytest.mark.parametrize("name", catalogue())
def test_every_scenario_runs_under_every_configuration(name: str):
    for configuration in load(name).configurations:
        world = arrange(load(name), configuration)
        check_seats(world)
        check_arrays(world)


def check_seats(world: World) -> None:
    """Check that every forum has one chair for each side, and two sides at least."""
    p = world.params
    assert p.n_forums == len(world.forums) >= 1
    for f in range(p.n_forums):
        seated = [a for a in range(p.n_agencies) if p.role0[f, a] >= PRINCIPAL]
        chairs = [a for a in seated if p.role0[f, a] == CHAIR]
        sides = {int(p.side[a]) for a in seated}
        assert len(sides) >= 2
        assert sorted(int(p.side[a]) for a in chairs) == sorted(sides)


def check_arrays(world: World) -> None:
    """Check that arrays hold finite numbers in their shape, and no red line at L0."""
    assert not (world.params.red_line & 1).any()
    for field in fields(Params):
        value = getattr(world.params, field.name)
        assert np.isfinite(value).all()
        if not field.scalar:
            assert value.shape == (tuple(AXES[axis] for axis in field.axes) or (1,))
            assert value.dtype == (np.int64 if field.whole else np.float64)


@pytest.mark.parametrize("name", catalogue())
def test_both_ends_of_every_stated_figure_can_be_set(name: str):
    """A sweep draws from low to high, so each end must be a value the run takes."""
    world = arrange(load(name))
    ends = [
        [
            Change(entry.path, end)
            for entry in choices(world)
            if entry.stated and (end := room(entry.figure, last)) is not None
        ]
        for last in (0, -1)
    ]
    for changes in ends:
        assert len(changes) > 50
        assert arrange(load(name), None, changes).params.n_items == world.params.n_items


def room(figure: Figure, end: int) -> int | float | str | None:
    """Return the lowest (0) or highest (-1) value of a figure's room, if it has one."""
    return figure.choices[end] if figure.choices else (figure.low, figure.high)[end]


def test_no_clause_stands_in_two_items():
    clauses = [level.clause for item in library().items.values() for level in item.levels[1:]]
    assert len(set(clauses)) == len(clauses)
