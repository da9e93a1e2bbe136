"""A lesson from its first step to its debrief, with everybody in it played."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from random import Random
from typing import Any

from classroom import codes
from classroom.entry import Entry
from classroom.questionnaires import AFTER, BEFORE
from classroom.rehearsal.at_table import TableLog
from classroom.rehearsal.cast import DISSENT, HELD_BACK, TAKEAWAYS, answers, name
from classroom.rehearsal.stage import Stage
from classroom.said import said
from classroom.who import Learner, Teacher
from scenarios.tongue import OWN

Play = Callable[[list[Entry], list[int]], Iterable[TableLog]]
"""Plays the tables of the round that has begun."""
PAUSE = 5.0
"""Seconds from the last table's end to the teacher's click."""
QUICK = 0.8
"""The part of a step in which people are done with it, where nothing holds them."""
Told = Callable[[str, int, int], None]


class Lesson:
    """A lesson under way.

    Parameters
    ----------
    stage : Stage
        The class, just made.
    people : int
        Students.
    seed : int
        Of all they do.
    play : callable
    told : callable
        Told what is going on: the step, how much of it is done, and of how much.
    language : str
        In which they read and write.
    tables : int
        Tables the teacher has made; 0 for as many as suits.
    """

    def __init__(
        self,
        stage: Stage,
        people: int,
        seed: int,
        play: Play,
        told: Told,
        language: str = OWN,
        tables: int = 0,
    ) -> None:
        self.stage = stage
        self.people = people
        self.lot = Random(seed)
        self.played = play
        self.told = told
        self.language = language
        self.at_tables = tables
        self.tables: list[TableLog] = []

    def run(self) -> None:
        """Go through the steps up to the debrief."""
        state = self.stage.room.state
        while state.at.kind not in ("debrief", "end"):
            self.told(state.at.kind, 0, 1)
            getattr(self, state.at.kind)()
            if state.next is None:
                return
            self.teach("next", to=state.step + 1)
            for each in self.tables:
                self.write(each.closing)
            self.tables = []
        if state.at.kind == "debrief":
            self.everybody(self.take_away, 60.0)

    # ------------------------------------------------------------------ steps

    def lobby(self) -> None:
        """Let people come in, and answer the first questions while they wait."""
        room, start, length = self.stage.room, self.stage.t, self.minutes(4)
        times = sorted(self.lot.uniform(0.0, QUICK * length) for _ in range(self.people))
        for k, t in enumerate(times):
            self.stage.go_to(start + t)
            sid = room.join(name(k, self.language), codes.token(), codes.four_words())
            room.online[sid] = self.stage.t
            room.gone.pop(sid, None)
            if self.language != OWN:
                self.say(sid, "speak", language=self.language)
        self.stage.go_to(start + QUICK * length)
        self.everybody(lambda sid: self.ask(sid, BEFORE), (1.0 - QUICK) * length)
        if self.at_tables:
            self.teach("make_tables", tables=self.at_tables)

    def brief(self) -> None:
        """Let people read their briefs and answer the questions about them."""
        self.everybody(self.check, self.minutes(6))

    def practice(self) -> None:
        """Let people try a move; it is kept nowhere."""
        self.everybody(self.ready, self.minutes(3))

    def play(self) -> None:
        """Play every table, and wait for the last of them or for the end of the round."""
        state = self.stage.room.state
        tids = sorted(state.tables)
        for n, each in enumerate(self.played(list(self.stage.log.entries), tids), 1):
            self.tables.append(each)
            self.told("play", n, len(tids))
        self.tables.sort(key=lambda each: each.table)
        done = [(*entry, each.table) for each in self.tables for entry in each.during]
        self.write((t, kind, data) for t, kind, data, _ in sorted(done, key=lambda d: (d[0], d[3])))
        last = max((t for t, *_ in done), default=self.stage.t)
        ends = state.step_ends
        whole = all(each.over for each in self.tables)
        self.stage.go_to(last + PAUSE if whole or ends is None else ends)

    def look(self) -> None:
        """Let people write what held them back."""
        self.everybody(lambda sid: self.say(sid, "line", text=self.choice(HELD_BACK)), 120.0)

    def statements(self) -> None:
        """Let people sign or dissent, and answer the last questions."""
        self.everybody(self.sign, self.minutes(6))

    # ------------------------------------------------------------------ what people do

    def check(self, sid: str) -> None:
        """Answer the questions about the brief, twice where the first try was wrong."""
        room = self.stage.room
        for each in room.checks(room.state.students[sid]):
            wrong = [str(n) for n in range(len(each.answers)) if str(n) != each.right]
            if self.lot.random() < 0.25:
                self.say(sid, "check", item=each.id, answer=self.lot.choice(wrong))
            self.say(sid, "check", item=each.id, answer=each.right)
        self.ready(sid)

    def ready(self, sid: str) -> None:
        """Say that one is done."""
        self.say(sid, "ready", on=True)

    def ask(self, sid: str, when: str) -> None:
        """Answer a questionnaire."""
        for item, value in answers(when, self.lot):
            self.say(sid, "answer", questionnaire=when, item=item, value=value)

    def sign(self, sid: str) -> None:
        """Sign the statement, or dissent."""
        yes = self.lot.random() < 0.85
        self.say(sid, "sign", yes=yes, reason="" if yes else said("bot", DISSENT, self.language))
        self.ask(sid, AFTER)

    def take_away(self, sid: str) -> None:
        """Write what one takes away."""
        if self.lot.random() < 0.9:
            self.say(sid, "takeaway", text=self.choice(TAKEAWAYS))

    # ------------------------------------------------------------------ how it is done

    def choice(self, texts: Sequence[str]) -> str:
        """Return one of some texts, in the language of the lesson."""
        return said("bot", self.lot.choice(texts), self.language)

    def minutes(self, else_: float) -> float:
        """Return the seconds of the step."""
        return 60.0 * (self.stage.room.state.at.minutes or else_)

    def everybody(self, does: Callable[[str], None], seconds: float) -> None:
        """Let everybody do something, one after the other over some seconds."""
        sids = [each.sid for each in self.stage.room.state.present]
        start = self.stage.t
        for n, sid in enumerate(sids, 1):
            self.stage.go_to(start + QUICK * seconds * n / max(1, len(sids)))
            does(sid)

    def say(self, sid: str, word: str, **more: Any) -> None:
        """Send a student's command; one that is refused is a fault of the rehearsal."""
        self.command(Learner(sid), {"do": word, **more})

    def teach(self, word: str, **more: Any) -> None:
        """Send the teacher's command."""
        self.command(Teacher(), {"do": word, **more})

    def command(self, who: Learner | Teacher, command: dict[str, Any]) -> None:
        """Send a command."""
        ack, new = self.stage.room.taken(who, command)
        if not ack.ok:
            raise RuntimeError(f"rehearsal: {command} was refused: {ack.why} {ack.gaps}")
        self.stage.room.write(new)

    def write(self, done: Iterable[tuple[float, str, dict[str, Any]]]) -> None:
        """Write what was done at the tables into the log of the class."""
        for t, kind, data in done:
            self.stage.go_to(t)
            self.stage.room.write([self.stage.room.entry(kind, data)])
