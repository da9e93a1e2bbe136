"""One table over its people's shoulders: what the room sees, and stakes only if asked for."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from agents.place import place
from classroom.debrief.findings import Findings
from ui.classroom.cards import cards, holder
from ui.classroom.heat import doing, moved
from ui.classroom.people import away, forum_name
from ui.classroom.standing import in_public, standing_of
from ui.pictures.draft import draft
from ui.pictures.words import spelt
from ui.words.catalogue import words

if TYPE_CHECKING:
    from agents.table import Table
    from classroom.room import Room
    from classroom.sitting import Sitting
    from sim.play.game import Game

LAST = 9
"""Happenings that are shown."""


def observed(room: Room, look: dict[str, Any]) -> dict[str, Any] | None:
    """Return the table that the teacher looks at; nothing where there is none in play.

    Parameters
    ----------
    look : dict
        ``table``, and ``stakes``: whether private stakes are to be seen as well.
    """
    tid = look.get("table")
    table = room.state.tables.get(tid) if isinstance(tid, int) else None
    if table is None or table.now is None:
        return None
    text, sitting = words("teach"), table.now
    live = sitting.live
    over = live.over
    outcomes = text["tables"]["outcomes"]
    return {
        "table": tid,
        "title": text["look"]["title"].format(table=tid, forum=forum_name(sitting.setup)),
        "over": over,
        "moved": moved(sitting),
        "what": outcomes[standing_of(sitting, tid, Findings()).outcome] if over else doing(sitting),
        "seats": seats(room, sitting),
        "papers": papers(live.game, live.forums),
        "news": news(live.table),
        "by": {"human": 0, "ai": 0, "default": 0, **Counter(each.by for each in sitting.decisions)},
        **(stakes(sitting) if look.get("stakes") is True else {"stakes": None, "items": []}),
    }


def seats(room: Room, sitting: Sitting) -> list[dict[str, Any]]:
    """Return the seats with who sits in them, and what each is asked."""
    live, students = sitting.live, room.state.students
    return [
        {
            "id": seat,
            "short": card["short"],
            "side": {"shape": card["shape"], "tone": card["tone"], "name": card["side"]},
            "people": [
                {"sid": sid, "nick": students[sid].nick, "here": not away(room, sid)}
                for sid in sitting.holders.get(seat, [])
            ],
            "holding": holder(room, sitting, seat, sitting.holders.get(seat, [])),
            "asked": seat in live.asked or seat in live.waiting,
            "answered": seat in live.waiting,
        }
        for seat, card in cards(sitting.setup).items()
    ]


@lru_cache(maxsize=32)
def papers(game: Game, forums: tuple[int, ...]) -> list[dict]:
    """Return the drafts of a table's forums as the room sees them."""
    seen = in_public(game)
    found = []
    for f in forums:
        whole = draft(seen.forums[f], seen)
        found.append(
            {**whole, "paragraphs": [{**each, "cleared": []} for each in whole["paragraphs"]]}
        )
    return found


@lru_cache(maxsize=32)
def news(table: Table) -> list[str]:
    """Return the last things that everybody at the table knows, the newest first."""
    open_ = [each.happening for each in table.story if not each.happening.side]
    return [spelt(each.text) for each in open_[: -LAST - 1 : -1]]


def stakes(sitting: Sitting) -> dict[str, Any]:
    """Return what each seat of the table wants and may not accept, in points of 100."""
    live, names = sitting.live, cards(sitting.setup)
    game, glue = live.game, words("teach")["list"]
    forum = game.world.forums[live.forums[0]]
    held = [place(game, seat, forum) for seat in sitting.seats if sits(game, seat, forum)]
    return {
        "items": [item.short for item in held[0].items] if held else [],
        "stakes": [
            {
                "seat": names[own.seat]["short"],
                "now": round(own.now),
                "none": round(own.walk_away),
                "best": round(own.best),
                "items": [
                    {
                        "weight": round(item.weight),
                        "best": item.best,
                        "red": glue.join(str(level) for level in item.red),
                    }
                    for item in own.items
                ],
            }
            for own in held
        ],
    }


def sits(game: Game, seat: str, forum: str) -> bool:
    """Say whether a seat is at a forum."""
    seen = in_public(game).forums[game.world.index("forum", forum)]
    return any(each.id == seat and each.role in ("chair", "principal") for each in seen.seats)
