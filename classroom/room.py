"""One class that is under way: commands in, entries into the log, screens told.

A room lives in one event loop. Commands that come close together are taken in order, their
entries written to the log in one go, and only then acknowledged: what somebody is told has
happened is on the disk.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from agents.table import Table, seated_at
from classroom import codes
from classroom.after import created, take
from classroom.clock import Clock
from classroom.doings import DOINGS, Wanted, parsed, words_in
from classroom.entry import Entry, Refusal
from classroom.live import lobby_for, seats_of
from classroom.orders import NICK, ORDERS
from classroom.plan import Plan
from classroom.questionnaires import valid_answer
from classroom.seating import Preview, alternating, preview
from classroom.state import ClassState, Sitting, Student
from classroom.store import Store, StoreError
from classroom.who import Learner, Teacher, Wall, Who
from sim.play.errors import RuleError

log = logging.getLogger(__name__)

MOST_PEOPLE = 1000
"""People one class may have."""
EVERYBODY = "all"
STAFF = "staff"


@dataclass(frozen=True)
class Ack:
    """What became of a command.

    Parameters
    ----------
    ok : bool
        Whether it was taken; then it is on the disk.
    n : int
        Number of the last entry.
    why, gaps : str, dict
        Key of the sentence that says why not, and what fills its gaps.
    tell : dict
        What only the one who asked is told.
    """

    ok: bool
    n: int
    why: str = ""
    gaps: dict[str, Any] | None = None
    tell: dict[str, Any] | None = None


@dataclass(frozen=True)
class Check:
    """A question about the brief; ``right`` is the index of the right answer, as text."""

    id: str
    question: str
    answers: tuple[str, ...]
    right: str
    why: str


@dataclass(frozen=True)
class Inject:
    """An event that the teacher may bring about."""

    id: str
    title: str


class Room:
    """A class under way.

    Parameters
    ----------
    state : ClassState
        As the log has it.
    store : Store
        Where the log is.
    t : float
        Class time to go on from.
    reading, wall_clock : callable
        Clocks; for tests and rehearsals to bring their own.

    Notes
    -----
    ``watchers`` are called after every change with whom it concerns: a set of ``"all"``,
    ``"staff"``, ``"table:3"``, ``"student:s12"``; and with who caused it, or None.
    """

    def __init__(
        self,
        state: ClassState,
        store: Store,
        t: float = 0.0,
        reading: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self.state = state
        self.store = store
        self.wall_clock = wall_clock
        self.clock = Clock(reading, t)
        self.clock.run(not state.paused)
        self.watchers: list[Callable[[set[str], Who | None], None]] = []
        self.online: dict[str, float] = {}
        """Who is connected, and since when; kept by the sockets."""
        self.gone: dict[str, float] = dict.fromkeys(state.students, t)
        """Who is not, and since what class time."""
        self.practice: dict[str, Table] = {}
        self.fault = ""
        """Why nothing can be written now; empty while all is well."""
        self.telling: str | None = None
        self.queue: list[tuple[Who, dict[str, Any], asyncio.Future[Ack]]] = []
        self.beat = 0.0

    # ------------------------------------------------------------------ commands

    async def do(self, who: Who, command: dict[str, Any]) -> Ack:
        """Take a command; returns when it is on the disk, or was refused."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Ack] = loop.create_future()
        self.queue.append((who, command, future))
        if len(self.queue) == 1:
            loop.call_soon(self.flush)
        return await future

    def flush(self) -> None:
        """Take every command that waits, and write their entries in one go."""
        batch, self.queue = self.queue, []
        entries: list[Entry] = []
        answers = []
        concerned: list[tuple[set[str], Who]] = []
        for who, command, future in batch:
            ack, new, whom = self.taken(who, command)
            entries += new
            answers.append((future, ack))
            if whom:
                concerned.append((whom, who))
        fault = self.write(entries)
        for future, ack in answers:
            if not future.done():
                future.set_result(Ack(False, self.state.n, "not_kept") if fault and ack.ok else ack)
        for whom, who in concerned:
            self.publish({EVERYBODY} if fault else whom, who)

    def taken(self, who: Who, command: dict[str, Any]) -> tuple[Ack, list[Entry], set[str]]:
        """Take one command into the state; returns its answer, its entries and whom it concerns."""
        self.telling = None
        try:
            if self.fault:
                raise Refusal("read_only")
            wanted = list(self.wanted(who, command))
            entries = [self.entry(kind, data) for kind, data in wanted]
        except Refusal as refusal:
            return Ack(False, self.state.n, refusal.why, refusal.gaps), [], set()
        except Exception:
            log.exception("class %s: command %.300r of %r", self.state.code, command, who)
            return Ack(False, self.state.n, "broken"), [], set()
        whom = set().union(*(self.concerns(entry) for entry in entries))
        if isinstance(who, Learner):
            whom.add(f"student:{who.sid}")
        tell = {"words": self.telling} if self.telling else None
        return Ack(True, self.state.n, tell=tell), entries, whom

    def wanted(self, who: Who, command: dict[str, Any]) -> Iterable[Wanted]:
        """Return the entries a command asks for; raises Refusal."""
        word = command.get("do")
        if self.state.deleted or (self.state.ended and word not in ("delete", "slide", "reveal")):
            raise Refusal("class_over")
        if (isinstance(who, Teacher) and word in ORDERS) or (
            isinstance(who, Wall) and word in ("slide", "reveal")
        ):
            return ORDERS[word](self, command)
        if isinstance(who, Learner) and word in DOINGS:
            student = self.state.students.get(who.sid)
            if student is None or student.left:
                raise Refusal("no_such_student")
            return DOINGS[word](self, student, command)
        raise Refusal("unknown_command")

    def entry(self, kind: str, data: dict[str, Any]) -> Entry:
        """Return the next entry, after taking it into the state."""
        new = Entry(self.state.n + 1, self.wall_clock(), self.clock.t, kind, data)
        take(self.state, new)
        if kind == "paused":
            self.clock.run(not data["on"])
        if kind == "stepped":
            self.practice.clear()
        return new

    def write(self, entries: list[Entry]) -> str:
        """Write entries to the log; where that fails, go back to what is there and say why."""
        if not entries:
            return ""
        try:
            self.store.append(self.state.cid, entries)
        except StoreError as error:
            log.error("class %s cannot be written: %s", self.state.code, error)
            self.fault = str(error)
            self.state = self.store.state(self.state.cid)
            self.clock.run(not self.state.paused)
            return self.fault
        return ""

    def put(self, wanted: Iterable[Wanted], who: Who | None = None) -> bool:
        """Write entries that nobody asked for, such as AI's; says whether they are kept."""
        entries = [self.entry(kind, data) for kind, data in wanted]
        if not entries:
            return True
        fault = self.write(entries)
        whom = set().union(*(self.concerns(entry) for entry in entries))
        self.publish({EVERYBODY} if fault else whom, who)
        return not fault

    # ------------------------------------------------------------------ screens

    def publish(self, whom: set[str], who: Who | None) -> None:
        """Tell the screens that something changed."""
        for watcher in list(self.watchers):
            watcher(whom, who)

    def concerns(self, entry: Entry) -> set[str]:
        """Return whose screens an entry changes; the teacher's and the wall always do."""
        if "table" in entry.data:
            return {STAFF, f"table:{entry.data['table']}"}
        if entry.kind in ("injected", "forum") or entry.data.get("tables"):
            return {STAFF, *(f"table:{tid}" for tid in entry.data["tables"])}
        if entry.kind == "seated" and not entry.data.get("anew"):
            seats = entry.data["seats"].items()
            whose = {f"student:{sid}" for sid, _ in seats}
            return {STAFF, *whose, *(f"table:{tid}" for _, (tid, _) in seats if tid)}
        if "sid" in entry.data:
            return {STAFF, f"student:{entry.data['sid']}"}
        if entry.kind in ("slid", "revealed", "rostered", "paced"):
            return {STAFF}
        return {STAFF, EVERYBODY}

    # ------------------------------------------------------------------ people

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
        if len(self.state.students) >= MOST_PEOPLE:
            raise Refusal("class_full", most=MOST_PEOPLE)
        sid = f"s{len(self.state.students) + 1}"
        known = {each.nick.casefold() for each in self.state.present}
        unlike = next(
            each
            for each in (name, *(f"{name[: NICK - 4]} {k}" for k in range(2, MOST_PEOPLE + 2)))
            if each.casefold() not in known
        )
        prints = {"key": codes.fingerprint(key), "words": codes.fingerprint(codes.plain(words))}
        if not self.put([("joined", {"sid": sid, "nick": unlike, **prints})]):
            raise Refusal("read_only")
        self.gone[sid] = self.clock.t
        if self.state.tables:
            self.put(self.seat_late(self.state.students[sid]))
        return sid

    def back(self, words: str, key: str) -> str:
        """Let somebody in again on another device; returns their id, or raises Refusal."""
        mark = codes.fingerprint(codes.plain(words))
        found = next((s for s in self.state.present if s.words == mark), None)
        if found is None:
            raise Refusal("no_such_words")
        self.put([("rekeyed", {"sid": found.sid, "key": codes.fingerprint(key)})])
        return found.sid

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

    # ------------------------------------------------------------------ what there is

    @cached_property
    def checks_of_scenario(self) -> tuple[Check, ...]:
        """The questions about the brief."""
        sheet = lobby_for(self.first_setup).world.scenario.sheet
        return tuple(
            Check(str(k), each.question, tuple(each.answers), str(each.right - 1), each.why)
            for k, each in enumerate(sheet.check)
        )

    def checks(self, student: Student) -> tuple[Check, ...]:
        """Return the questions a student is asked about the brief."""
        return self.checks_of_scenario

    @cached_property
    def first_setup(self) -> Any:
        """What the first table plays first."""
        step = next(s for s in self.state.plan.step if s.kind == "play")
        return self.state.setup_of(self.state.plan.configurations[0], step.round)

    @cached_property
    def injects(self) -> tuple[Inject, ...]:
        """The events that may be brought about: those left to chance."""
        sheet = lobby_for(self.first_setup).world.scenario.sheet
        return tuple(Inject(each.id, each.title) for each in sheet.event if each.chance is not None)

    @cached_property
    def configurations(self) -> tuple[str, ...]:
        """The configurations that the scenario can be played in, those of the plan first."""
        library = lobby_for(self.first_setup).world.scenario.library
        plan = self.state.plan.configurations
        return (*plan, *(each for each in library.configurations if each not in plan))

    def answer_of(self, questionnaire: str, item: str, value: Any) -> Any:
        """Return an answer to a questionnaire, checked; raises Refusal."""
        if not valid_answer(questionnaire, item, value):
            raise Refusal("malformed", key=item)
        return value

    # ------------------------------------------------------------------ practice

    def practice_of(self, student: Student) -> Table:
        """Return somebody's table for practice: they alone, against AI, kept nowhere."""
        if student.sid not in self.practice:
            setup = self.first_setup
            seat = student.seat if student.seat in seats_of(setup) else seats_of(setup)[0]
            world = lobby_for(setup).world
            self.practice[student.sid] = seated_at(world, self.state.seed, [seat])
        return self.practice[student.sid]

    def practise(self, student: Student, command: dict[str, Any]) -> None:
        """Take a practice move."""
        table = self.practice_of(student)
        if table.over:
            raise Refusal("round_closed")
        wanted = parsed(table.game.seat, command.get("move"))
        try:
            self.practice[student.sid] = table.played(wanted)
        except RuleError as error:
            raise Refusal("not_legal", error=str(error)) from None

    # ------------------------------------------------------------------ deadlines

    def deadline(self, sitting: Sitting, seat: str) -> float | None:
        """Return the class time at which a seat's time to answer is up, None for never."""
        asked = sitting.live.asked.get(seat)
        if asked is None:
            return None
        plan = self.state.plan
        if sitting.closing:
            return asked.since
        if sitting.by_ai(seat):
            return asked.since + plan.ai_seconds
        seconds = plan.floor_seconds if asked.game.ask == "floor" else plan.answer_seconds
        if not seconds:
            return None
        people = [self.state.students[sid] for sid in sitting.holders.get(seat, [])]
        return asked.since + seconds * max((each.extra for each in people), default=1.0)


def new_class(
    store: Store, plan: Plan, seed: int | None = None, at: Callable[[], float] = time.time
) -> ClassState:
    """Return a new class, its first line written.

    Raises
    ------
    ScenarioError
        Where the plan names a scenario, a configuration or a value there is not.
    StoreError
        Where it cannot be written.
    """
    for k in range(len(plan.configurations)):
        step = next(s for s in plan.step if s.kind == "play")
        probe = created("", first(plan, 1, at(), set())).setup_of(
            plan.configurations[k], step.round
        )
        seats_of(probe)
    chosen = codes.fingerprint(codes.token()) if seed is None else ""
    number = int(chosen[:8], 16) if seed is None else seed
    entry = first(plan, number, at(), store.codes())
    cid = codes.token()[:16]
    store.append(cid, [entry])
    return created(cid, entry)


def first(plan: Plan, seed: int, at: float, known: set[str]) -> Entry:
    """Return the first line of a class's log."""
    code = codes.class_code()
    while code in known:
        code = codes.class_code()
    keys = {"code": code, "teacher": codes.token(), "wall": codes.token()}
    data = {**keys, "seed": seed, "plan": plan.model_dump(mode="json")}
    return Entry(1, at, 0.0, "created", data)
