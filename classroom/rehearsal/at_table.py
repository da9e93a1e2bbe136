"""The people of one table, played by strategies: they think, decide, and sometimes say nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from agents.lobby import BASELINES
from agents.registry import STRATEGIES
from classroom.arguments import bare
from classroom.debrief.handing import handed_in
from classroom.debrief.played import Parcel, packed
from classroom.entry import Entry
from classroom.export.papers import Papers, papers
from classroom.rehearsal.stage import Stage
from classroom.sitting import Sitting
from classroom.ticking import decision, decisions
from classroom.who import Learner
from sim.play.legal import Choices
from sim.play.moves import Move
from sim.play.view import view

FLOOR, ANSWER = (6.0, 22.0), (3.0, 11.0)
"""Seconds that somebody thinks before taking the floor, and before answering."""
SILENT = 0.04
"""How often somebody says nothing until time runs out."""
WHIM = (0.05, 0.45)
"""How often, from person to person, somebody gives way or asks for what comes to mind."""

Done = tuple[float, str, dict[str, Any]]
"""Class time, kind and particulars of an entry."""


@dataclass(frozen=True)
class TableLog:
    """What was done at a table in a round.

    Parameters
    ----------
    during, closing : tuple of (t, kind, particulars)
        While the round was on, and once it was closed, when AI took what was left.
    parcel : Parcel
        Its game, as the debrief takes it.
    papers : Papers, optional
        What it leaves behind, where that was asked for.
    """

    table: int
    during: tuple[Done, ...]
    closing: tuple[Done, ...]
    parcel: Parcel
    configuration: str
    papers: Papers | None = None

    @property
    def over(self) -> bool:
        """Whether the talks ended before the round did."""
        return not self.closing


def play_tables(
    entries: Sequence[Entry], at: float, tables: Sequence[int], seed: int, write: bool = False
) -> list[TableLog]:
    """Play some tables of the round that has just begun, each from the same moment.

    Parameters
    ----------
    write : bool
        Whether to write down what they leave behind.
    """
    stage = Stage(entries, at)
    return [play_table(stage, entries[-1].t, tid, seed, write) for tid in tables]


def play_table(stage: Stage, start: float, tid: int, seed: int, write: bool = False) -> TableLog:
    """Play one table's round to its end."""
    room = stage.room
    stage.go_to(start)
    sitting = room.state.tables[tid].now
    assert sitting is not None
    first, ends = len(stage.log.entries), room.state.step_ends
    people = People(sitting, Random(f"{seed} {sitting.round} {tid}"))
    while not sitting.live.over:
        seat, t = people.next(stage)
        if ends is not None and t >= ends:
            break
        stage.go_to(t)
        if people.speaks(seat):
            people.speak(stage, seat)
        else:
            game = sitting.live.asked[seat].game
            room.put([("decided", decision(tid, sitting, seat, game))])
    middle = len(stage.log.entries)
    if not sitting.live.over:
        assert ends is not None
        stage.go_to(ends)
        sitting.closing = True
        for wanted in decisions(room, tid, sitting):
            room.put([wanted])
    given = handed_in(tid, sitting)
    given.whole  # noqa: B018  (worked out here, where there is time)
    made = [(each.t, each.kind, each.data) for each in stage.log.entries]
    return TableLog(
        table=tid,
        during=tuple(made[first:middle]),
        closing=tuple(made[middle:]),
        parcel=packed(given),
        configuration=sitting.setup.configuration,
        papers=papers(given) if write else None,
    )


class People:
    """The people at a table, each with a manner of negotiating and a pace."""

    def __init__(self, sitting: Sitting, lot: Random) -> None:
        self.sitting = sitting
        self.lot = lot
        able = sorted(name for name in STRATEGIES if name not in BASELINES)
        self.manner = {seat: STRATEGIES[lot.choice(able)] for seat in sitting.seats}
        self.whim = {seat: lot.uniform(*WHIM) for seat in sitting.seats}
        self.due: dict[tuple[int, str], tuple[float, bool]] = {}
        """By question and seat: when it is answered, and whether by its people."""

    def next(self, stage: Stage) -> tuple[str, float]:
        """Return the seat that is due first, and when."""
        live = self.sitting.live
        times = {}
        for seat in live.asked:
            place = live.question, seat
            if place not in self.due:
                self.due[place] = self.drawn(stage, seat)
            times[seat] = self.due[place][0]
        seat = min(times, key=lambda each: (times[each], each))
        return seat, times[seat]

    def drawn(self, stage: Stage, seat: str) -> tuple[float, bool]:
        """Return when a seat answers the question that is put, and whether its people do."""
        room, asked = stage.room, self.sitting.live.asked[seat]
        late = room.deadline(self.sitting, seat)
        span = FLOOR if asked.game.ask == "floor" else ANSWER
        thinks, silent = self.lot.uniform(*span), self.lot.random() < SILENT
        if late is not None and (
            self.sitting.by_ai(seat) or silent or asked.since + thinks >= late
        ):
            return late, False
        return asked.since + thinks, True

    def speaks(self, seat: str) -> bool:
        """Say whether people answer for a seat."""
        return self.due[self.sitting.live.question, seat][1]

    def speak(self, stage: Stage, seat: str) -> None:
        """Decide for a seat as its people do."""
        live = self.sitting.live
        seen = view(live.asked[seat].game, seat)
        move = self.manner[seat].choose(seen)
        if self.lot.random() < self.whim[seat]:
            move = own_way(seen.choices, move, self.lot)
        command = {"do": "move", "move": bare(move.as_json()), "turn": live.question}
        ack, new = stage.room.taken(Learner(self.sitting.holders[seat][0]), command)
        if not ack.ok:
            raise RuntimeError(f"a rehearsed move was refused: {ack.why} {ack.gaps}")
        stage.room.write(new)


def own_way(choices: Choices, move: Move, lot: Random) -> Move:
    """Return what somebody does who follows no strategy just now; always legal."""
    if "consent" in choices.kinds:
        return Move(choices.seat, "consent")
    gains = dict(choices.gains)
    open_now = {(item, level) for item, levels in choices.levels for level in levels}
    wanted = sorted(pair for pair in open_now if gains.get(pair, 0.0) > 0.0)
    if "amend" not in choices.kinds or not wanted:
        return move
    item, level = lot.choice(wanted)
    others = [pair for pair in wanted if pair[0] != item]
    pairs = [(item, level)]
    if others and choices.link_limit > 1 and lot.random() < 0.5:
        pairs.append(lot.choice(others))
    return Move(choices.seat, "amend", levels=tuple(pairs))
