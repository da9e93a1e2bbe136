"""What the teacher may do about people and where they sit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from classroom import codes
from classroom.arguments import MOST_TABLES, NICK, number, student_of, truth, words_in
from classroom.entry import Refusal, Wanted
from classroom.roster import LONGEST, MOST_NAMES
from classroom.seating import dealt, sizes
from classroom.setup import lobby_for, seats_of

if TYPE_CHECKING:
    from classroom.room import Room


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
    student = student_of(room.state, command)
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
    yield "left", {"sid": student_of(room.state, command).sid}


def drop_students(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Take several out of the class at once; those who have gone meanwhile are left out."""
    sids = command.get("sids")
    if not isinstance(sids, list) or not all(isinstance(each, str) for each in sids):
        raise Refusal("malformed", key="sids")
    here = {each.sid for each in room.state.present}
    yield from [("left", {"sid": sid}) for sid in dict.fromkeys(sids) if sid in here]


def door(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Shut the door to everybody new, or open it again."""
    if (on := truth(command, "shut")) != room.state.shut:
        yield "shut", {"on": on}


def rename(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give somebody another name."""
    nick = words_in(command, "nick", NICK)
    if not nick:
        raise Refusal("no_name")
    yield "renamed", {"sid": student_of(room.state, command).sid, "nick": nick}


def new_words(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give somebody who has lost it a new personal code; it is told once, in the answer."""
    student = student_of(room.state, command)
    words = codes.four_words()
    room.telling = words
    yield "rekeyed", {"sid": student.sid, "words": codes.fingerprint(words)}


def extra(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Give somebody more time than usual."""
    factor = number(command, "factor", 1, 3)
    yield "extra", {"sid": student_of(room.state, command).sid, "factor": factor}


def help_done(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Take a raised hand down."""
    student = student_of(room.state, command)
    if student.help is not None:
        yield "helped", {"sid": student.sid, "on": False}


def roster(room: Room, command: dict[str, Any]) -> Iterator[Wanted]:
    """Say who is expected."""
    names = command.get("names")
    if not isinstance(names, list) or not all(isinstance(each, str) for each in names):
        raise Refusal("malformed", key="names")
    if len(names) > MOST_NAMES:
        raise Refusal("roster_many", count=len(names), most=MOST_NAMES)
    plain = [named(n, each) for n, each in enumerate(names, 1)]
    yield "rostered", {"names": [each for each in plain if each]}


def named(n: int, name: str) -> str:
    """Return a name of a list; where it is too long, say which it is and how it begins."""
    try:
        return words_in({"name": name}, "name", LONGEST)
    except Refusal:
        begins = words_in({"name": name[:NICK]}, "name")
        raise Refusal("roster_long", n=n, begins=begins, most=LONGEST) from None


PEOPLE: dict[str, Callable[[Room, dict[str, Any]], Iterator[Wanted]]] = {
    "make_tables": make_tables,
    "move_student": move_student,
    "drop_student": drop_student,
    "drop_students": drop_students,
    "door": door,
    "rename": rename,
    "new_words": new_words,
    "extra": extra,
    "help_done": help_done,
    "roster": roster,
}
"""Orders about people, by the word the page sends."""
