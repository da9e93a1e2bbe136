"""What the teacher may do: each order becomes the entries that the log is to have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, get_args

from classroom.arguments import number, table_of, tables_of, truth, words_in
from classroom.entry import Refusal, Wanted
from classroom.orders_people import PEOPLE, tables_made
from classroom.plan import SLIDES, Pacing
from classroom.stepping import to_step

if TYPE_CHECKING:
    from classroom.room import Room

Order = Callable[["Room", dict[str, Any]], Iterator[Wanted]]


def next_(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Go to the next step; naming the step makes a double click harmless."""
    state = room.state
    to = command.get("to")
    if type(to) is not int:
        raise Refusal("not_next")
    if to == state.step:
        return
    if state.next is None or to != state.step + 1:
        raise Refusal("not_next")
    if state.paused:
        yield "paused", {"on": False}
    if state.at.kind == "lobby":
        yield from tables_made(room, {})
    yield from to_step(state, to)


def pause(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Stop the clock of the class."""
    if not room.state.paused:
        yield "paused", {"on": True}


def resume(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Let the clock run on."""
    if room.state.paused:
        yield "paused", {"on": False}


def extend(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give the step more time."""
    yield "extended", {"seconds": number(command, "seconds", 1, 3600)}


def pacing(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Choose what moves the class on."""
    if command.get("mode") not in get_args(Pacing):
        raise Refusal("malformed", key="mode")
    yield "paced", {"mode": command["mode"]}


def rewind(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Take a table back to the start of the round of its meeting."""
    table, reason = table_of(room.state, command), words_in(command, "reason")
    if table.now is None or room.state.at.kind != "play":
        raise Refusal("not_playing")
    if not reason:
        raise Refusal("no_reason")
    yield "rewound", {"table": table.tid, "round": table.now.round, "reason": reason}


def inject(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Bring an event about next month at some tables."""
    if room.state.at.kind != "play":
        raise Refusal("not_playing")
    tids = tables_of(room.state, command)
    if command.get("event") not in [each.id for each in room.injects]:
        raise Refusal("no_such_event")
    yield "injected", {"tables": tids, "round": room.state.round, "event": command["event"]}


def message(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Say something to some tables, or to all."""
    text = words_in(command, "text")
    if not text:
        raise Refusal("no_text")
    everybody = command.get("tables", "all") == "all"
    yield "messaged", {"text": text, "tables": [] if everybody else tables_of(room.state, command)}


def hold(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Let AI take a seat at once."""
    yield from holding(room, command, "held", now=False)


def give_back(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give a seat back to its people."""
    yield from holding(room, command, "returned", now=True)


def holding(room: Room, command: dict[str, Any], kind: str, now: bool) -> Iterator[Wanted]:
    """Change who holds a seat."""
    table = table_of(room.state, command)
    if table.now is None:
        raise Refusal("not_playing")
    if command.get("seat") not in table.now.seats:
        raise Refusal("no_such_seat")
    if (command["seat"] in table.now.held) == now:
        yield kind, {"table": table.tid, "round": table.now.round, "seat": command["seat"]}


def forum(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Choose what some tables play in their next round."""
    if command.get("configuration") not in room.configurations:
        raise Refusal("no_such_forum")
    tids = tables_of(room.state, command)
    yield "forum", {"tables": tids, "configuration": command["configuration"]}


def slide(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Show another slide of the debrief, or another table's statement."""
    state = room.state
    count = len(state.tables) if state.at.kind == "statements" else len(SLIDES)
    yield "slid", {"to": int(number(command, "to", 0, max(0, count - 1)))}


def reveal(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Show which table is which, or hide it."""
    yield "revealed", {"on": truth(command, "on")}


def end(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """End the class."""
    yield "ended", {}


def delete(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Forget the class, and everything said in it."""
    if words_in(command, "code", 6) != room.state.code:
        raise Refusal("name_the_code")
    yield "deleted", {}


ORDERS: dict[str, Order] = {
    **PEOPLE,
    "next": next_,
    "pause": pause,
    "resume": resume,
    "extend": extend,
    "pacing": pacing,
    "rewind": rewind,
    "inject": inject,
    "message": message,
    "hold": hold,
    "give_back": give_back,
    "forum": forum,
    "slide": slide,
    "reveal": reveal,
    "end": end,
    "delete": delete,
}
"""What the teacher may do, by the word the page sends."""
