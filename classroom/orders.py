"""What the teacher may do: each order becomes the entries that the log is to have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, get_args

from classroom import codes
from classroom.doings import Wanted, truth, words_in
from classroom.entry import Refusal
from classroom.live import lobby_for, seats_of
from classroom.plan import Pacing
from classroom.seating import dealt, sizes
from classroom.state import ClassTable, Student

if TYPE_CHECKING:
    from classroom.room import Room

Order = Callable[["Room", dict[str, Any]], Iterator[Wanted]]

NICK = 24
"""Characters in a name."""
MOST_TABLES = 200


def number(command: dict[str, Any], key: str, low: float, high: float) -> float:
    """Return a number from outside, within its range."""
    value = command.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise Refusal("out_of_range", key=key, low=low, high=high)
    return value


def student_of(room: Room, command: dict[str, Any]) -> Student:
    """Return the student an order is about."""
    student = room.state.students.get(str(command.get("sid")))
    if student is None or student.left:
        raise Refusal("no_such_student")
    return student


def table_of(room: Room, command: dict[str, Any]) -> ClassTable:
    """Return the table an order is about."""
    table = room.state.tables.get(int(number(command, "table", 1, MOST_TABLES)))
    if table is None:
        raise Refusal("no_such_table")
    return table


def tables_of(room: Room, command: dict[str, Any]) -> list[int]:
    """Return the tables an order is about: some, every other one, or all."""
    asked = command.get("tables", "all")
    known = sorted(room.state.tables)
    if asked == "all":
        return known
    if asked == "half":
        return known[1::2]
    if not isinstance(asked, list) or not asked or any(each not in known for each in asked):
        raise Refusal("no_such_table")
    return sorted(set(asked))


def next_(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Go to the next step; naming the step makes a double click harmless."""
    state = room.state
    to = command.get("to")
    if to == state.step:
        return
    if state.next is None or to != state.step + 1:
        raise Refusal("not_next")
    if state.paused:
        yield "paused", {"on": False}
    if state.at.kind == "lobby":
        yield from tables_made(room, {})
    yield "stepped", {"to": to}


