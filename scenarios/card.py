"""A scenario on a card: what one needs to know to choose it, and the words to find it by."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from scenarios.calendar import month_name
from scenarios.load import catalogue, load
from scenarios.problems import ScenarioError
from scenarios.scenario import Scenario

FIRST = ("economic-2-plus-2", "two-tracks", "well-oiled-machine", "design-the-forum")
"""The scenarios to begin with, in the order that suits a class."""


@dataclass(frozen=True)
class Delegation:
    """One side of a forum, by the short names of its seats; the first is the chair."""

    id: str
    short: str
    seats: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A forum of the scenario's own configuration."""

    title: str
    label: str
    delegations: tuple[Delegation, ...]


@dataclass(frozen=True)
class Variant:
    """An arm, on a card."""

    id: str
    title: str
    why: str


@dataclass(frozen=True)
class Name:
    """Something a scenario is found by: what it is, its id, and its words.

    Parameters
    ----------
    kind : str
        ``"agency"``, ``"item"``, ``"claim"`` or ``"forum"``; empty for the scenario's own words.
    """

    kind: str
    id: str
    words: str


@dataclass(frozen=True)
class Document:
    """A document a scenario is from, on a card: its id and its title."""

    id: str
    title: str


@dataclass(frozen=True)
class Card:
    """A scenario, in the words of its file.

    Parameters
    ----------
    first : bool
        Whether it is one to begin with.
    """

    id: str
    first: bool
    title: str
    question: str
    story: tuple[str, ...]
    start: str
    """Its first month, such as ``January 2022``."""
    forum: str
    """Id of its configuration."""
    tables: tuple[Table, ...]
    items: tuple[str, ...]
    claims: tuple[Name, ...]
    sources: tuple[Document, ...]
    arms: tuple[Variant, ...]
    names: tuple[Name, ...]


def cards() -> tuple[Card, ...]:
    """Return the shipped scenarios that can be read, those to begin with first."""
    return tuple(card(each) for each in readable().values())


def readable() -> dict[str, Scenario]:
    """Return the shipped scenarios that can be read by their ids, those to begin with first."""
    unread = faulty()
    names = dict.fromkeys([*(name for name in FIRST if name in catalogue()), *catalogue()])
    return {name: load(name) for name in names if name not in unread}


def faulty() -> dict[str, ScenarioError]:
    """Return what is wrong with the shipped scenarios that cannot be read, by their ids."""
    found = {}
    for name in catalogue():
        try:
            load(name)
        except ScenarioError as error:
            found[name] = error
    return found


def card(scenario: Scenario) -> Card:
    """Return the card of one scenario."""
    sheet, library = scenario.sheet, scenario.library
    tables = tuple(table(scenario, forum) for forum in library.configurations[sheet.forum].forums)
    return Card(
        id=sheet.id,
        first=sheet.id in FIRST,
        title=sheet.title,
        question=sheet.question,
        story=tuple(sheet.story),
        start=month_name(sheet.start, language=scenario.language),
        forum=sheet.forum,
        tables=tables,
        items=tuple(library.items[name].short for name in sheet.agenda),
        claims=tuple(Name("claim", name, library.claims[name].title) for name in sheet.claims),
        sources=tuple(
            Document(name, library.sources[name].title)
            for name in dict.fromkeys(each.source for each in sheet.sources)
        ),
        arms=tuple(Variant(arm.id, arm.title, arm.why) for arm in sheet.arm),
        names=tuple(names(scenario)),
    )


def names(scenario: Scenario) -> Iterator[Name]:
    """Yield what a scenario is found by: itself, who is at its tables, its items, its claims."""
    sheet, library = scenario.sheet, scenario.library
    yield Name("", sheet.id, f"{sheet.title} {sheet.question}")
    configurations = [sheet.forum, *(arm.forum for arm in sheet.arm if arm.forum)]
    several = (library.configurations[each].forums for each in configurations)
    forums = dict.fromkeys(chain.from_iterable(several))
    seated = [
        agency for f in forums for seats in library.forums[f].seats.values() for agency in seats
    ]
    for agency in dict.fromkeys([*seated, *sheet.consulted]):
        words = library.agencies[agency]
        yield Name("agency", words.short, words.name)
    for item in sheet.agenda:
        yield Name("item", item, library.items[item].title)
    for claim in sheet.claims:
        yield Name("claim", claim, library.claims[claim].title)
    for forum in forums:
        yield Name("forum", library.forums[forum].short, library.forums[forum].title)


def table(scenario: Scenario, name: str) -> Table:
    """Return a forum with its delegations."""
    library = scenario.library
    forum = library.forums[name]
    return Table(
        title=forum.title,
        label=forum.label,
        delegations=tuple(
            Delegation(
                side, library.sides[side].short, tuple(library.agencies[a].short for a in seats)
            )
            for side, seats in forum.seats.items()
            if seats
        ),
    )
