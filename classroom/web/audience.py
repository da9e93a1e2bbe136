"""The open pages of one class: which of them a change concerns, and who is there at all."""

from __future__ import annotations

import asyncio

from classroom.kept import EVERYBODY, STAFF
from classroom.room import Room
from classroom.web.hub import Hub, Viewer
from classroom.web.sockets import CLASS_GONE, ELSEWHERE, NOT_ALLOWED, Answers
from classroom.who import Learner, Teacher, Wall, Who


class Audience:
    """All pages of a class, told by the class what concerns whom.

    Parameters
    ----------
    room : Room
        The class.
    """

    def __init__(self, room: Room) -> None:
        self.room = room
        self.hub = Hub(lambda: room.state.n)
        self.answers: dict[Who, Answers] = {}
        room.watchers.append(self.told)

    def told(self, whom: set[str], who: Who | None) -> None:
        """Have those pages painted that a change concerns."""
        if self.room.state.deleted:
            # whoever asked for it is answered first
            asyncio.get_running_loop().call_later(0.1, self.close)
            return
        for viewer in self.concerned(whom):
            if self.removed(viewer):
                viewer.bye("removed", NOT_ALLOWED)
            else:
                # what concerns everybody, such as the next step, is seen by all at the same time
                self.hub.mark(viewer, rests=EVERYBODY not in whom)

    def close(self) -> None:
        """Tell every page that the class has been deleted."""
        for viewer in list(self.hub.viewers):
            viewer.bye("deleted", CLASS_GONE)

    def removed(self, viewer: Viewer) -> bool:
        """Say whether a page is that of somebody who has been taken out of the class."""
        if not isinstance(viewer.who, Learner):
            return False
        student = self.room.state.students.get(viewer.who.sid)
        return student is None or student.left

    def concerned(self, whom: set[str]) -> list[Viewer]:
        """Return the pages that a change concerns."""
        if EVERYBODY in whom:
            return list(self.hub.viewers)
        named = [name.partition(":") for name in whom]
        sids = {name for kind, _, name in named if kind == "student"}
        tables = {int(name) for kind, _, name in named if kind == "table"}
        students = self.room.state.students
        return [
            viewer
            for viewer in self.hub.viewers
            if (
                viewer.who.sid in sids or students[viewer.who.sid].table in tables
                if isinstance(viewer.who, Learner)
                else STAFF in whom
            )
        ]

    def forward(self, tid: int) -> None:
        """Let the pages of a table whose game was just built be painted before any other."""
        students = self.room.state.students
        for viewer in self.hub.viewers:
            who = viewer.who
            if viewer.dirty and isinstance(who, Learner) and students[who.sid].table == tid:
                self.hub.first.appendleft(viewer)

    def come(self, viewer: Viewer) -> Answers:
        """Take a page in: it is the one page of its student; returns their answers so far."""
        who = viewer.who
        assert isinstance(who, Learner | Teacher | Wall)
        self.room.pages += 1
        if isinstance(who, Learner):
            for other in self.hub.of(who):
                other.bye("elsewhere", ELSEWHERE)
                self.hub.leave(other)
            self.room.came(who.sid)
        return self.answers.setdefault(who, Answers(who))

    def go(self, viewer: Viewer) -> None:
        """Note that a page has gone."""
        who = viewer.who
        self.room.pages -= 1
        if isinstance(who, Learner) and not self.hub.of(who) and not self.removed(viewer):
            self.room.went(who.sid)
