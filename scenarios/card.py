"""A scenario on a card: what one needs to know to choose it, and the words to find it by."""

from dataclasses import dataclass

from scenarios.load import catalogue, load
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
class Card:
    """A scenario, in the words of its file."""

    id: str
    title: str
    question: str
    story: tuple[str, ...]
    start: str
    """Its first month, such as ``January 2022``."""
    forum: str
    tables: tuple[Table, ...]
    items: tuple[str, ...]
    claims: tuple[str, ...]
    sources: tuple[str, ...]
    arms: int
    found_by: str
    """All names in it, in lower case."""


def cards() -> tuple[Card, ...]:
    """Return the shipped scenarios, those to begin with first."""
    names = [*(name for name in FIRST if name in catalogue())]
    names += [name for name in catalogue() if name not in names]
    return tuple(card(load(name)) for name in names)


def card(scenario: Scenario) -> Card:
    """Return the card of one scenario."""
    sheet, library = scenario.sheet, scenario.library
    tables = tuple(table(scenario, forum) for forum in library.configurations[sheet.forum].forums)
    agencies = {
        name
        for forum in library.configurations[sheet.forum].forums
        for seats in library.forums[forum].seats.values()
        for name in seats
    }
    agencies |= sheet.consulted.keys()
    words = [sheet.id, sheet.title, sheet.question, *sheet.claims]
    words += [library.forums[each].title for each in library.configurations[sheet.forum].forums]
    for name in agencies:
        words += [library.agencies[name].name, library.agencies[name].short]
    for name in sheet.agenda:
        words += [name, library.items[name].title]
    return Card(
        id=sheet.id,
        title=sheet.title,
        question=sheet.question,
        story=tuple(sheet.story),
        start=f"{sheet.start:%B %Y}",
        forum=library.configurations[sheet.forum].title,
        tables=tables,
        items=tuple(library.items[name].short for name in sheet.agenda),
        claims=tuple(sheet.claims),
        sources=tuple(dict.fromkeys(each.source for each in sheet.sources)),
        arms=len(sheet.arm),
        found_by=" ".join(words).lower(),
    )


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
