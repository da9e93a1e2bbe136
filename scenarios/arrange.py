"""From a scenario to arrays: a world, as ``sim.rules.params`` describes it."""

from collections.abc import Sequence
from itertools import chain

from scenarios.cast import Cast, cast_of, forum_items
from scenarios.chairs import chaired
from scenarios.changes import applied, named_agencies
from scenarios.effects import effect_rows
from scenarios.event_entries import event_entries, pressure_entries
from scenarios.ledger import Entry, write
from scenarios.paths import Change
from scenarios.plain_entries import plain_entries
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.scenario import Scenario
from scenarios.score_entries import score_entries
from scenarios.seat_entries import seat_entries
from scenarios.stance_entries import stance_entries
from scenarios.world import World, world_on
from sim.rules.block import Block, empty_block
from sim.rules.codes import POSTURES
from sim.rules.params import Params


def arrange(
    scenario: Scenario, configuration: str | None = None, changes: Sequence[Change] = ()
) -> World:
    """Return a scenario under a configuration, with changes, as a world.

    Parameters
    ----------
    configuration : str, optional
        Id of a forum or of a named set of forums; by default the scenario's own.
    changes : sequence of Change
        Values to set; a change of a single thing outdoes one of many, whatever their order.

    Raises
    ------
    ScenarioError
        Where there is no such configuration, or a change names no path of the run or a value
        out of range.

    Examples
    --------
    >>> from scenarios.load import load
    >>> world = arrange(load("two-tracks"), "economic-2-plus-2")
    >>> world.params.n_forums, world.forums
    (1, ('economic-2-plus-2',))
    """
    chosen = known_configuration(scenario, configuration)
    cast = cast_of(scenario, chosen, named_agencies(scenario, changes))
    ledger = chaired(applied(ledger_of(scenario, cast), changes), scenario, cast, changes)
    block = empty_block(Params)
    write_structure(block, scenario, cast)
    write(block, ledger.values())
    return world_on(scenario, chosen, cast, ledger, block)


def known_configuration(scenario: Scenario, configuration: str | None) -> str:
    """Return the id of the configuration asked for, or the scenario's own."""
    chosen = scenario.sheet.forum if configuration is None else configuration
    choices = scenario.library.configurations
    if chosen not in choices:
        near = nearest(chosen, choices)
        problem = Problem(scenario.file, "configuration", shown(chosen), listed(choices), near)
        raise ScenarioError([problem])
    return chosen


def ledger_of(scenario: Scenario, cast: Cast) -> dict[str, Entry]:
    """Return the ledger of a run: every entry, by path."""
    parts = (
        plain_entries,
        seat_entries,
        stance_entries,
        score_entries,
        pressure_entries,
        event_entries,
    )
    entries = chain.from_iterable(part(scenario, cast) for part in parts)
    return {entry.path: entry for entry in entries}


def write_structure(block: Block, scenario: Scenario, cast: Cast) -> None:
    """Write what is no figure: how many there are, and what belongs to what."""
    library, row = scenario.library, block[0]
    rows = tuple(effect_rows(scenario, cast))
    row["n_forums"], row["n_sides"] = len(cast.forum), len(cast.side)
    row["n_agencies"], row["n_items"] = len(cast.agency), len(cast.item)
    row["n_events"], row["n_effects"] = len(cast.event), len(rows)
    row["n_pressures"] = len(cast.pressure)
    for a, name in enumerate(cast.agency):
        row["side"][a] = cast.side.index(library.agencies[name].side)
    for i, name in enumerate(cast.item):
        row["posture"][i] = POSTURES.index(library.items[name].posture)
    for f, name in enumerate(cast.forum):
        for item in forum_items(library.forums[name], cast.item):
            row["agenda"][f, cast.item.index(item)] = 1
    sides = {each.id: each.side for each in scenario.sheet.pressure}
    for k, name in enumerate(cast.pressure):
        row["pressure_side"][k] = cast.side.index(sides[name])
    for x, effect in enumerate(rows):
        row["effect_event"][x], row["effect_kind"][x] = effect.event, effect.kind
        row["effect_on"][x], row["effect_of"][x] = effect.on, effect.of
