"""A whole lesson through the public doors: joined, seated, played, closed, debriefed."""

import io

import pytest

from agents.bots import bot_move, played_out
from classroom.arguments import bare
from classroom.entry import Refusal
from classroom.plan import plans
from classroom.setup import lobby_for
from sim.play.game import new_game
from sim.play.log_lines import Log
from sim.play.replay import opened
from tests.classroom.people import human_moves


def test_a_class_goes_through_its_plan_and_comes_back_the_same(hands):
    room = hands.make(people=11)
    hands.next(room)
    assert sorted(len(room.state.people(tid)) for tid in room.state.tables) == [3, 4, 4]
    hands.to(room, "play", 1)
    for _ in range(6):
        assert human_moves(hands, room, 8) > 0
        hands.wait(4)
    assert hands.next(room).ok
    hands.wait(60)
    first = [table.now for table in room.state.tables.values()]
    assert all(each.live.over for each in first)
    hands.to(room, "play", 2)
    setups = {table.now.setup.configuration for table in room.state.tables.values()}
    assert setups == set(plans()["economic-75"].configurations)
    human_moves(hands, room, 20, 2)
    here = hands.digests(room)
    left = room.state.step_ends - room.clock.t
    back = hands.restart().by_code(room.state.code)
    assert hands.digests(back) == here
    assert back.state.step == room.state.step
    assert back.state.step_ends - back.clock.t == pytest.approx(left, abs=2.0)


def test_a_table_of_ai_seats_plays_as_the_model_does(hands):
    """What people do not touch is the run that the terminal makes from the same seed."""
    room = hands.make(people=1)
    hands.to(room, "play", 1)
    hands.teach(room, "hold", table=1, seat=room.state.students["s1"].seat)
    hands.next(room)
    hands.wait(30)
    now = room.state.tables[1].now
    start = new_game(lobby_for(now.setup).world, now.setup.seed)
    ended = next(
        game for _, game in played_out(start) if any(game.state.outcome[f] for f in now.live.forums)
    )
    assert now.live.game.digest == ended.digest


def test_the_log_of_a_table_can_be_replayed(hands):
    room = hands.make(people=4)
    hands.to(room, "play", 1)
    human_moves(hands, room, 10)
    hands.teach(room, "inject", event="new-listings")
    hands.next(room)
    hands.wait(30)
    live = room.state.tables[1].now.live
    replayed = opened(Log(io.BytesIO(live.log())))
    for _ in replayed:
        pass
    assert replayed.game.digest == live.game.digest
    happened = live.game.state.happened[live.game.world.index("event", "new-listings")]
    assert happened == 1


def test_stale_double_and_foreign_moves_are_refused(hands):
    room = hands.make(people=4)
    hands.to(room, "play", 1)
    now = room.state.tables[1].now
    (seat,) = now.live.asked
    sid = now.holders[seat][0]
    other = next(s for s in room.state.students if s != sid)
    move, turn = bare(bot_move(now.live.asked[seat].game).as_json()), now.live.question
    assert hands.do(room, other, "move", move=move, turn=turn).why == "not_asked"
    assert hands.do(room, sid, "move", move={"move": "conquer"}, turn=turn).why == "malformed"
    assert hands.do(room, sid, "move", move={"move": "consent"}, turn=turn).why == "not_legal"
    assert hands.do(room, sid, "move", move=move, turn=turn).ok
    assert hands.do(room, sid, "move", move=move, turn=turn).why in ("moved_on", "not_asked")
    assert len(now.decisions) == 1


def test_a_table_is_taken_back_and_its_branch_is_kept(hands):
    room = hands.make(people=4)
    hands.to(room, "play", 1)
    human_moves(hands, room, 30)
    now = room.state.tables[1].now
    start = now.live.rounds[-1]
    count, played = len(now.decisions), now.live.game.digest
    assert hands.teach(room, "rewind", table=1).why == "no_reason"
    assert hands.teach(room, "rewind", table=1, reason="a slip of the finger").ok
    assert len(now.decisions) < count
    assert now.live.game.digest in (start.table.game.digest, now.live.rounds[-1].table.game.digest)
    assert len(now.branches) == 1
    assert played[:12] in now.branches[0].log.decode()
    again = hands.restart().by_code(room.state.code).state.tables[1].now
    assert again.live.game.digest == now.live.game.digest
    assert again.branches == now.branches
    human_moves(hands, room, 10)


