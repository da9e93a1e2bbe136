"""What somebody at a table has before them: question, draft, news, and what the others do."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agents.place import Place, place
from classroom.live import Setup, lobby_for
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
    from classroom.state import Sitting, Student
    from sim.play.game import Game
    from sim.play.moves import Move
    from sim.play.scene import Scene

KEPT = 256
"""Pictures kept for those who share them: the seats of one side see the same draft."""


@lru_cache(maxsize=KEPT)
def secret_brief(setup: Setup, seat: str) -> dict:
    """Return a seat's brief; who plays the others is said elsewhere, as it changes."""
    page = brief(lobby_for(setup).world, seat)
    return secret(page, setup.scenario, setup.configuration)


@lru_cache(maxsize=KEPT)
def scene_of(game: Game, seat: str) -> Scene:
    """Return the scene as a seat may see it."""
    return scene_for(game, seat)


@lru_cache(maxsize=KEPT)
def papers(game: Game, seat: str) -> list[dict]:
    """Return the drafts a seat may see, with the papers of its own capital only."""
    scene = scene_of(game, seat)
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
    return found


@lru_cache(maxsize=KEPT)
def news(table: Table, seat: str) -> list[dict]:
    """Return what has happened since a seat's last move, by month."""
    scene, told = scene_of(table.game, seat), table.news(seat)
    return feed(told, {each.month: date_of(each.month, scene) for each in told}, words("play"))


def turn_of(game: Game, seat: str, names: dict[str, str], made: int) -> dict:
    """Return the question that a seat is asked in a game."""
    return turn(place(game, seat), scene_of(game, seat), names, words("play"), made)


def practice(room: Room, student: Student) -> dict[str, Any]:
    """Return the parts of a practice table."""
    table = room.practice_of(student)
    (seat,) = table.seats
    names = shorts(room.first_setup)
    return {
        "turn": None if table.over else turn_of(table.game, seat, names, len(table.entries)),
        "papers": papers(table.game, seat),
        "feed": {"months": news(table, seat), "first": not table.moves},
        "game": {"practice": True, "over": table.over},
    }


def play(room: Room, student: Student, sitting: Sitting) -> dict[str, Any]:
    """Return the parts of a table in play, as somebody in a seat sees it."""
    live, seat, names = sitting.live, student.seat, shorts(sitting.setup)
    asked = live.asked.get(seat)
    game = asked.game if asked else live.game
    now = place(game, seat)
    shown = turn(now, scene_of(game, seat), names, words("play"), live.question)
    mine = any(each.seat == seat for each in sitting.decisions)
    role = room.state.role(student)
    return {
        "turn": shown if asked and not live.over else None,
        "papers": papers(live.game, seat),
        "feed": {"months": news(live.table, seat), "first": not mine},
        "advice": advice(room, student, sitting, names) if role != "observes" else [],
        "game": {
            "practice": False,
            "question": live.question,
            "began": asked.since if asked else None,
            "ends": room.deadline(sitting, seat) if asked and not sitting.by_ai(seat) else None,
            "month": {key: shown[key] for key in ("month", "due", "meeting", "strip")},
            "wait": waiting(room, sitting, now, shown, names),
            "held": seat in sitting.held,
            "closing": sitting.closing,
            "over": live.over,
            "rewound": sitting.branches[-1].reason if sitting.branches else None,
        },
    }


def waiting(room: Room, sitting: Sitting, now: Place, shown: dict, names: dict) -> dict[str, Any]:
    """Return what somebody who is not asked waits for, and what is on the table."""
    live = sitting.live
    ask = next((each.game.ask for each in live.asked.values()), live.game.ask)
    ends = [room.deadline(sitting, seat) for seat in live.asked]
    mover = names.get(now.mover, "")
    return {
        "ask": "floor" if ask == "floor" else "answer",
        "seats": [names[seat] for seat in live.asked],
        "ends": max(ends) if ends and None not in ends else None,
        "mover": mover,
        "closing": now.closing,
        "items": [
            {key: each[key] for key in ("id", "short", "level", "motion", "asks", "gain")}
            for each in shown["items"]
            if each["motion"] >= 0
        ],
        "points": shown["points"],
    }


def advice(room: Room, student: Student, sitting: Sitting, names: dict) -> list[dict]:
    """Return what is suggested to the one who decides for a seat."""
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
    text = words("class")["moves"]
    levels = ", ".join(
        text["item"].format(item=items[item], level=level) for item, level in move.levels
    )
    return text[move.kind].format(items=levels, item=items.get(move.item, ""))
