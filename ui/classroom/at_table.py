"""What somebody at a table has before them: question, draft, news, and what the others do.

A class is looked at by hundreds at once, and a phone is painted each time that its table moves.
So whatever hangs on a game and a seat alone is drawn once and kept as it goes out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agents.place import Place, place
from classroom.setup import Setup, lobby_for
from classroom.web.parts import Ready, written
from sim.play.brief import brief
from sim.play.scene_for import scene_for
from ui.classroom.cards import shorts
from ui.pictures.draft import draft
from ui.pictures.months import date_of
from ui.pictures.secret import secret
from ui.pictures.turn import feed, turn
from ui.words.catalogue import words

if TYPE_CHECKING:
    from agents.table import Table
    from classroom.room import Room
    from classroom.sitting import Sitting
    from classroom.state import Student
    from sim.play.game import Game
    from sim.play.moves import Move
    from sim.play.scene import Scene

KEPT = 1024
"""Pictures kept: of the moments that some seventy tables of six seats are in, and were last in."""


@lru_cache(maxsize=KEPT)
def secret_brief(setup: Setup, seat: str) -> Ready:
    """Return a seat's brief; who plays the others is said elsewhere, as it changes."""
    page = brief(lobby_for(setup).world, seat)
    return Ready(written(secret(page, setup.scenario, setup.configuration)))


def scene_of(game: Game, seat: str) -> Scene:
    """Return the scene as a seat may see it."""
    return scene_by(game, side_of(game, seat))


@lru_cache(maxsize=KEPT)
def scene_by(game: Game, side: str) -> Scene:
    """Return the scene as a side may see it: a scene is the same for all its seats."""
    seats = game.world.agencies
    return scene_for(game, next(seat for seat in seats if side_of(game, seat) == side))


def side_of(game: Game, seat: str) -> str:
    """Return the side of a seat."""
    return game.world.scenario.library.agencies[seat].side


@lru_cache(maxsize=KEPT)
def place_of(game: Game, seat: str) -> Place:
    """Return what a seat has before it."""
    return place(game, seat)


def papers(game: Game, seat: str) -> Ready:
    """Return the drafts a seat may see, with the papers of its own capital only."""
    return papers_by(game, side_of(game, seat))


@lru_cache(maxsize=KEPT)
def papers_by(game: Game, side: str) -> Ready:
    """Return the drafts as a side may see them."""
    scene = scene_by(game, side)
    found = []
    for forum in scene.forums:
        own = {side for line in forum.lines for side in line.cleared}
        whole = draft(forum, scene)
        found.append(
            {
                **whole,
                "paragraphs": [
                    {**para, "cleared": [c for c in para["cleared"] if c["badge"]["id"] in own]}
                    for para in whole["paragraphs"]
                ],
            }
        )
    return Ready(written(found))


@lru_cache(maxsize=KEPT)
def news(table: Table, seat: str, first: bool) -> Ready:
    """Return what has happened since a seat's last move, by month."""
    scene, told = scene_of(table.game, seat), table.news(seat)
    months = feed(told, {each.month: date_of(each.month, scene) for each in told}, words("play"))
    return Ready(written({"months": months, "first": first}))


@lru_cache(maxsize=KEPT)
def turn_of(
    game: Game, now: Game, seat: str, setup: Setup, made: int
) -> tuple[dict[str, Any], Ready]:
    """Return the question that a seat is asked, as it is and as it goes out.

    Parameters
    ----------
    game, now : Game
        The game in which it is asked, which is ahead of the table's where several are asked.
    """
    scene, names = scene_of(now, seat), shorts(setup)
    shown = turn(place_of(game, seat), scene, names, words("play"), made)
    return shown, Ready(written(shown))


def practice(room: Room, student: Student) -> dict[str, Any]:
    """Return the parts of a practice table."""
    table = room.practice_of(student)
    (seat,) = table.seats
    shown, ready = turn_of(table.game, table.game, seat, room.first_setup, len(table.entries))
    return {
        "turn": None if table.over else ready,
        "papers": papers(table.game, seat),
        "feed": news(table, seat, not table.moves),
        "game": {"practice": True, "over": table.over, "month": month_of(shown)},
    }


def play(room: Room, student: Student, sitting: Sitting) -> dict[str, Any]:
    """Return the parts of a table in play, as somebody in a seat sees it."""
    live, seat = sitting.live, student.seat
    asked = live.asked.get(seat)
    game = asked.game if asked else live.game
    shown, ready = turn_of(game, live.game, seat, sitting.setup, live.question)
    mine = any(each.seat == seat for each in sitting.decisions)
    return {
        "turn": ready if asked and not live.over else None,
        "papers": papers(live.game, seat),
        "feed": news(live.table, seat, not mine),
        "advice": advice(room, student, sitting),
        "game": {
            "practice": False,
            "question": live.question,
            "began": asked.since if asked else None,
            "ends": room.deadline(sitting, seat) if asked and not sitting.by_ai(seat) else None,
            "month": month_of(shown),
            "wait": waiting(room, sitting, place_of(game, seat), shown),
            "held": seat in sitting.held,
            "closing": sitting.closing,
            "over": live.over,
            "rewound": rewound(sitting),
        },
    }


def rewound(sitting: Sitting) -> dict[str, Any] | None:
    """Return why and when a table was last taken back."""
    if not sitting.branches:
        return None
    return {"reason": sitting.branches[-1].reason, "t": sitting.branches[-1].t}


def month_of(shown: dict[str, Any]) -> dict[str, Any]:
    """Return where in time a table is."""
    return {key: shown[key] for key in ("month", "due", "meeting", "strip")}


def waiting(room: Room, sitting: Sitting, now: Place, shown: dict[str, Any]) -> dict[str, Any]:
    """Return what somebody who is not asked waits for, and what is on the table."""
    live, names = sitting.live, shorts(sitting.setup)
    ask = next((each.game.ask for each in live.asked.values()), live.game.ask)
    ends = [room.deadline(sitting, seat) for seat in live.asked]
    known = [each for each in ends if each is not None]
    return {
        "ask": "floor" if ask == "floor" else "answer",
        "seats": [names[seat] for seat in live.asked],
        "ends": max(known) if known and len(known) == len(ends) else None,
        "mover": names.get(now.mover, ""),
        "closing": now.closing,
        "items": [
            {key: each[key] for key in ("id", "short", "level", "motion", "asks", "gain")}
            for each in shown["items"]
            if each["motion"] >= 0
        ],
        "points": shown["points"],
    }


def advice(room: Room, student: Student, sitting: Sitting) -> list[dict[str, Any]]:
    """Return what is suggested to the one who decides for a seat, to those who sit in it."""
    if student.sid not in sitting.holders.get(student.seat, []):
        return []
    world = lobby_for(sitting.setup).world
    items = {item: world.short("item", item) for item in world.items}
    return [
        {
            "name": room.state.students[sid].nick,
            "mine": sid == student.sid,
            "move": {key: value for key, value in move.as_json().items() if key != "seat"},
            "said": said(move, items),
        }
        for sid, move in sitting.advice.get(student.seat, [])
    ]


def said(move: Move, items: dict[str, str]) -> str:
    """Return a move in a few words."""
    text, comma = words("class")["moves"], words("class")["list"]
    levels = comma.join(
        text["item"].format(item=items[item], level=level) for item, level in move.levels
    )
    return str(text[move.kind]).format(items=levels, item=items.get(move.item, ""))