def tables_made(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Seat everybody present, by lot."""
    state = room.state
    people = [each.sid for each in state.present]
    if not people:
        raise Refusal("nobody_here")
    per_seat = int(number(command, "per_seat", 0, 6)) if "per_seat" in command else 0
    count = int(number(command, "tables", 0, MOST_TABLES)) if "tables" in command else 0
    if not command and any(each.table for each in state.present):
        yield from those_left(room)
        return
    step = next(each for each in state.plan.step if each.kind == "play")
    setup = state.setup(1, step)
    seats = seats_of(setup)
    sides = {card.id: card.side for card in lobby_for(setup).seats}
    counts = sizes(len(people), len(seats), per_seat or state.plan.per_seat, count)
    places = dealt(people, seats, sides, counts, state.seed)
    yield "seated", {"seats": {sid: list(place) for sid, place in places.items()}, "anew": True}


def those_left(room: Room) -> Iterator[Wanted]:
    """Seat those who have come since tables were made."""
    for student in room.state.present:
        if not student.table:
            yield from room.seat_late(student)


def make_tables(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Make the tables, or make them anew, before play begins."""
    if any(table.now is not None for table in room.state.tables.values()):
        raise Refusal("play_began")
    given = {key: command[key] for key in ("per_seat", "tables") if command.get(key)}
    yield from tables_made(room, given or {"tables": 0})


def move_student(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give somebody another table or seat; seat empty lets the class choose."""
    student = student_of(room, command)
    tid, seat = int(number(command, "table", 0, MOST_TABLES)), command.get("seat") or ""
    if tid == 0:
        yield "seated", {"seats": {student.sid: [0, ""]}}
        return
    if tid not in room.state.tables and tid != len(room.state.tables) + 1:
        raise Refusal("no_such_table")
    seats = room.seats_at(tid)
    if seat and seat not in seats:
        raise Refusal("no_such_seat")
    seat = seat or room.freest(tid, student.sid)
    if (student.table, student.seat) != (tid, seat):
        yield "seated", {"seats": {student.sid: [tid, seat]}}


def drop_student(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Take somebody out of the class."""
    yield "left", {"sid": student_of(room, command).sid}


def rename(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give somebody another name."""
    nick = words_in(command, "nick", NICK)
    if not nick:
        raise Refusal("no_name")
    yield "renamed", {"sid": student_of(room, command).sid, "nick": nick}


def new_words(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give somebody who has lost it a new personal code; it is told once, in the answer."""
    student = student_of(room, command)
    words = codes.four_words()
    room.telling = words
    yield "rekeyed", {"sid": student.sid, "words": codes.fingerprint(words)}


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
    table, reason = table_of(room, command), words_in(command, "reason")
    if table.now is None or room.state.at.kind != "play":
        raise Refusal("not_playing")
    if not reason:
        raise Refusal("no_reason")
    yield "rewound", {"table": table.tid, "round": table.now.round, "reason": reason}


def inject(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Bring an event about next month at some tables."""
    if room.state.at.kind != "play":
        raise Refusal("not_playing")
    tids = tables_of(room, command)
    if command.get("event") not in [each.id for each in room.injects]:
        raise Refusal("no_such_event")
    yield "injected", {"tables": tids, "round": room.state.round, "event": command["event"]}


def message(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Say something to some tables, or to all."""
    text = words_in(command, "text")
    if not text:
        raise Refusal("no_text")
    everybody = command.get("tables", "all") == "all"
    yield "messaged", {"text": text, "tables": [] if everybody else tables_of(room, command)}


def hold(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Let AI take a seat at once."""
    yield from holding(room, command, "held", now=False)


def give_back(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give a seat back to its people."""
    yield from holding(room, command, "returned", now=True)


def holding(room: Room, command: dict[str, Any], kind: str, now: bool) -> Iterator[Wanted]:
    """Change who holds a seat."""
    table = table_of(room, command)
    if table.now is None:
        raise Refusal("not_playing")
    if command.get("seat") not in table.now.seats:
        raise Refusal("no_such_seat")
    if (command["seat"] in table.now.held) == now:
        yield kind, {"table": table.tid, "round": table.now.round, "seat": command["seat"]}


def extra(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give somebody more time than usual."""
    factor = number(command, "factor", 1, 3)
    yield "extra", {"sid": student_of(room, command).sid, "factor": factor}


def help_done(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Take a raised hand down."""
    student = student_of(room, command)
    if student.help is not None:
        yield "helped", {"sid": student.sid, "on": False}


def forum(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Choose what some tables play in their next round."""
    if command.get("configuration") not in room.configurations:
        raise Refusal("no_such_forum")
    tids = tables_of(room, command)
    yield "forum", {"tables": tids, "configuration": command["configuration"]}


def roster(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Say who is expected."""
    names = command.get("names")
    if not isinstance(names, list) or len(names) > 2000:
        raise Refusal("malformed", key="names")
    yield "rostered", {"names": [words_in({"name": each}, "name", NICK) for each in names]}


def slide(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Show another slide of the debrief."""
    yield "slid", {"to": int(number(command, "to", 0, 50))}


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
    "next": next_,
    "make_tables": make_tables,
    "move_student": move_student,
    "drop_student": drop_student,
    "rename": rename,
    "new_words": new_words,
    "pause": pause,
    "resume": resume,
    "extend": extend,
    "pacing": pacing,
    "rewind": rewind,
    "inject": inject,
    "message": message,
    "hold": hold,
    "give_back": give_back,
    "extra": extra,
    "help_done": help_done,
    "forum": forum,
    "roster": roster,
    "slide": slide,
    "reveal": reveal,
    "end": end,
    "delete": delete,
}
"""What the teacher may do, by the word the page sends."""
