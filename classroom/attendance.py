"""Who is in a class: coming in, coming back, being here, and where a latecomer sits."""

from __future__ import annotations

from classroom import codes
from classroom.arguments import NICK, words_in
from classroom.entry import Refusal, Wanted
from classroom.kept import STAFF, Kept
from classroom.readable import look
from classroom.seating import Preview, alternating, preview
from classroom.setup import lobby_for, seats_of
from classroom.state import Student

MOST_PEOPLE = 1000
"""People one class may have."""
MOST_NAMES = 5 * MOST_PEOPLE
"""Names that may ever be given in one class, those of people who were taken out again too."""
IDLE = 300.0
"""Seconds without any page open after which a class stands still."""


class Attendance(Kept):
    """The people of a class."""

    @property
    def idle(self) -> bool:
        """Whether nobody has looked at the class for so long that its time stands still."""
        now = self.clock.reading()
        if self.pages or self.online:
            self.alone_since = now
        alone = now - self.alone_since > IDLE
        self.clock.run(not alone and not self.state.paused and not self.damaged)
        return alone

    def came(self, sid: str) -> None:
        """Note that somebody is connected; a seat that AI held for them is theirs again."""
        self.online[sid] = self.clock.t
        self.gone.pop(sid, None)
        student = self.state.students[sid]
        table = self.state.tables.get(student.table)
        now = table.now if table is not None else None
        if now is not None and student.seat in now.held and not self.fault:
            data = {"table": student.table, "round": now.round, "seat": student.seat}
            self.put([("returned", data)])
        self.publish({STAFF, f"table:{student.table}"}, None)

    def went(self, sid: str) -> None:
        """Note that somebody's last connection is gone."""
        self.online.pop(sid, None)
        self.gone[sid] = self.clock.t
        self.publish({STAFF, f"table:{self.state.students[sid].table}"}, None)

    def join(self, nick: str, key: str, words: str) -> str:
        """Let somebody in; returns their id.

        Parameters
        ----------
        nick : str
            The name they give; text from outside.
        key, words : str
            The key of their cookie and their personal code; only fingerprints are kept.

        Raises
        ------
        Refusal
            Where there is no name, or no room.
        """
        name = words_in({"nick": nick}, "nick", NICK)
        if not name:
            raise Refusal("no_name")
        if self.fault:
            raise Refusal("read_only")
        if self.state.ended or self.state.deleted:
            raise Refusal("class_over")
        if self.state.shut:
            raise Refusal("class_shut")
        if len(self.state.present) >= MOST_PEOPLE or len(self.state.students) >= MOST_NAMES:
            raise Refusal("class_full", most=MOST_PEOPLE)
        sid = f"s{len(self.state.students) + 1}"
        known = {look(each.nick) for each in self.state.present}
        unlike = next(
            each
            for each in (name, *(f"{name[: NICK - 4]} {k}" for k in range(2, MOST_PEOPLE + 2)))
            if look(each) not in known
        )
        prints = {"key": codes.fingerprint(key), "words": codes.fingerprint(codes.plain(words))}
        if not self.put([("joined", {"sid": sid, "nick": unlike, **prints})]):
            raise Refusal("read_only")
        self.gone[sid] = self.clock.t
        if self.state.tables:
            self.put(self.seat_late(self.state.students[sid]))
        return sid

    def whose(self, words: str) -> str:
        """Return whose a personal code is, or an empty text."""
        mark = codes.fingerprint(codes.plain(words))
        return next((each.sid for each in self.state.present if each.words == mark), "")

    def back(self, words: str, key: str) -> str:
        """Let somebody in again on another device; returns their id, or raises Refusal."""
        sid = self.whose(words)
        if not sid:
            raise Refusal("no_such_words")
        # a key that is not kept would open nothing, and take the place of one that does
        rekeyed = ("rekeyed", {"sid": sid, "key": codes.fingerprint(key)})
        if self.fault or not self.put([rekeyed]):
            raise Refusal("read_only")
        return sid

    def known(self, key: str) -> str:
        """Return who has a key, or an empty text."""
        mark = codes.fingerprint(key)
        return next((each.sid for each in self.state.present if each.key == mark), "")

    def seat_late(self, student: Student) -> list[Wanted]:
        """Return what seats a latecomer: in place of AI where there is a place, else beside."""
        if not self.state.tables or self.state.ended:
            return []
        free = {tid: len(self.empty(tid)) for tid in self.state.tables}
        least = {tid: len(self.state.people(tid)) for tid in self.state.tables}
        tid = min(free, key=lambda each: (-min(free[each], 1), least[each], each))
        return [("seated", {"seats": {student.sid: [tid, self.freest(tid, student.sid)]}})]

    def would_make(self) -> Preview:
        """Return the tables that would be made of those who are here."""
        people = len(self.state.present)
        return preview(people, len(self.seats_at(1)), self.state.plan.per_seat)

    def seats_at(self, tid: int) -> tuple[str, ...]:
        """Return the seats of a table: of the round it plays, or of its next."""
        table = self.state.tables.get(tid)
        if table is not None and table.now is not None:
            return table.now.seats
        step = next(s for s in self.state.plan.step if s.kind == "play")
        return seats_of(self.state.setup(tid, step))

    def empty(self, tid: int) -> list[str]:
        """Return the seats of a table that nobody sits in."""
        taken = {each.seat for each in self.state.people(tid)}
        return [seat for seat in self.seats_at(tid) if seat not in taken]

    def freest(self, tid: int, sid: str) -> str:
        """Return the seat of a table with the fewest people, sides in turn."""
        people = [each.seat for each in self.state.people(tid) if each.sid != sid]
        step = next(s for s in self.state.plan.step if s.kind == "play")
        lobby = lobby_for(self.state.setup(tid, step))
        sides = {card.id: card.side for card in lobby.seats}
        turns = alternating(self.seats_at(tid), {**dict.fromkeys(self.seats_at(tid), ""), **sides})
        return min(turns, key=people.count)
