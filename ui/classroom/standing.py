"""How far a table's talks have come, as anybody in the room could see it."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from scenarios.spoken import speaking
from scenarios.tongue import OWN
from sim.play.picture import scene
from sim.play.scene_for import scene_for

if TYPE_CHECKING:
    from agents.table import Table
    from classroom.debrief.findings import Findings
    from classroom.live import Live
    from classroom.sitting import Sitting
    from sim.play.game import Game
    from sim.play.scene import ForumPicture, Line, Scene

AGREED = ("clean", "adopted")
KEPT = 1024
"""Pictures kept: of each table its last few."""
DEALS = ("full", "clean")
"""Outcomes by which something was agreed."""
RANK = ("under way", "none", "statement", "clean", "full")


class Standing(NamedTuple):
    """One table, in numbers.

    Parameters
    ----------
    agreed, eligible : int
        Paragraphs without brackets, and paragraphs that the forums may take up.
    outcome : str
        Of its forums the one that came to least.
    """

    agreed: int
    eligible: int
    outcome: str


@lru_cache(maxsize=KEPT)
def standing(game: Game, forums: tuple[int, ...]) -> Standing:
    """Return how far the forums of a table have come."""
    seen = scene(game)
    chosen = [seen.forums[f] for f in forums]
    lines = [line for forum in chosen for line in forum.lines if line.status != "not admissible"]
    return Standing(
        agreed=sum(line.status in AGREED for line in lines),
        eligible=len(lines),
        outcome=min((forum.outcome for forum in chosen), key=RANK.index),
    )


def played(sitting: Sitting) -> Live:
    """Return the game that the class itself plays, in whatever language it is looked at.

    What is the same in all languages is asked of this one: to build the games of all tables in
    another language for a page would keep everybody waiting.
    """
    with speaking(OWN):
        return sitting.live


def over(sitting: Sitting) -> bool:
    """Say whether a table's talks have ended; one that is not at hand was closed long ago."""
    return played(sitting).over if sitting.built else sitting.closing


def known(sitting: Sitting, tid: int, findings: Findings) -> bool:
    """Say whether it can be told now how far a sitting has come."""
    return sitting.built or not sitting.closing or bool(findings.at(sitting.round, tid))


def standing_of(sitting: Sitting, tid: int, findings: Findings) -> Standing:
    """Return how far a sitting has come; at its end, how far talks had come when they ended.

    After a restart the games of closed rounds are not at hand, and to build all of them at once
    would take long; what was measured of them says the same.
    """
    if not sitting.built:
        found = findings.at(sitting.round, tid)
        if found or sitting.closing:
            return Standing(
                agreed=sum(each.agreed for each in found),
                eligible=sum(each.of for each in found),
                outcome=min((each.outcome for each in found), key=RANK.index, default=RANK[0]),
            )
    live = played(sitting)
    if not live.over:
        return standing(live.game, live.forums)
    parts = at_end(live.table, live.forums)
    return Standing(
        agreed=sum(each.agreed for each in parts),
        eligible=sum(each.eligible for each in parts),
        outcome=min((each.outcome for each in parts), key=RANK.index),
    )


@lru_cache(maxsize=KEPT)
def at_end(table: Table, forums: tuple[int, ...]) -> tuple[Standing, ...]:
    """Return how far each forum of a table had come as its talks ended."""
    names = table.game.world.forums
    return tuple(standing(table.ended.get(names[f], table.game), (f,)) for f in forums)


def agreed(sitting: Sitting, tid: int, findings: Findings) -> bool:
    """Say whether every forum of a table came to a text with commitments."""
    return over(sitting) and standing_of(sitting, tid, findings).outcome in DEALS


@lru_cache(maxsize=64)
def in_public(game: Game) -> Scene:
    """Return the scene as anybody in the room may see it: no capital's papers, open objections."""
    whole = scene(game)
    eyes = {side["id"]: first_of(game, side["id"]) for side in whole.sides}
    views = {side: scene_for(game, seat) for side, seat in eyes.items() if seat}
    return replace(
        whole,
        trust=0.0,
        news=(),
        forums=tuple(
            forum_in_public(forum, {side: view.forums[f] for side, view in views.items()})
            for f, forum in enumerate(whole.forums)
        ),
    )


def first_of(game: Game, side: str) -> str:
    """Return some agency of a side."""
    agencies = game.world.scenario.library.agencies
    return next((each for each in game.world.agencies if agencies[each].side == side), "")


def forum_in_public(forum: ForumPicture, views: dict[str, ForumPicture]) -> ForumPicture:
    """Return a forum with what one side alone knows taken out."""
    lines = tuple(
        line_in_public(line, {side: view.lines[n] for side, view in views.items()})
        for n, line in enumerate(forum.lines)
    )
    against = {line.objector for line in lines}
    seats = tuple(
        replace(each, turf=0.0, buy_in=0.0, satisfaction=0.0, objecting=each.short in against)
        for each in forum.seats
    )
    return replace(forum, lines=lines, seats=seats, trust=())


def line_in_public(line: Line, views: dict[str, Line]) -> Line:
    """Return a line with the objection that was made aloud, which is what other sides know."""
    for side, seen in views.items():
        if seen.objector and seen.objector_side != side:
            return replace(seen, cleared={})
    return replace(line, cleared={}, objector="", objector_side="", reason="")
