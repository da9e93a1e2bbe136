"""One visitor at a table: opening it, moving, taking back, and coming back to where one was."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import solara
import solara.lab

from agents.moment import past_of
from sim.play.errors import RuleError
from sim.play.moves import Move, from_json
from ui.table.choice import Game
from ui.watch.attempt import attempt

if TYPE_CHECKING:
    from agents.lobby import Lobby
    from agents.table import Table

    HandOver = Callable[[Table], Iterator[Table]]

MOST_MOVES = 5000
"""Moves a saved game may hold; more is no game of ours."""
UNFIT = (RuleError, ValueError, TypeError, AttributeError)
"""What is wrong with a saved game that is none, or no longer one."""

BEAT = 0.5
"""Seconds between two looks at a game that a computer finishes."""

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
    restore: Callable[[object], None]
    finish: Callable[[], None]
    finishing: bool


@dataclass(frozen=True, eq=False)
class Opened:
    """A table that was opened: its start, where the visitor was, and what went wrong."""

    start: Table | None
    now: Table | None
    trouble: str = ""


def use_sitting(lobby: Lobby, game: Game, text: dict, hand_over: HandOver) -> Sitting:
    """Sit down at a table, off the page's thread.

    Parameters
    ----------
    lobby
        Where the seats of the game are.
    game
        What to play; a change sits down anew.
    text
        The words of the page.
    hand_over
        Yields a game that is left to the strategy of its seat, move by move.
    """
    held = solara.use_reactive(None)  # the opening, and the table it has been played on to
    trouble = solara.use_reactive("")
    saved = solara.use_reactive(None)  # what the browser has kept of this game
    left = solara.use_reactive(None)  # the table at which the game was left to a computer

    def sit() -> Opened:
        trouble.value = ""
        tried = attempt(lambda: opened(lobby, game, saved.value, text), game)
        return tried.result or Opened(None, None, text["broken"].format(error=tried.fault))

    task = solara.lab.use_task(sit, dependencies=[game, lobby, saved.value], raise_error=False)
    opening = task.latest if task.finished else None
    table = opening.now if opening else None
    if opening and held.value and held.value[0] is opening:
        table = held.value[1]

    def become(new: Table) -> None:
        trouble.value = ""
        held.value = (opening, new)

    def turn_to(change: Callable[[Table], Table]) -> None:
        left.value = None
        if table is None:
            return
        try:
            become(change(table))
        except (RuleError, ValueError) as error:
            trouble.value = text["refused"].format(error=error)
        except Exception:
            log.exception("the table of %s stopped", game)
            trouble.value = text["stopped"]

    def move(asked: dict) -> None:
        if table is not None and not table.over:
            turn_to(lambda now: now.played(from_json({**asked, "seat": now.game.seat})))

    def restart() -> None:
        left.value = None
        if opening and opening.start:
            become(opening.start)

    def play_on() -> Callable[[], None] | None:
        if left.value is None:
            return None
        stopped = threading.Event()
        rest = partial(left.set, None)
        several = hand_over(left.value)
        work = partial(play, several, become, rest, stopped)
        threading.Thread(target=work, name="finish", daemon=True).start()
        return stopped.set

    solara.use_effect(play_on, [left.value])

    return Sitting(
        table=table,
        busy=opening is None,
        trouble=trouble.value or (opening.trouble if opening else ""),
        move=move,
        undo=lambda: turn_to(lambda now: now.undone()),
        restart=restart,
        restore=saved.set,
        finish=lambda: left.set(None if left.value or not table or table.over else table),
        finishing=left.value is not None,
    )


def play(
    several: Iterator[Table],
    become: Callable[[Table], None],
    rest: Callable[[], None],
    stopped: threading.Event,
) -> None:
    """Go through tables, showing one every so often and the last, until told to stop."""
    shown = time.monotonic()
    try:
        for table in several:
            if stopped.is_set():
                return
            if table.over or time.monotonic() - shown > BEAT:
                become(table)
                shown = time.monotonic()
    except Exception:
        log.exception("a game could not be finished")
    rest()


def opened(lobby: Lobby, game: Game, saved: object, text: dict) -> Opened:
    """Return the table of a game, played on to where a saved one was.

    Parameters
    ----------
    saved
        What the browser has kept: ``before``, the moves that led to the moment the game starts
        at as far as they are not bots', and ``moves``, those of people since. Nothing is believed
        of it: where it does not fit, the game is at its start and says so.
    """
    kept = saved if isinstance(saved, dict) else {}
    if game.line and saved is None:
        return Opened(None, None)  # the browser is still to say what it has kept
    try:
        past = past_of(game.at.move, game.run, kept.get("before", []) if game.line else [])
        start = lobby.sit(game.at.seed, game.seats, past)
    except ValueError:
        if not game.line:
            raise
        return Opened(None, None, text["lost"])
    if game.line and (not start.begun or start.entries[start.begun - 1].state != game.line):
        return Opened(None, None, text["lost"])
    try:
        return Opened(start, played(start, kept.get("moves", [])))
    except UNFIT:
        return Opened(start, start, text["stale"])


def played(table: Table, saved: object) -> Table:
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
