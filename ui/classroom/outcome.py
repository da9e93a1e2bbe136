"""What became of a round at one table, for the people of one seat."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agents.place import place
from sim.play.sheet import sheet
from ui.classroom.at_table import KEPT, scene_of
from ui.classroom.cards import title_of
from ui.classroom.standing import DEALS, at_end
from ui.pictures.draft import draft
from ui.pictures.statement import statement
from ui.pictures.turn import rounded

if TYPE_CHECKING:
    from agents.table import Table
    from classroom.room import Room
    from classroom.sitting import Sitting
    from classroom.state import ClassState, Student
    from sim.play.game import Game
    from sim.play.scene import ForumPicture

ROUNDS = 64
"""Counts kept: the last few of each round, which change as its tables end."""


def outcome(room: Room, me: Student) -> list[dict[str, Any]]:
    """Return what became of every round so far at somebody's table, the latest first."""
    return [of_round(room.state, sitting, me) for sitting in rounds(room.state, me)]


def rounds(state: ClassState, me: Student) -> list[Sitting]:
    """Return the rounds of somebody's table, the latest first.

    After a restart an earlier one may not have been built again yet; it comes once it has.
    """
    table = state.tables.get(me.table)
    latest = table.now if table else None
    every = sorted((table.sittings if table else {}).items(), reverse=True)
    return [sitting for _, sitting in every if sitting.built or sitting is latest]


def of_round(state: ClassState, sitting: Sitting, me: Student) -> dict[str, Any]:
    """Return what became of one round."""
    live, seat = sitting.live, seat_in(sitting, me)
    every = [each.sittings.get(sitting.round) for each in state.tables.values()]
    ended = [each.latest for each in every if each and each.ended]
    return {
        "round": sitting.round,
        "title": title_of(sitting.setup),
        "over": live.over,
        "agreed": how_many_agreed(tuple((each.table, each.forums) for each in ended if each)),
        "all": sum(1 for each in every if each),
        "forums": [
            of_forum(live.table, seat, forum) for forum in forums_of(live.table, seat) if seat
        ],
    }


def seat_in(sitting: Sitting, me: Student) -> str:
    """Return the seat somebody had in a round, or has now."""
    held = (seat for seat, sids in sitting.holders.items() if me.sid in sids)
    return next(held, me.seat if me.seat in sitting.seats else "")


def forums_of(table: Table, seat: str) -> list[str]:
    """Return the forums at which a seat sits."""
    return [
        forum.id
        for forum in scene_of(table.game, seat).forums
        if any(each.id == seat and each.role in ("chair", "principal") for each in forum.seats)
    ]


@lru_cache(maxsize=ROUNDS)
def how_many_agreed(ended: tuple[tuple[Table, tuple[int, ...]], ...]) -> int:
    """Return at how many tables, each with its forums, anything was agreed on.

    Every phone of a class is told of the same tables, so it is counted once.
    """
    return sum(any(each.outcome in DEALS for each in at_end(*one)) for one in ended)


@lru_cache(maxsize=KEPT)
def of_forum(table: Table, seat: str, forum: str) -> dict[str, Any]:
    """Return what became of one forum's talks, and what that is worth to a seat."""
    at = table.ended.get(forum, table.game)
    now = place(at, seat, forum)
    picture = picture_of(at, seat, forum)
    paper = draft(picture, scene_of(at, seat))
    deal = picture.outcome in DEALS
    return {
        "id": forum,
        "short": picture.short,
        "outcome": picture.outcome,
        "stamp": paper["stamp"],
        "said": paper["outcome"],
        "agreed": paper["agreed"],
        "eligible": paper["eligible"],
        "points": {
            "now": rounded(now.now if deal else now.walk_away),
            "none": rounded(now.walk_away),
            "top": rounded(now.best),
        },
    }


def picture_of(game: Game, seat: str, forum: str) -> ForumPicture:
    """Return one forum of a scene."""
    return next(each for each in scene_of(game, seat).forums if each.id == forum)


def statements(room: Room, me: Student) -> list[dict[str, Any]]:
    """Return the statements of the latest round at somebody's table."""
    table = room.state.tables.get(me.table)
    if table is None or table.now is None or not (seat := seat_in(table.now, me)):
        return []
    live = table.now.live
    return [
        paper_of(live.table, seat, forum)
        for forum in forums_of(live.table, seat)
        if forum in live.table.ended
    ]


@lru_cache(maxsize=KEPT)
def paper_of(table: Table, seat: str, forum: str) -> dict[str, Any]:
    """Return one statement: its clauses, what was left out, and who signs."""
    at = table.ended[forum]
    scene, picture = scene_of(at, seat), picture_of(at, seat, forum)
    f = at.world.index("forum", forum)
    own = {"", at.world.scenario.library.agencies[seat].side}
    told = [(each.n, each.happening) for each in table.story if each.happening.side in own]
    whole = statement(sheet(at, f, told), scene)
    return {
        **{key: whole[key] for key in ("heading", "title", "date")},
        "issued": picture.outcome != "none",
        "stamp": draft(picture, scene)["stamp"],
        "signatures": draft(picture, scene)["signatures"],
        "clauses": [short(each) for each in whole["clauses"]],
        "left": [short(each) for each in whole["left"]],
    }


def short(clause: dict[str, Any]) -> dict[str, Any]:
    """Return a clause with the moves that made it."""
    return {key: clause[key] for key in ("item", "title", "level", "label", "text", "made")}
