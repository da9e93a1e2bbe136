"""The lobby before a game: which seats there are, who plays them, and the way to the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from agents.moment import Past
from agents.registry import STRATEGIES
from agents.strategies.strategy import Strategy
from agents.table import START, Table, seated_at
from scenarios.arrange import arrange
from scenarios.compare import with_arm
from scenarios.load import load
from scenarios.paths import Change, parse
from scenarios.scenario import Scenario
from scenarios.spoken import speaking
from scenarios.told import told
from scenarios.world import World
from sim.play.phrases import ended
from sim.rules.codes import PRINCIPAL, ROLES
from sim.rules.codes import STRATEGIES as NAMES

BASELINES = ("random", "nash")
"""Strategies that nobody negotiates by; they are there to be measured against."""


@dataclass(frozen=True)
class SeatCard:
    """One seat that a person may take, or that a strategy plays."""

    id: str
    name: str
    short: str
    side: str
    forum: str
    role: str
    seated: bool
    who: str
    wants: str
    strategy: str
    title: str
    manner: str
    strength: int


@dataclass(frozen=True, eq=False)
class Lobby:
    """A world in which nobody has sat down yet."""

    world: World
    changes: tuple[Change, ...]
    seats: tuple[SeatCard, ...]

    def sit(self, seed: int, seats: Sequence[str], past: Past = START) -> Table:
        """Return a new table at which people hold some seats, up to their first question."""
        return seated_at(self.world, seed, seats, self.changes, past)


def opponents() -> list[dict[str, Any]]:
    """Return the strategies an AI seat may have, the easiest to play against first."""
    able = [each for each in STRATEGIES.values() if each.name not in BASELINES]
    return [
        {"id": each.name, "strength": each.strength} | called(each)
        for each in sorted(able, key=lambda each: each.strength)
    ]


def lobby(
    scenario: str | Scenario,
    configuration: str | None = None,
    changes: Sequence[str] = (),
    ai: str = "",
    arm: str = "",
) -> Lobby:
    """Return the lobby of a scenario.

    Parameters
    ----------
    scenario : str or Scenario
        Id of a shipped one, or one that was read elsewhere.
    changes : sequence of str
        Values to set, such as ``"gridlock.us=0.8"``.
    ai : str
        The strategy of every AI seat; by default each has the scenario's own.
    arm : str
        Id of one of the scenario's arms; by default none.

    Raises
    ------
    ScenarioError
        Where an id, a path or a value is wrong.

    Examples
    --------
    >>> seats = lobby("economic-2-plus-2", ai="conceder").seats
    >>> [(each.short, each.title) for each in seats if each.seated][0]
    ('State', 'Conceder')
    """
    chosen = load(scenario) if isinstance(scenario, str) else scenario
    given = tuple(parse(each) for each in changes)
    forum, made = with_arm(chosen, arm or None, configuration or None, given)
    world = arrange(chosen, forum, made)
    if ai:
        forced = (f"strategy.{seat}={ai}" for seat in world.agencies)
        made = (*made, *(parse(each) for each in forced))
        world = arrange(chosen, forum, made)
    with speaking(chosen.language):
        return Lobby(world, made, tuple(cards(world)))


def cards(world: World) -> list[SeatCard]:
    """Return a card of every agency with a part in a forum, those at the table first."""
    found = [
        card(world, f, a)
        for f in range(world.params.n_forums)
        for a in range(world.params.n_agencies)
        if world.params.role0[f, a] > 0
    ]
    known: dict[str, SeatCard] = {}
    for each in sorted(found, key=lambda each: not each.seated):
        known.setdefault(each.id, each)
    return list(known.values())


def card(world: World, f: int, a: int) -> SeatCard:
    """Return the card of an agency at a forum."""
    seat = world.agencies[a]
    words = world.scenario.library.agencies[seat]
    role = int(world.params.role0[f, a])
    strategy = STRATEGIES[NAMES[world.params.strategy[a]]]
    return SeatCard(
        id=seat,
        name=world.name("agency", seat),
        short=world.short("agency", seat),
        side=world.sides[int(world.params.side[a])],
        forum=world.short("forum", world.forums[f]),
        role=ROLES[role],
        seated=role >= PRINCIPAL,
        who=ended(world, words.who),
        wants=ended(world, words.wants),
        strategy=strategy.name,
        strength=strategy.strength,
        **called(strategy),
    )


def called(strategy: Strategy) -> dict[str, str]:
    """Return a strategy's title and manner, in the language of whoever is being shown them."""
    return {
        "title": told("choice", strategy.name, strategy.title),
        "manner": told("manner", strategy.name, strategy.manner),
    }
