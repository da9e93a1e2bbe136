"""One visitor at a table: opening it, moving, taking back, and coming back to where one was."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import solara
import solara.lab

from sim.play.errors import RuleError
from sim.play.moves import Move, from_json
from ui.table.choice import Game

if TYPE_CHECKING:
    from agents.lobby import Lobby
    from agents.table import Table

MOST_MOVES = 5000
"""Moves a saved game may hold; more is no game of ours."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sitting:
    """What the page shows of a table, and what it may do about it."""

    table: Table | None
    busy: bool
    trouble: str
    move: Callable[[dict], None]
    undo: Callable[[], None]
    restart: Callable[[], None]
    restore: Callable[[list], None]
    turn_to: Callable[[Callable[[Table], Table]], None]


def use_sitting(lobby: Lobby, game: Game, text: dict) -> Sitting:
    """Sit down at a table, off the page's thread.

    Parameters
    ----------
    lobby
        Where the seats of the game are.
    game
        What to play; a change sits down anew.
    text
        The words of the page.
    """
    held = solara.use_reactive(None)  # the game played, and its table
    trouble = solara.use_reactive("")

    def sit() -> Table:
        trouble.value = ""
        return lobby.sit(game.at.seed, game.seats)

    opening = solara.lab.use_task(sit, dependencies=[game, lobby], raise_error=False)
    fresh = opening.latest if opening.finished else None
    # a table that was moved on belongs to the opening it came of
    table = held.value[1] if held.value and held.value[0] is fresh else fresh

    def become(new: Table) -> None:
        trouble.value = ""
        held.value = (fresh, new)

    def move(asked: dict) -> None:
        if table is None or table.over:
            return
        try:
            become(table.played(from_json({**asked, "seat": table.game.seat})))
        except (RuleError, ValueError) as error:
            trouble.value = text["refused"].format(error=error)
        except Exception:
            log.exception("the table of %s stopped", game)
            trouble.value = text["stopped"]

    def restore(saved: list) -> None:
        """Play saved moves again; where they no longer fit, stay at the start and say so."""
        if fresh is None:
            return
        try:
            become(played(fresh, saved))
        except (RuleError, ValueError, TypeError, AttributeError):
            trouble.value = text["stale"]

    return Sitting(
        table=table,
        busy=fresh is None and not opening.error,
        trouble=text["broken"].format(error=opening.exception) if opening.error else trouble.value,
        move=move,
        undo=lambda: become(table.undone()) if table else None,
        restart=lambda: become(fresh) if fresh else None,
        restore=restore,
        turn_to=lambda change: become(change(table)) if table else None,
    )


def played(table: Table, saved: list) -> Table:
    """Return a table after saved moves.

    Raises
    ------
    RuleError, ValueError
        Where they are no moves, or not legal here.
    """
    if not isinstance(saved, list) or len(saved) > MOST_MOVES:
        raise ValueError("no saved game")
    moves: list[Move] = [from_json(each) for each in saved]
    for each in moves:
        table = table.played(each)
    return table
