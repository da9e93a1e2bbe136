"""Everybody in a class, and the seats they sit in, as the teacher sees them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from classroom.questionnaires import AFTER, BEFORE
from classroom.setup import Setup, lobby_for, seats_of
from ui.classroom.cards import cards, holder
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.room import Room
    from classroom.state import ClassTable, Student


def people(room: Room) -> list[dict[str, Any]]:
    """Return everybody who has joined, in the order of their names."""
    text = words("teach")
    found = [person(room, each, text) for each in room.state.present]
    return sorted(found, key=lambda each: each["nick"].casefold())


def by_table(room: Room) -> dict[int, list[Student]]:
    """Return who belongs to each table, found once for all tables."""
    found: dict[int, list[Student]] = {}
    for each in room.state.present:
        found.setdefault(each.table, []).append(each)
    return found


def person(room: Room, each: Student, text: dict) -> dict[str, Any]:
    """Return one person."""
    here = not away(room, each.sid)
    say = text["people"]
    status = [say["here"] if here else say["away"]]
    if room.state.role(each) == "advises":
        status.append(say["advises"])
    if each.extra > 1:
        status.append(say["extra"].format(factor=f"{each.extra:g}"))
    if each.help is not None:
        status.append(say["hand"])
    asked = len(room.checks(each))
    right = sum(any(ok for _, ok in tries) for tries in each.checks.values())
    given = {when: len(each.answers.get(when, {})) for when in (BEFORE, AFTER)}
    return {
        "sid": each.sid,
        "nick": each.nick,
        "table": each.table,
        "seat": each.seat,
        "place": place(room, each, say),
        "status": text["list"].join(status),
        "here": here,
        "ready": each.ready,
        "extra": each.extra,
        "help": each.help,
        "answered": say["answered"].format(before=given[BEFORE], after=given[AFTER]),
        "checked": say["checked"].format(right=right, all=asked) if each.checks else "–",
    }


def away(room: Room, sid: str) -> bool:
    """Say whether somebody has no page open."""
    return sid not in room.online


def place(room: Room, each: Student, say: dict[str, str]) -> str:
    """Return where somebody sits, in words."""
    if not each.table:
        return say["none"] if room.state.tables else ""
    setup = setup_of(room, room.state.tables[each.table])
    short = cards(setup).get(each.seat, {}).get("short", "")
    return say["seat"].format(table=each.table, seat=short)


def setup_of(room: Room, table: ClassTable) -> Setup:
    """Return what a table plays: now, or in the round to come."""
    if table.now is not None:
        return table.now.setup
    step = next(each for each in room.state.plan.step if each.kind == "play")
    return room.state.setup(table.tid, step)


def board(room: Room) -> dict[str, Any]:
    """Return all tables with their seats and who sits in them, and who has no seat."""
    state = room.state
    begun = any(table.now is not None for table in state.tables.values())
    groups = by_table(room)
    unseated = groups.get(0, [])
    would = room.would_make()
    return {
        "tables": [
            bench(room, table, groups.get(tid, [])) for tid, table in sorted(state.tables.items())
        ],
        "unseated": [each.sid for each in sorted(unseated, key=lambda each: each.nick.casefold())],
        "begun": begun,
        "would": would.tables,
    }


def bench(room: Room, table: ClassTable, people: list[Student]) -> dict[str, Any]:
    """Return one table with its seats."""
    setup = setup_of(room, table)
    sitting = table.now
    seated: dict[str, list[str]] = {seat: [] for seat in seats_of(setup)}
    if sitting is not None:
        seated.update({seat: list(sids) for seat, sids in sitting.holders.items()})
    else:
        for each in people:
            seated.setdefault(each.seat, []).append(each.sid)
    return {
        "id": table.tid,
        "forum": forum_name(setup),
        "seats": [
            {
                "id": seat,
                "short": card["short"],
                "side": {"shape": card["shape"], "tone": card["tone"], "name": card["side"]},
                "people": seated[seat],
                "holding": holder(room, sitting, seat, seated[seat]),
            }
            for seat, card in cards(setup).items()
        ],
    }


@lru_cache(maxsize=64)
def forum_name(setup: Setup) -> str:
    """Return the short name of what a setup plays."""
    world = lobby_for(setup).world
    return words("teach")["and"].join(world.short("forum", each) for each in world.forums)


def hands(room: Room) -> list[dict[str, Any]]:
    """Return who has a hand up, the longest first."""
    say = words("teach")["people"]
    up = sorted(
        (each for each in room.state.present if each.help is not None),
        key=lambda each: each.help or 0.0,
    )
    return [
        {
            "sid": each.sid,
            "nick": each.nick,
            "table": each.table,
            "place": place(room, each, say),
            "since": each.help,
        }
        for each in up
    ]
