"""Who and what takes part in a run: the ids behind every index of its arrays."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from scenarios.events import ALL
from scenarios.forums import Forum
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.scenario import Scenario

KINDS = ("forum", "side", "agency", "item", "event", "pressure")


@dataclass(frozen=True)
class Cast:
    """The ids on every axis, in the order of their indices."""

    forum: tuple[str, ...]
    side: tuple[str, ...]
    agency: tuple[str, ...]
    item: tuple[str, ...]
    event: tuple[str, ...]
    pressure: tuple[str, ...]

    @cached_property
    def places(self) -> dict[str, dict[str, int]]:
        """Return the index of every id, by kind."""
        return {kind: {name: n for n, name in enumerate(getattr(self, kind))} for kind in KINDS}

    def index(self, kind: str, name: str) -> int:
        """Return the index of an id.

        Raises
        ------
        ScenarioError
            Where nothing of that kind and name is in the run.
        """
        places = self.places[kind]
        if name not in places:
            near = nearest(name, places)
            raise ScenarioError([Problem("run", kind, shown(name), listed(places), near)])
        return places[name]


def cast_of(scenario: Scenario, configuration: str, named: Collection[str] = ()) -> Cast:
    """Return who and what takes part in a scenario under a configuration.

    Parameters
    ----------
    named : collection of str
        Agencies that take part in any case, because a change of the run names them.
    """
    sheet, library = scenario.sheet, scenario.library
    agencies = agencies_of(scenario, configuration, named)
    sides = {library.agencies[name].side for name in agencies}
    return Cast(
        forum=library.configurations[configuration].forums,
        side=tuple(side for side in library.sides if side in sides),
        agency=agencies,
        item=sheet.agenda,
        event=tuple(event.id for event in sheet.event),
        pressure=tuple(each.id for each in sheet.pressure if each.side in sides),
    )


def agencies_of(
    scenario: Scenario, configuration: str, named: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the agencies of a run, in the order of the shared file.

    They are all that are seated or consulted, or are given a role by an event; and of the
    sides of these, all that hold authority over an item of the agenda.
    """
    sheet, library = scenario.sheet, scenario.library
    found = {*named, *sheet.consulted}
    for forum in library.configurations[configuration].forums:
        for seats in library.forums[forum].seats.values():
            found.update(seats)
    for event in sheet.event:
        roles = (each for each in event.effects if each.kind == "role")
        found.update(each.on for each in roles if each.on and each.on != ALL)
    sides = {library.agencies[name].side for name in found}
    for item in sheet.agenda:
        holders = (each for each in library.items[item].authority if each.hold.value != "none")
        found.update(each.agency for each in holders if library.agencies[each.agency].side in sides)
    return tuple(name for name in library.agencies if name in found)


def forum_items(forum: Forum, agenda: tuple[str, ...]) -> tuple[str, ...]:
    """Return the items of an agenda that a forum takes."""
    return agenda if forum.items is None else tuple(i for i in agenda if i in forum.items)
