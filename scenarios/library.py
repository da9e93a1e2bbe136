"""What all scenarios share, and what one scenario makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scenarios.actors import Actor
from scenarios.agencies import Agency
from scenarios.claims import Claim, Tension
from scenarios.figures import Figure
from scenarios.forums import Configuration, Dialogue, Forum
from scenarios.items import Item, ItemChange, holders
from scenarios.names import Names
from scenarios.schema import Sheet
from scenarios.sides import Constants, Side
from scenarios.sources import Source
from scenarios.table import Table


@dataclass(frozen=True)
class Library:
    """The shared files, by id and in the order of the files."""

    sources: Mapping[str, Source]
    sides: Mapping[str, Side]
    constants: Constants
    agencies: Mapping[str, Agency]
    items: Mapping[str, Item]
    forums: Mapping[str, Forum]
    configurations: Mapping[str, Configuration]
    """Every forum by itself, and the named sets of forums."""
    claims: Mapping[str, Claim]
    tensions: tuple[Tension, ...]
    actors: Mapping[str, Actor] = field(default_factory=dict)
    dialogues: Mapping[str, Dialogue] = field(default_factory=dict)

    @property
    def names(self) -> Names:
        """Return the names that a scenario may use."""
        return Names(
            sources={key: source.paragraphs or 0 for key, source in self.sources.items()},
            sides=tuple(self.sides),
            agencies={name: agency.side for name, agency in self.agencies.items()},
            items=tuple(self.items),
            forums=tuple(self.forums),
            configurations=tuple(self.configurations),
            claims=tuple(self.claims),
        )


def adapted(library: Library, sheet: Sheet) -> Library:
    """Return the library with a scenario's own figures and words in it."""
    constants = library.constants
    return replace(
        library,
        sides=all_changed(library.sides, sheet.sides),
        constants=changed(constants, sheet.constants) if sheet.constants else constants,
        agencies=all_changed(library.agencies, sheet.agencies),
        items=items_changed(library.items, sheet.items),
        forums=all_changed(library.forums, sheet.forums),
    )


def items_changed(items: Mapping[str, Item], changes: Mapping[str, ItemChange]) -> dict[str, Item]:
    """Return items by id, those that have changes with their changes."""
    made = all_changed(items, changes)
    for name, change in changes.items():
        authority = holders(items[name].authority, change.authority)
        made[name] = made[name].model_copy(update={"authority": authority})
    return made


def all_changed[Kind: Table](
    tables: Mapping[str, Kind], changes: Mapping[str, Table]
) -> dict[str, Kind]:
    """Return tables by name, those that have changes with their changes."""
    return {
        name: changed(table, changes[name]) if name in changes else table
        for name, table in tables.items()
    }


def changed[Kind: Table](table: Kind, change: Table) -> Kind:
    """Return a table with the keys that a change gives; tables within it change key by key."""
    update = {}
    for key in change.model_fields_set:
        new, old = getattr(change, key), getattr(table, key)
        if isinstance(new, dict) and isinstance(old, dict):
            new = {**old, **{name: within(old.get(name), each) for name, each in new.items()}}
        if new is not None:
            update[key] = new
    return table.model_copy(update=update)


def within(old: Table | None, new: Table) -> Table:
    """Return a table within a table with its changes; a figure is replaced as a whole."""
    return new if old is None or isinstance(new, Figure) else changed(old, new)