def test_ai_holds_the_seat_of_somebody_who_is_away_and_gives_it_back(hands):
    room = hands.make(people=4)
    hands.to(room, "play", 1)
    sid = next(iter(room.state.students))
    seat = room.state.students[sid].seat
    now = room.state.tables[1].now
    room.went(sid)
    hands.wait(19)
    assert seat not in now.held
    hands.wait(100)
    assert seat in now.held
    assert any(each.seat == seat and each.by == "ai" for each in now.decisions)
    room.came(sid)
    assert seat not in now.held


def test_pausing_stops_every_clock(hands):
    room = hands.make(people=4)
    hands.to(room, "play", 1)
    now = room.state.tables[1].now
    hands.teach(room, "pause")
    t = room.clock.t
    hands.wait(500, step=5)
    assert room.clock.t == t
    assert not now.decisions
    seat = next(iter(now.live.asked))
    sid = now.holders[seat][0]
    ack = hands.do(room, sid, "move", move={"move": "pass"}, turn=now.live.question)
    assert ack.why == "paused"
    hands.teach(room, "resume")
    hands.wait(120)
    assert now.decisions


def test_latecomers_take_seats_of_ai_then_advise(hands):
    room = hands.make(people=6)  # one table of four and one of two
    hands.to(room, "play", 1)
    late = [hands.join(room, f"L{k}") for k in range(4)]
    roles = [room.state.role(room.state.students[sid]) for sid in late]
    assert roles == ["decides", "decides", "advises", "advises"]


def test_a_double_click_on_next_moves_one_step(hands):
    room = hands.make(people=4)
    assert hands.teach(room, "next", to=1).ok
    assert hands.teach(room, "next", to=1).ok
    assert room.state.step == 1
    assert hands.teach(room, "next", to=4).why == "not_next"


def test_people_who_share_a_name_and_hostile_names(hands):
    room = hands.make()
    assert hands.join(room, "Kim") != hands.join(room, "kim")
    assert [each.nick for each in room.state.students.values()] == ["Kim", "kim 2"]
    hands.join(room, "K\u200dim")
    assert room.state.students["s3"].nick.endswith(" 3")
    for bad in ("", "   ", "x" * 25):
        with pytest.raises(Refusal):
            room.join(bad, "k", "w")


def test_a_deleted_class_is_gone_from_the_disk(hands):
    room = hands.make(people=2)
    assert hands.teach(room, "delete", code="WRONGC").why == "name_the_code"
    assert hands.teach(room, "delete", code=room.state.code).ok
    hands.wait(1)
    assert hands.house.by_code(room.state.code) is None
    assert hands.store.classes() == {}


def test_a_class_that_nobody_looks_at_stands_still(hands):
    room = hands.make(people=4)
    hands.to(room, "play", 1)
    for sid in list(room.online):
        room.went(sid)
    hands.wait(3600, step=20)
    t = room.clock.t
    hands.wait(3600, step=20)
    assert room.clock.t == t
    room.came("s1")
    hands.wait(30)
    assert room.clock.t > t


def test_a_round_that_was_closed_is_played_out_though_the_next_has_begun(hands):
    room = hands.make(people=11)
    hands.to(room, "play", 1)
    while room.state.at.round != 2:
        assert hands.next(room).ok
    assert not any(table.sittings[1].live.over for table in room.state.tables.values())
    hands.wait(30)
    assert all(table.sittings[1].ended for table in room.state.tables.values())
    assert all(table.sittings[1].live.over for table in room.state.tables.values())
    back = hands.restart().by_code(room.state.code)
    assert all(table.sittings[1].ended for table in back.state.tables.values())
    assert not any(table.sittings[1].built for table in back.state.tables.values())
