"""A moment of a run: all it takes to have it again, so that people can sit down there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from agents.bots import bot_move
from scenarios.paths import Change
from sim.play.apply import apply
from sim.play.game import Game
from sim.play.moves import Move, from_json, whole

MOST = 5000
"""Most moves before people sit down; no run has more."""


@dataclass(frozen=True)
class Past:
    """What is played before people sit down.

    Parameters
    ----------
    length : int
        How many moves.
    own : mapping of number to Move
        Those that neither bots nor chance would make, numbered from 1; they make the others.
    run : int
        Number of the run, a part of the address of chance.
    """

    length: int = 0
    own: Mapping[int, Move] = field(default_factory=dict)
    run: int = 0


@dataclass(frozen=True)
class Moment:
    """A run, and how far it has come.

    Parameters
    ----------
    state : str
        Digest of the state.
    own : tuple of mappings
        ``Past.own`` as plain data: each move as its log has it, with its number ``n``.
    """

    scenario: str
    configuration: str
    changes: tuple[str, ...]
    seed: int
    run: int
    move: int
    state: str
    own: tuple[Mapping[str, Any], ...] = ()


def origin(start: Game, changes: Sequence[Change]) -> Moment:
    """Return the moment before the first move; ``changes`` are those made in the world."""
    return Moment(
        scenario=start.world.scenario.id,
        configuration=start.world.configuration,
        changes=tuple(map(str, changes)),
        seed=start.seed,
        run=start.run,
        move=0,
        state=start.digest,
    )


def own_moves(start: Game, moves: Sequence[Move], bots: Sequence[bool]) -> Iterator[dict[str, Any]]:
    """Yield the moves that neither bots nor chance would make, each with its number ``n``.

    Parameters
    ----------
    start
        The game before the first move.
    bots
        Of each move, whether it is known to be a bot's or chance's; the others are looked into.
    """
    if all(bots):
        return
    game = start
    for n, (move, known) in enumerate(zip(moves, bots, strict=True), start=1):
        # as data: a log may have the phases of a draw in another order
        if not known and bot_move(game).as_json() != move.as_json():
            yield {"n": n, **move.as_json()}
        game = apply(game, move)


def past_of(length: int, run: int, own: object) -> Past:
    """Return the past that plain data tells of, as ``own_moves`` wrote it.

    Raises
    ------
    ValueError
        Where it is none.
    """
    if not isinstance(own, list) or len(own) > MOST:
        raise ValueError("no moves")
    found = {}
    for each in own:
        if not isinstance(each, dict) or not whole(each.get("n")):
            raise ValueError("a move without its number")
        found[each["n"]] = from_json({key: value for key, value in each.items() if key != "n"})
    return Past(min(length, MOST), found, run)
