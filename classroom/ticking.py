"""What happens in a class by itself: time runs out, AI moves, somebody has gone."""

from __future__ import annotations

from collections.abc import Iterator

from agents.bots import bot_move
from agents.together import silence
from classroom.arguments import bare
from classroom.entry import Wanted
from classroom.room import Room
from classroom.sitting import Sitting
from classroom.state import ClassState
from classroom.stepping import to_step
from classroom.store import StoreError
from sim.play.game import Game

AWAY = 20.0
"""Seconds without a connection after which a seat's person counts as away."""
HANDED = 90.0
"""Seconds without a connection after which AI takes the seat."""
BEAT = 2.0
"""Seconds between two notes of the class time."""
SLICE = 0.05
"""Seconds that one tick may take of the server."""


def tick(room: Room) -> bool:
    """Let a class do what is due; says whether more is due at once."""
    if room.fault:
        room.mend()
        return False
    state = room.state
    if state.deleted:
        return False
    beat(room)
    if not room.clock.running:
        return False
    slice_ = Slice(room)
    room.put(slice_)
    return slice_.more and not room.fault


class Slice:
    """What is due in a class, as much of it as one tick has time for.

    It is taken entry by entry and written in one go: a write to the disk costs more than a move.
    """

    def __init__(self, room: Room) -> None:
        self.room = room
        self.more = False

    def __iter__(self) -> Iterator[Wanted]:
        """Yield what is due until the time is up."""
        reading = self.room.clock.reading
        started = reading()
        for wanted in due(self.room):
            if wanted is not None:
                yield wanted
            if reading() - started > SLICE:
                self.more = True
                return


def beat(room: Room) -> None:
    """Note the class time now and then, so that a restart loses next to none."""
    t = room.clock.t
    if abs(t - room.beat) < BEAT:
        return
    room.beat = t
    try:
        room.store.heart(room.state.cid, t)
    except StoreError as error:
        room.fault = str(error)
        room.publish({"all"}, None)


def due(room: Room) -> Iterator[Wanted | None]:
    """Yield what is due, one entry after another; each is taken before the next is asked for.

    Nothing is yielded for a game that had to be built again, which takes a while.
    """
    state = room.state
    yield from on_by_itself(room)
    if room.state.at.kind not in ("play", "look", "statements", "debrief", "end"):
        return
    for tid, table in sorted(state.tables.items()):
        # a round that was closed is played to its end, even where the next has begun meanwhile
        for sitting in list(table.sittings.values()):
            if sitting.ended or (sitting is not table.now and not sitting.closing):
                continue
            if not sitting.built:
                sitting.live  # noqa: B018
                yield None
            if sitting is table.now:
                yield from gone(room, tid, sitting)
            yield from decisions(room, tid, sitting)


def decisions(room: Room, tid: int, sitting: Sitting) -> Iterator[Wanted]:
    """Yield the decisions at a table whose time is up: AI's, and those of people who said nothing.

    AI seats answer in turn, so that a table of AI seats takes its time too; in a round that was
    closed they take none.
    """
    live = sitting.live
    while sitting.closing and not live.over:
        # whose turn it is knows the game at once; who else might answer would have to be worked out
        yield "decided", decision(tid, sitting, live.game.seat, live.game)
    if live.over:
        yield "finished", {"table": tid, "round": sitting.round}
        return
    for seat, asked in live.asked.items():
        ends = room.deadline(sitting, seat)
        if ends is not None and ends <= room.clock.t:
            yield "decided", decision(tid, sitting, seat, asked.game)
            return


def decision(tid: int, sitting: Sitting, seat: str, game: Game) -> dict[str, object]:
    """Return what is decided for a seat: by its AI, or by the silence of its people."""
    ai = sitting.by_ai(seat)
    # silence is consent to an amendment; a turn on the floor that nobody uses is played by AI
    move = bot_move(game) if ai or game.ask == "floor" else silence(game)
    return {
        "table": tid,
        "round": sitting.round,
        "seat": seat,
        "move": bare(move.as_json()),
        "by": "ai" if ai and not human(sitting, seat) else "default",
    }


def human(sitting: Sitting, seat: str) -> bool:
    """Say whether people hold a seat of a round that was closed over their heads."""
    return sitting.closing and seat not in sitting.held and bool(sitting.holders.get(seat))


def gone(room: Room, tid: int, sitting: Sitting) -> Iterator[Wanted]:
    """Yield the seats that AI takes over because all their people are away."""
    t = room.clock.t
    for seat, holders in sitting.holders.items():
        if not holders or seat in sitting.held or sitting.closing:
            continue
        away = [t - room.gone[sid] for sid in holders if sid not in room.online]
        if len(away) < len(holders) or sitting.live.over:
            continue
        ends = room.deadline(sitting, seat)
        late = ends is not None and ends <= t and min(away) >= AWAY
        if min(away) >= HANDED or late:
            yield "held", {"table": tid, "round": sitting.round, "seat": seat}


def on_by_itself(room: Room) -> Iterator[Wanted]:
    """Yield the step to the next step where the class goes on without the teacher."""
    state = room.state
    if state.next is None or state.ended or state.at.kind in ("lobby", "debrief", "end"):
        return
    late = state.step_ends is not None and room.clock.t >= state.step_ends
    if (state.pacing == "clock" and late) or (state.pacing == "ready" and all_ready(room, state)):
        yield from to_step(state, state.step + 1)


def all_ready(room: Room, state: ClassState) -> bool:
    """Say whether everybody who is here is done with the step."""
    if state.at.kind == "play":
        sittings = [table.now for table in state.tables.values()]
        return bool(sittings) and all(each is None or each.live.over for each in sittings)
    here = [each for each in state.present if each.sid in room.online]
    return bool(here) and all(each.ready for each in here)
