"""Who keeps a seat that they share when the class goes to another step."""

from pathlib import Path

from classroom.export.again import opened_archive, replayed
from classroom.export.archive import archive, folded
from classroom.export.sheets_again import checked_sheets
from tests.classroom.hands import Hands
from tests.classroom.lessons import SHORT
from tests.classroom.test_a_lesson import human_moves


def seats(room) -> dict[str, tuple[int, str, str]]:
    return {each.sid: (each.table, each.seat, room.state.role(each)) for each in room.state.present}


def shared(hands: Hands):
    """A table at which the teacher has put two into one seat, so that AI has two."""
    room = hands.make(SHORT, people=4)
    hands.to(room, "brief")
    where = seats(room)
    first, other, third, _ = where
    for sid in (other, third):
        assert hands.teach(room, "move_student", sid=sid, table=1, seat=where[first][1]).ok
    return room, seats(room)


def test_who_shares_a_seat_keeps_it_as_the_first_round_begins(hands):
    room, before = shared(hands)
    assert [role for *_, role in before.values()].count("advises") == 2
    hands.to(room, "play", 1)
    assert seats(room) == before
    again = folded("again", room.whole_log)
    assert {sid: (each.table, each.seat) for sid, each in again.students.items()} == {
        sid: place[:2] for sid, place in before.items()
    }


def test_so_they_do_where_the_clock_moves_the_class_on(hands):
    room, before = shared(hands)
    assert hands.teach(room, "pacing", mode="clock").ok
    hands.wait(130, step=5)
    assert room.state.at.kind == "play"
    assert seats(room) == before


def test_a_later_round_gives_free_seats_to_those_who_share_one(hands):
    room, _ = shared(hands)
    hands.to(room, "play", 1)
    hands.to(room, "play", 2)
    assert {role for *_, role in seats(room).values()} == {"decides"}


def test_an_export_of_it_is_played_again(hands, tmp_path: Path):
    room, _ = shared(hands)
    hands.to(room, "play", 1)
    human_moves(hands, room, 4)
    path = tmp_path / "class.zip"
    path.write_bytes(archive(room.whole_log))
    assert len(list(replayed(opened_archive(path), workers=0))) == 1
    assert len(checked_sheets(opened_archive(path))) == 9
