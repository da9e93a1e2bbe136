"""Nothing of what one seat alone knows reaches another, whatever is done with it.

Two classes play the same moves; in one of them one agency wants other things. What the other
side's students are sent must not differ by a byte.
"""

import json
from typing import Any

import pytest

from agents.bots import bot_move
from classroom.arguments import bare
from classroom.plan import plans
from classroom.room import Room
from classroom.web.bots.leaks import Watch, telling
from classroom.web.parts import written
from classroom.who import Learner
from tests.classroom.hands import Hands
from ui.classroom.student import student

SECRET = "jp-meti"
WANTS = ("position.jp-meti.I03=3.2", "position.jp-meti.I07=3.1", "salience.jp-meti.I03=0.6")


def a_class(hands: Hands, *changes: str) -> Room:
    plan = plans()["economic-75"]
    plan = plan.model_copy(update={"changes": (*plan.changes, *changes)})
    room = hands.make(plan, people=4)
    hands.to(room, "brief")
    return room


def frames(room: Room) -> dict[str, dict[str, str]]:
    """Return what every student is sent, by seat."""
    return {
        each.seat: {
            part: written(value) for part, value in student(room, Learner(each.sid)).items()
        }
        for each in room.state.present
    }


def others(found: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    """Return what the seats of the other side are sent."""
    return {seat: parts for seat, parts in found.items() if not seat.startswith("jp-")}


def move(hands: Hands, room: Room, seat: str, what: dict[str, Any]) -> bool:
    sitting = room.state.tables[1].now
    (sid,) = sitting.holders[seat]
    return hands.do(room, sid, "move", move=what, turn=sitting.live.question).ok


def ways(room: Room) -> list[tuple[str, dict[str, Any]]]:
    """Return what is done now: the other side moves as bots would, this side lets all pass."""
    found = []
    for seat, asked in room.state.tables[1].now.live.asked.items():
        plain = {"move": "pass" if asked.game.ask == "floor" else "consent"}
        own = seat.startswith("jp-")
        found.append((seat, plain if own else bare(bot_move(asked.game).as_json())))
    return found


def test_what_a_seat_wants_changes_nothing_the_other_side_is_sent(hands: Hands):
    one, two = a_class(hands), a_class(hands, *WANTS)
    assert frames(one)[SECRET] != frames(two)[SECRET]  # or the test would show nothing
    assert others(frames(one)) == others(frames(two))
    for kind in ("practice", "play"):
        for room in (one, two):
            hands.to(room, kind)
        assert others(frames(one)).keys() == {"us-state", "us-commerce"}
        assert others(frames(one)) == others(frames(two)), kind
    asked, said = set(), set()
    for _ in range(12):
        for seat, what in ways(one):
            asked.add(seat)
            said.add(what["move"])
            assert move(hands, one, seat, what) == move(hands, two, seat, what)
            assert others(frames(one)) == others(frames(two)), (seat, what)
    assert len(asked) == 4
    assert said >= {"pass", "amend", "consent"}
    assert frames(one)[SECRET] != frames(two)[SECRET]


def test_a_leak_would_be_seen(hands: Hands):
    """The watch that bots keep over their frames knows enough of every seat to find a leak."""
    room = a_class(hands)
    hands.to(room, "play")
    watch = Watch()
    sent = {each.seat: student(room, Learner(each.sid)) for each in room.state.present}

    def plain(parts: dict[str, Any]) -> dict[str, Any]:
        return {part: json.loads(written(value)) for part, value in parts.items()}

    for seat, parts in sent.items():
        watch.learn("here", seat, plain(parts)["brief"])
    for seat, parts in sent.items():
        watch.look("here", seat, {"see": plain(parts)})
    assert watch.found == []
    for seat in sent:
        foreign = watch.alien("here", seat)
        assert len(foreign) >= 3, seat
    leaked = plain(sent[SECRET])["brief"]
    watch.look("here", "us-state", {"see": {"news": [leaked]}})
    assert watch.found
    assert telling(leaked)


@pytest.mark.parametrize("part", ["brief", "turn"])
def test_what_is_secret_is_sent_to_its_seat(hands: Hands, part: str):
    room = a_class(hands)
    hands.to(room, "play")
    asked = next(iter(room.state.tables[1].now.live.asked))
    assert part in frames(room)[asked]
