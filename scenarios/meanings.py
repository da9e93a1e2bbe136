"""What the paths of a run mean, in words."""

from collections.abc import Iterable, Mapping

from scenarios.ledger import Entry
from scenarios.ranges import field_names
from scenarios.told import told
from scenarios.world import World, words
from sim.rules.block import fields
from sim.rules.params import Params

OWN = {
    "role": "how the agency takes part in the forum",
    "seat": "how the agency takes part in every forum of the run",
    "consult": "how an agency without a seat is treated",
    "red_line": "the highest level the agency may accept; 4 for no such line",
    "red_line_below": "the lowest level the agency may accept; 0 for no such line",
    "authority": "the part the agency has in its side's authority over the item",
    "salience_lead": "how much an item matters to an agency that leads on it",
    "salience_share": "how much an item matters to an agency that shares authority over it",
    "salience_other": "how much an item matters to an agency without authority over it",
    "strategy": "the agency's negotiating strategy",
    "legislature": "lowest level that the legislature must pass; 5 for none",
}
"""Paths whose meaning is not that of the parameter they lead to, by their first part."""
EVENT = {2: "whether the event may happen at all", 4: "size of what the event changes"}
"""Paths of events, by how many parts they have."""


def meaning(entry: Entry, ledger: Mapping[str, Entry]) -> str:
    """Return what a path sets, in the language of whoever is being shown it."""
    parts = entry.path.split(".")
    if parts[0] == "event" and len(parts) in EVENT:
        return told("event", str(len(parts)), EVENT[len(parts)])
    if parts[0] in OWN:
        return told("path", parts[0], OWN[parts[0]])
    source = ledger[entry.covers[0]] if entry.covers else entry
    table = {field.name: field.meaning for field in fields(Params)}
    # A default that every agency outdoes leads to no cell; its parameter has the same name.
    name = source.cells[0][0] if source.cells else field_names()[parts[0]]
    return told("meaning", name, table[name])


def about(world: World, entry: Entry) -> str:
    """Return the names of what a path is about, such as ``State, Export controls``."""
    parts = entry.path.split(".")[1:]
    if not parts:
        count = len(entry.covers)
        return told("form", "all", "all {count}").format(count=count) if count > 1 else ""
    if entry.path.startswith("event.") and parts[-1].isdecimal():
        return titled(name_of(world, parts[0]), change(world, parts[0], int(parts[-1])))
    return listed(name_of(world, part) for part in parts)


def titled(*parts: str) -> str:
    """Return what something is called, the widest first: ``energy prices: emphasis, Energy``."""
    return told("form", "of", ": ").join(filter(None, parts))


def listed(names: Iterable[str]) -> str:
    """Return names in a row, without those that are empty."""
    return told("form", "list", ", ").join(filter(None, names))


def change(world: World, event: str, number: int) -> str:
    """Return what one effect of an event changes, such as ``emphasis, Energy security``."""
    events = {each.id: each for each in world.scenario.sheet.event}
    effect = events[event].effects[number]
    targets = (
        each and (name_of(world, each) or told("effect", each, each))
        for each in (effect.on, effect.of)
    )
    return listed((told("effect", effect.kind, effect.kind), *(each or "" for each in targets)))


def name_of(world: World, part: str) -> str:
    """Return the name behind a part of a path; empty where it is no id."""
    cast = {
        "forum": world.forums,
        "side": world.sides,
        "agency": world.agencies,
        "item": world.items,
        "event": world.events,
        "pressure": world.pressures,
    }
    for kind, ids in cast.items():
        if part in ids:
            full, short = words(world.scenario, kind, part)
            return full if kind in ("event", "pressure", "side") else short
    return ""
