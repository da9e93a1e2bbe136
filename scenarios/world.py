"""A world: a scenario under a forum configuration, ready to run."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from scenarios.cast import Cast
from scenarios.figures import Figure
from scenarios.ledger import Entry
from scenarios.problems import Problem, ScenarioError, listed, nearest, shown
from scenarios.scenario import Scenario
from scenarios.wording import among_many
from sim.rules.block import Block, views
from sim.rules.params import Params


@dataclass(frozen=True, eq=False)
class World:
    """What a run starts from: arrays for the rules, ids and words for everyone else."""

    scenario: Scenario
    configuration: str
    cast: Cast
    ledger: Mapping[str, Entry]
    """Every path that can be set, in the order of the files."""
    params: Params
    block: Block
    """The memory behind ``params``; read, never written, once the world is made."""

    def __reduce__(self) -> tuple[Callable[..., "World"], tuple[Any, ...]]:
        """Let a world travel to a worker process, its arrays still views on its block."""
        parts = (self.scenario, self.configuration, self.cast, self.ledger, self.block)
        return (world_on, parts)

    @property
    def forums(self) -> tuple[str, ...]:
        """Return the ids of the forums, by index."""
        return self.cast.forum

    @property
    def sides(self) -> tuple[str, ...]:
        """Return the ids of the sides, by index."""
        return self.cast.side

    @property
    def agencies(self) -> tuple[str, ...]:
        """Return the ids of the agencies, by index."""
        return self.cast.agency

    @property
    def items(self) -> tuple[str, ...]:
        """Return the ids of the items, by index; items no forum takes are among them."""
        return self.cast.item

    @property
    def events(self) -> tuple[str, ...]:
        """Return the ids of the events, by index."""
        return self.cast.event

    @property
    def pressures(self) -> tuple[str, ...]:
        """Return the ids of the pressures, by index."""
        return self.cast.pressure

    @property
    def digest(self) -> str:
        """Return the SHA-256 of all that bears on a run: the ids and the arrays."""
        ids = repr((self.configuration, self.cast)).encode()
        return hashlib.sha256(ids + self.block.tobytes()).hexdigest()

    def index(self, kind: str, name: str) -> int:
        """Return the index of an id; kinds are forum, side, agency, item, event, pressure."""
        return self.cast.index(kind, name)

    def name(self, kind: str, name: str) -> str:
        """Return the full name of a forum, side, agency, item, event or pressure."""
        return words(self.scenario, kind, name)[0]

    def short(self, kind: str, name: str) -> str:
        """Return its short name, for screens."""
        return words(self.scenario, kind, name)[1]

    def label(self, item: str, level: int) -> str:
        """Return the words for a level of an item."""
        return self.scenario.library.items[item].levels[level].text

    def clause(self, item: str, level: int) -> str:
        """Return the sentence that a level puts into the joint statement; empty at L0."""
        clause = self.scenario.library.items[item].levels[level].clause
        return clause if len(self.sides) == 2 else among_many(clause)

    def figure(self, path: str) -> Figure:
        """Return the figure behind a parameter, such as ``position.jp-meti.I01`` or ``pace``.

        Raises
        ------
        ScenarioError
            Where the run has no such path; it names the nearest.
        """
        return self.entry(path).figure

    def entry(self, path: str) -> Entry:
        """Return the entry of a path in the ledger."""
        if path not in self.ledger:
            near = nearest(path, self.ledger)
            allowed = listed(self.ledger, most=0)
            raise ScenarioError([Problem("run", "path", shown(path), allowed, near)])
        return self.ledger[path]


def world_on(
    scenario: Scenario,
    configuration: str,
    cast: Cast,
    ledger: Mapping[str, Entry],
    block: Block,
) -> World:
    """Return the world whose parameters are in a block of memory."""
    return World(scenario, configuration, cast, ledger, views(Params, block), block)


def words(scenario: Scenario, kind: str, name: str) -> tuple[str, str]:
    """Return the full and the short name behind an id of the run."""
    library, sheet = scenario.library, scenario.sheet
    match kind:
        case "side":
            return library.sides[name].name, library.sides[name].short
        case "agency":
            return library.agencies[name].name, library.agencies[name].short
        case "forum":
            return library.forums[name].title, library.forums[name].short
        case "item":
            return library.items[name].title, library.items[name].short
    titles = {event.id: event.title for event in sheet.event}
    titles |= {pressure.id: pressure.title for pressure in sheet.pressure}
    return titles[name], name
