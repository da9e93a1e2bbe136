"""Entries of what may happen: events, their effects, and political pressures."""

from collections.abc import Iterator

from scenarios.cast import Cast
from scenarios.effects import Row, effect_rows
from scenarios.events import Event, effect_range
from scenarios.ledger import Code, Entry
from scenarios.ranges import MONTH, SWITCH, param_range
from scenarios.scenario import Scenario
from scenarios.unstated import SWITCH as ON


def event_entries(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield, for each event, its switch, its month or chance, and the sizes of its effects."""
    rows = tuple(effect_rows(scenario, cast))
    for e, event in enumerate(scenario.sheet.event):
        path = f"event.{event.id}"
        dated, random = ("event_month", (e,)), ("event_chance", (e,))
        yield Entry(path, ON, SWITCH, (dated, random), Code.SWITCH, stated=False)
        if event.month:
            yield Entry(f"{path}.month", event.month, MONTH, (dated,))
        if event.chance:
            yield Entry(f"{path}.chance", event.chance, param_range("event_chance"), (random,))
        yield from size_entries(event, e, rows)


def size_entries(event: Event, e: int, rows: tuple[Row, ...]) -> Iterator[Entry]:
    """Yield the sizes of the effects that are in the run: ``event.<id>.effects.<n>``, from 0."""
    for n, effect in enumerate(event.effects):
        cells = tuple(
            ("effect_size", (x,)) for x, row in enumerate(rows) if (row.event, row.effect) == (e, n)
        )
        code = Code.ROLE if effect.kind == "role" else Code.NUMBER
        path = f"event.{event.id}.effects.{n}"
        if cells:
            yield Entry(path, effect.size, effect_range(effect.kind), cells, code)


def pressure_entries(scenario: Scenario, cast: Cast) -> Iterator[Entry]:
    """Yield the strength of each pressure and its weight on the items of the run."""
    pressures = {each.id: each for each in scenario.sheet.pressure}
    for k, name in enumerate(cast.pressure):
        path, cell = f"pressure.{name}", ("pressure0", (k,))
        yield Entry(path, pressures[name].strength, param_range("pressure"), (cell,))
        for i, item in enumerate(cast.item):
            if figure := pressures[name].items.get(item):
                weight = ("pressure_weight", (k, i))
                allowed = param_range("pressure_weight")
                yield Entry(f"{path}.{item}", figure, allowed, (weight,))
