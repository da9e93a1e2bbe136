"""The shared files together: each is checked against the names of all."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter

from scenarios.actors import Actor
from scenarios.agencies import Agency
from scenarios.claims import ClaimsFile
from scenarios.forums import ForumsFile, alone
from scenarios.items import Item, holders
from scenarios.library import Library
from scenarios.names import Id, Names
from scenarios.problems import Problem, ScenarioError
from scenarios.sides import WorldFile
from scenarios.sources import Source
from scenarios.validate import validated

Raw = Mapping[str, Any]

FILES: dict[str, TypeAdapter[Any]] = {
    "sources": TypeAdapter(dict[Id, Source]),
    "world": TypeAdapter(WorldFile),
    "agencies": TypeAdapter(dict[Id, Agency]),
    "items": TypeAdapter(dict[Id, Item]),
    "forums": TypeAdapter(ForumsFile),
    "claims": TypeAdapter(ClaimsFile),
    "actors": TypeAdapter(dict[Id, Actor]),
}
"""The shared files, by name without ending."""


def library_of(raw: Mapping[str, Raw]) -> Library:
    """Return the library that the files make.

    Raises
    ------
    ScenarioError
        With the problems of all.
    """
    names = raw_names(raw)
    read: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, adapter in FILES.items():
        try:
            read[name] = validated(adapter, raw[name], f"{name}.toml", names)
        except ScenarioError as error:
            problems += error.problems
    if problems:
        raise ScenarioError(problems)
    forums, world, claims = read["forums"], read["world"], read["claims"]
    return Library(
        sources=read["sources"],
        sides=world.sides,
        constants=world.constants,
        agencies=read["agencies"],
        items=held(read["items"], read["agencies"]),
        forums=forums.forum,
        configurations={**alone(forums.forum), **forums.configuration},
        claims=claims.claim,
        tensions=claims.tension,
        actors=read["actors"],
        dialogues=forums.dialogue,
    )


def held(items: Mapping[str, Item], agencies: Mapping[str, Agency]) -> dict[str, Item]:
    """Return the items with the holds that agencies state; those an item states go before."""
    made = {}
    for name, item in items.items():
        stated = {each.agency: each.hold for each in item.authority}
        told = {
            agency: each.hold
            for agency, table in agencies.items()
            for each in table.holds
            if name in each.items and agency not in stated
        }
        made[name] = item.model_copy(update={"authority": holders(item.authority, told)})
    return made


def raw_names(raw: Mapping[str, Raw]) -> Names:
    """Return the names that files declare, as far as these can be made out."""
    sources = {
        key: whole(table.get("paragraphs")) for key, table in subtables(raw["sources"]).items()
    }
    agencies = {key: str(table.get("side")) for key, table in subtables(raw["agencies"]).items()}
    forums = subtables(raw["forums"].get("forum"))
    sets = subtables(raw["forums"].get("configuration"))
    return Names(
        sources=sources,
        sides=tuple(subtables(raw["world"].get("sides"))),
        agencies=agencies,
        items=tuple(subtables(raw["items"])),
        forums=tuple(forums),
        configurations=(*forums, *sets),
        claims=tuple(subtables(raw["claims"].get("claim"))),
    )


def subtables(value: object) -> dict[str, Raw]:
    """Return the tables in a table, by key; nothing where there is no table."""
    if not isinstance(value, dict):
        return {}
    return {key: table for key, table in value.items() if isinstance(table, dict)}


def whole(value: object) -> int:
    """Return a whole number, or 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
