"""Seats of a class's table as cards: what they are, who sits in them, and what they are doing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from classroom.setup import Setup, lobby_for, seats_of
from ui.pictures.lobby import tone_of
from ui.pictures.sides import SHAPES
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.room import Room
    from classroom.sitting import Sitting
    from classroom.state import ClassState, Student


@lru_cache(maxsize=64)
def cards(setup: Setup) -> dict[str, dict]:
    """Return the card of every seat that people may take under a setup."""
    lobby, roles = lobby_for(setup), words("play")["roles"]
    tones = tone_of(lobby)
    known = {card.id: card for card in lobby.seats}
    return {
        seat: {
            "id": seat,
            "name": known[seat].name,
            "short": known[seat].short,
            "side": lobby.world.name("side", known[seat].side),
            "shape": SHAPES[tones[known[seat].side]],
            "tone": tones[known[seat].side],
            "role": roles[known[seat].role],
            "who": known[seat].who,
            "ai": known[seat].title,
        }
        for seat in seats_of(setup)
    }


@lru_cache(maxsize=64)
def shorts(setup: Setup) -> dict[str, str]:
    """Return the short names of all agencies of a setup's world."""
    world = lobby_for(setup).world
    return {agency: world.short("agency", agency) for agency in world.agencies}


@lru_cache(maxsize=64)
def title_of(setup: Setup) -> str:
    """Return what the forums of a setup are called, as one."""
    world = lobby_for(setup).world
    return words("class")["and"].join(world.name("forum", forum) for forum in world.forums)


def setup_at(state: ClassState, student: Student) -> Setup | None:
    """Return what somebody's table plays, or is about to play; nothing before there are tables."""
    table = state.tables.get(student.table)
    if table is None:
        return None
    if table.now is not None:
        return table.now.setup
    return state.setup(table.tid, next(each for each in state.plan.step if each.kind == "play"))


def around(room: Room, student: Student) -> list[dict]:
    """Return the seats at somebody's table, with their people and what each is doing."""
    state = room.state
    setup = setup_at(state, student)
    if setup is None:
        return []
    sitting = state.tables[student.table].now
    people = {
        seat: sitting.holders.get(seat, [])
        if sitting
        else [each.sid for each in state.people(student.table) if each.seat == seat]
        for seat in seats_of(setup)
    }
    return [
        {
            **{key: card[key] for key in ("id", "short", "side", "shape", "tone", "ai")},
            "mine": seat == student.seat,
            "people": [nick(state, sid) for sid in people[seat]],
            "ready": sum(state.students[sid].ready for sid in people[seat]),
            "by": holder(room, sitting, seat, people[seat]),
            "doing": doing(sitting, seat) if sitting else "",
        }
        for seat, card in cards(setup).items()
    ]


def nick(state: ClassState, sid: str) -> str:
    """Return somebody's name."""
    return state.students[sid].nick


def holder(room: Room, sitting: Sitting | None, seat: str, people: list[str]) -> str:
    """Return who plays a seat: ``human``, ``away``, ``held`` by AI for them, or ``ai``."""
    if not people:
        return "ai"
    if sitting is not None and seat in sitting.held:
        return "held"
    return "human" if any(sid in room.online for sid in people) else "away"


def doing(sitting: Sitting, seat: str) -> str:
    """Return what a seat is doing: ``floor``, ``asked``, ``answered``, or nothing."""
    live = sitting.live
    if seat in live.asked:
        return "floor" if live.asked[seat].game.ask == "floor" else "asked"
    return "answered" if seat in live.waiting else ""
