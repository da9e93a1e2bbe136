"""Telling a run: following its moves, then its account, for people or for machines."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from rich.console import Console

from agents.bots import NOBODY, played_out
from agents.chooser import Chooser
from sim.play.game import Game
from sim.play.moves import Move
from terminal.account import Account
from terminal.chronicle import Chronicle
from terminal.opening import show_opening
from terminal.result import show_result
from terminal.screen import console

Step = tuple[Game, Move, Game]
Watcher = Callable[[Game, Move, Game], object]


class Story(StrEnum):
    """How much of a run is told."""

    SHORT = "short"
    FULL = "full"
    NONE = "none"


def steps(game: Game, guests: Mapping[str, Chooser] = NOBODY) -> Iterator[Step]:
    """Yield the moves of a game between bots and guests, each with the game before and after."""
    for move, after in played_out(game, guests):
        yield game, move, after
        game = after


def tell_json(start: Game, moves: Iterable[Step], *watchers: Watcher) -> None:
    """Follow a run and print its account as one JSON object."""
    account = Account(start)
    follow(moves, account.add, *watchers)
    print(json.dumps(account.as_json(), indent=2))


def tell(
    start: Game,
    changes: Iterable[object],
    moves: Iterable[Step],
    *watchers: Watcher,
    story: Story = Story.SHORT,
    screen: Console | None = None,
) -> None:
    """Follow a run, print its story as it goes on, then its result.

    Parameters
    ----------
    start : Game
        The game before the first move.
    changes : iterable
        What this run sets differently from its scenario.
    moves : iterable of (game before, move, game after)
        The run.
    watchers : functions of a step
        Called with every step, after it has been told.
    """
    screen = screen or console()
    account = Account(start)
    telling = [Chronicle(screen, start, story is Story.FULL).add] if story is not Story.NONE else []
    try:
        show_opening(screen, start.world, changes)
    except BrokenPipeError:
        follow(moves, *watchers)
        raise
    follow(moves, account.add, *telling, *watchers)
    show_result(screen, account.game, account.as_json())


def follow(moves: Iterable[Step], *watchers: Watcher) -> None:
    """Show every step of a run to every watcher.

    When nobody reads on what one of them prints, the others still see the run to its end.
    """
    watching, closed = list(watchers), None
    for step in moves:
        for watcher in tuple(watching):
            try:
                watcher(*step)
            except BrokenPipeError as error:
                watching.remove(watcher)
                closed = error
    if closed:
        raise closed
