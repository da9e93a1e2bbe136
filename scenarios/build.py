"""From the tables of a scenario file to a scenario, or to every problem of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import Any

from pydantic import TypeAdapter

from scenarios.brought import KEY, brought
from scenarios.inherit import inherited
from scenarios.library import Library, adapted
from scenarios.names import Names
from scenarios.problems import Problem, ScenarioError, shown
from scenarios.room import crowded
from scenarios.scenario import Scenario
from scenarios.schema import Sheet
from scenarios.span import cut_short
from scenarios.validate import validated

SHEET: TypeAdapter[Sheet] = TypeAdapter(Sheet)


@dataclass(frozen=True)
class Builder:
    """What scenarios are built on: a library, and other scenarios that they may extend."""

    library: Library
    catalogue: tuple[str, ...]
    fetch: Callable[[str], dict[str, Any]]
    """Returns the tables of a scenario of the catalogue by its id."""

    def scenario(self, raw: dict[str, Any], file: str) -> Scenario:
        """Return the scenario that the tables of a file make.

        Raises
        ------
        ScenarioError
            With every problem of the file, and of the one it extends.
        """
        whole, line = inherited(raw, file, self.fetch, self.catalogue)
        if KEY in whole:
            own = brought(whole, file, self.library)
            return replace(self, library=own).scenario(without(whole, KEY), file)
        problems = misnamed(whole, file)
        try:
            sheet = validated(SHEET, whole, file, self.names(whole))
        except ScenarioError as error:
            problems += error.problems
        else:
            scenario = Scenario(sheet, adapted(self.library, sheet))
            problems += crowded(scenario, file)
            problems += cut_short(scenario, file)
        if problems:
            raise ScenarioError(self.attributed(problems, line))
        return scenario

    def names(self, raw: dict[str, Any]) -> Names:
        """Return the names that a scenario may use: the library's, and its own pressures."""
        pressures = raw.get("pressure")
        tables = pressures if isinstance(pressures, list) else []
        ids = (table.get("id") for table in tables if isinstance(table, dict))
        own = tuple(each for each in ids if isinstance(each, str))
        return replace(self.library.names, pressures=own)

    def attributed(self, problems: list[Problem], line: tuple[str, ...]) -> list[Problem]:
        """Return problems, those that stem from the extended file told as that file's."""
        if not line:
            return problems
        try:
            self.scenario(self.fetch(line[0]), f"{line[0]}.toml")
        except ScenarioError as error:
            theirs = {(each.key, each.found) for each in error.problems}
            own = [each for each in problems if (each.key, each.found) not in theirs]
            return [*error.problems, *own]
        return problems


def without(raw: dict[str, Any], key: str) -> dict[str, Any]:
    """Return tables without one of them."""
    return {name: table for name, table in raw.items() if name != key}


def misnamed(raw: dict[str, Any], file: str) -> list[Problem]:
    """Return the problem that the id is not the name of the file, if so."""
    stem, name = PurePath(file).stem, raw.get("id")
    if not isinstance(name, str) or name == stem:
        return []
    return [Problem(file, "id", shown(name), f"{shown(stem)}, the name of the file")]
