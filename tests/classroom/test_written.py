"""What is acknowledged is written first, whole, and with as few writes as will do."""

import asyncio

from classroom.after import RULES
from classroom.store import StoreError
from classroom.who import Learner, Teacher


def test_a_disk_that_is_full_makes_the_class_read_only_and_loses_nothing(hands):
    room = hands.make(people=4)
    hands.to(room, "play", 1)
    hands.wait(30)
    kept = hands.digests(room)
    n = room.state.n
    good = hands.store.append

    def full(*_):
        raise StoreError("database or disk is full")

    hands.store.append = full
    ack = hands.teach(room, "pause")
    assert (ack.ok, ack.why) == (False, "not_kept")
    assert room.fault == "database or disk is full"
    assert (room.state.n, hands.digests(room)) == (n, kept)
    assert hands.teach(room, "pause").why == "read_only"
    hands.store.append = good
    hands.wait(1)
    assert room.fault == ""
    assert hands.teach(room, "pause").ok


def test_a_command_that_breaks_leaves_what_came_before_it(hands, monkeypatch):
    room = hands.make(people=4)
    hands.to(room, "play", 1)

    def breaks(*_):
        raise ZeroDivisionError

    monkeypatch.setitem(RULES, "helped", breaks)

    async def both():
        return await asyncio.gather(
            room.do(Teacher(), {"do": "extra", "sid": "s1", "factor": 2}),
            room.do(Learner("s1"), {"do": "help", "on": True}),
            room.do(Teacher(), {"do": "extra", "sid": "s2", "factor": 2}),
        )

    acks = asyncio.run(both())
    assert [ack.ok for ack in acks] == [True, False, True]
    assert acks[1].why == "broken"
    back = hands.restart().by_code(room.state.code)
    assert [back.state.students[sid].extra for sid in ("s1", "s2")] == [2, 2]
    assert back.state.n == room.state.n


def test_who_acts_just_after_somebody_is_written_with_others_who_do(hands, monkeypatch):
    room = hands.make(people=3)
    written = []
    append = hands.store.append

    def noted(cid, entries):
        written.append([entry.kind for entry in entries])
        append(cid, entries)

    monkeypatch.setattr(hands.store, "append", noted)

    async def one_after_the_other():
        await room.do(Learner("s1"), {"do": "help", "on": True})
        others = []
        for sid in ("s2", "s3"):
            others.append(asyncio.ensure_future(room.do(Learner(sid), {"do": "help", "on": True})))
            await asyncio.sleep(0)
        return await asyncio.gather(*others)

    assert all(ack.ok for ack in asyncio.run(one_after_the_other()))
    assert written == [["helped"], ["helped", "helped"]]
