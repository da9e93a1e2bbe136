"""A class in the test's hands: its clock stands where the test puts it."""

import asyncio
from pathlib import Path

from classroom.house import House
from classroom.plan import Plan, plans
from classroom.room import Ack, Room
from classroom.store import Store, in_folder
from classroom.who import Learner, Teacher, Who


class Hands:
    """A server's classes, its clock, and short ways to do things."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = 1000.0
        self.store = Store(in_folder(folder))
        self.house = House(self.store, self.reading, self.reading)

    def reading(self) -> float:
        return self.now

    def make(self, plan: Plan | None = None, people: int = 0, seed: int = 5) -> Room:
        room = self.house.create(plan or plans()["economic-75"], seed)
        for k in range(people):
            self.join(room, f"P{k + 1}")
        return room

    def join(self, room: Room, nick: str) -> str:
        sid = room.join(nick, f"key of {nick}", f"word word word {nick}")
        room.came(sid)
        return sid

    def do(self, room: Room, who: Who | str, word: str, **more: object) -> Ack:
        asker = Learner(who) if isinstance(who, str) else who
        return asyncio.run(room.do(asker, {"do": word, **more}))

    def teach(self, room: Room, word: str, **more: object) -> Ack:
        return self.do(room, Teacher(), word, **more)

    def next(self, room: Room) -> Ack:
        return self.teach(room, "next", to=room.state.step + 1)

    def to(self, room: Room, kind: str, round: int = 0) -> None:
        while room.state.at.kind != kind or (round and room.state.at.round != round):
            assert self.next(room).ok

    def wait(self, seconds: float, step: float = 0.25) -> None:
        ends = self.now + seconds
        while self.now < ends:
            self.now = min(ends, self.now + step)
            while self.house.tick():
                pass

    def restart(self) -> House:
        """As after kill -9: nothing is closed, everything is read again."""
        self.store = Store(in_folder(self.folder))
        self.house = House(self.store, self.reading, self.reading)
        return self.house

    def digests(self, room: Room) -> list:
        """Return where every game of every table stands."""
        return [
            (tid, k, sitting.live.game.digest, sitting.live.question, sorted(sitting.live.asked))
            for tid, table in room.state.tables.items()
            for k, sitting in table.sittings.items()
        ]
