"""A scenario that brings its own library: sides, agencies, items and forums of its own world.

Its table ``[library]`` has the tables of the shared files. None of the shared sides, agencies,
items and forums is then there; the constants are, and the sources, to which its own are added.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from scenarios.agencies import Agency
from scenarios.forums import ForumsFile, alone
from scenarios.items import Item
from scenarios.library import Library
from scenarios.names import Id, Names
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.shared import held, subtables, whole
from scenarios.sides import Side
from scenarios.sources import Source
from scenarios.validate import validated
from sim.rules.sizes import SIDES

KEY = "library"
Sides = Annotated[dict[Id, Side], Field(min_length=2, max_length=SIDES)]
TABLES: dict[str, TypeAdapter[Any]] = {
    "sources": TypeAdapter(dict[Id, Source]),
    "sides": TypeAdapter(Sides),
    "agencies": TypeAdapter(dict[Id, Agency]),
    "items": TypeAdapter(dict[Id, Item]),
    "forum": TypeAdapter(ForumsFile),
}
"""The tables within, by name."""


def brought(raw: Mapping[str, Any], file: str, shared: Library) -> Library:
    """Return the library that the tables of a scenario bring.

    Raises
    ------
    ScenarioError
        With every problem of the tables.
    """
    own = raw[KEY] if isinstance(raw[KEY], dict) else {}
    names = own_names(own, shared)
    read: dict[str, Any] = {}
    problems = [unknown(file, key) for key in own if key not in TABLES]
    for name, adapter in TABLES.items():
        table: Any = own.get(name, {})
        try:
            inner = {name: table} if name == "forum" else table
            read[name] = validated(adapter, inner, file, names)
        except ScenarioError as error:
            head = KEY if name == "forum" else f"{KEY}.{name}"
            problems += [within(each, head) for each in error.problems]
    if problems:
        raise ScenarioError(problems)
    forums = read["forum"].forum
    return replace(
        shared,
        sources={**shared.sources, **read["sources"]},
        sides=read["sides"],
        agencies=read["agencies"],
        items=held(read["items"], read["agencies"]),
        forums=forums,
        configurations=alone(forums),
        actors={},
        dialogues={},
    )


def own_names(own: Mapping[str, Any], shared: Library) -> Names:
    """Return the names that the tables declare, as far as these can be made out."""
    sources = {k: whole(v.get("paragraphs")) for k, v in subtables(own.get("sources")).items()}
    agencies = {k: str(v.get("side")) for k, v in subtables(own.get("agencies")).items()}
    forums = tuple(subtables(own.get("forum")))
    return replace(
        shared.names,
        sources={**shared.names.sources, **sources},
        sides=tuple(subtables(own.get("sides"))),
        agencies=agencies,
        items=tuple(subtables(own.get("items"))),
        forums=forums,
        configurations=forums,
    )


def unknown(file: str, key: str) -> Problem:
    """Return the problem that there is no such table in a library."""
    return Problem(file, f"{KEY}.{key}", shown(key), listed(TABLES), nearest(key, TABLES))


def within(problem: Problem, head: str) -> Problem:
    """Return a problem of an inner table with the whole of its key."""
    dot = "." if problem.key else ""
    return replace(problem, key=f"{head}{dot}{problem.key}")
