"""What a table plays, and the lobby it is played from."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import lru_cache

from agents.lobby import Lobby, lobby
from scenarios.load import load
from scenarios.pack import scenario_in
from scenarios.spoken import spoken
from scenarios.tongue import OWN


@dataclass(frozen=True)
class Setup:
    """What a table plays: a scenario under a configuration, from a seed.

    Parameters
    ----------
    scenario, configuration : str
        Ids.
    changes : tuple of str
        Values set for the class, such as ``"session_rate=0"``.
    ai : str
        The strategy of every AI seat; empty for the scenario's own.
    seed : int
        Address of chance, 63 bits; tables of a class share it.
    pack : bytes
        The scenario itself, as the class has brought it along; empty for the shipped one.
    language : str
        In which its texts are read; it plays the same in every one.
    """

    scenario: str
    configuration: str
    changes: tuple[str, ...] = ()
    ai: str = ""
    seed: int = 1
    pack: bytes = field(default=b"", repr=False)
    language: str = OWN


@lru_cache(maxsize=64)
def lobby_of(
    scenario: str,
    configuration: str,
    changes: tuple[str, ...],
    ai: str,
    pack: bytes = b"",
    language: str = OWN,
) -> Lobby:
    """Return a lobby, made once for all tables that play it.

    Raises
    ------
    ScenarioError
        Where an id, a path or a value is wrong.
    """
    chosen = scenario_in(pack, scenario, language) if pack else load(scenario, language)
    return lobby(chosen, configuration, changes, ai)


def lobby_for(setup: Setup) -> Lobby:
    """Return the lobby of a setup."""
    return lobby_of(
        setup.scenario, setup.configuration, setup.changes, setup.ai, setup.pack, setup.language
    )


def in_spoken(setup: Setup) -> Setup:
    """Return a setup in the language of whoever is being shown something now."""
    return setup if setup.language == spoken() else replace(setup, language=spoken())


def seats_of(setup: Setup) -> tuple[str, ...]:
    """Return the seats people may take: the principals of all its forums, in their order."""
    return tuple(dict.fromkeys(card.id for card in lobby_for(setup).seats if card.seated))
