"""What a phone is told of the class: at how many tables anything was agreed on."""

from classroom.room import Room
from classroom.sitting import Sitting
from classroom.who import Learner
from sim.rules.codes import CLEAN, FULL
from tests.classroom.hands import Hands
from ui.classroom.student import student


def test_every_round_counts_the_tables_that_agreed_once_their_talks_are_over(hands: Hands):
    room = hands.make(people=12)
    hands.to(room, "play", 1)
    hands.next(room)
    seen = set()
    while not all(table.now.ended for table in room.state.tables.values()):
        seen.add(tally(room))
        hands.wait(0.25)
    assert tally(room) == {(1, agreed(room, 1), 3)}
    hands.to(room, "debrief")
    hands.wait(60)
    assert tally(room) == {(2, agreed(room, 2), 3), (1, agreed(room, 1), 3)}
    assert seen == {frozenset({(1, 0, 3)})}
    assert agreed(room, 1) > 0, "nothing came of it: this shows nothing"


def tally(room: Room) -> frozenset[tuple[int, int, int]]:
    """Return what a phone says of each round: its number, tables that agreed, tables."""
    result = student(room, Learner("s1"))["result"]
    return frozenset((each["round"], each["agreed"], each["all"]) for each in result)


def agreed(room: Room, number: int) -> int:
    """Return at how many tables a forum of theirs adopted a text, whole or in part."""
    return sum(map(came_to_something, [t.sittings[number] for t in room.state.tables.values()]))


def came_to_something(sitting: Sitting) -> bool:
    outcome = sitting.live.game.state.outcome
    return sitting.ended and any(outcome[f] in (CLEAN, FULL) for f in sitting.live.forums)
