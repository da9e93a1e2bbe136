"""What a class is at one moment: everything the screens show, all of it folded from the log."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from classroom.plan import Plan, Step
from classroom.roster import missing
from classroom.setup import Setup, in_spoken
from classroom.sitting import Sitting
from scenarios.tongue import OWN


@dataclass
class Student:
    """Somebody who has joined.

    Parameters
    ----------
    sid : str
        Id within the class, such as ``"s12"``.
    nick : str
        The name they gave; text from outside.
    key : str
        Fingerprint of the key in their cookie.
    words : str
        Fingerprint of their personal code.
    table, seat : int, str
        Where they sit; 0 and empty while they wait or watch.
    ready : bool
        Whether they are done with this step.
    extra : float
        How many times the usual time they have, 1..3.
    help : float or None
        Class time at which they raised their hand.
    checks : mapping of item to list of (answer, right)
        Their tries at the questions about the brief.
    answers : mapping of questionnaire to {item: value}
    lines : mapping of step to text
        What held us back, and so on.
    sign : (bool, reason) or None
        Whether they put their name to the statement.
    language : str
        In which they are shown everything.
    """

    sid: str
    nick: str
    key: str
    words: str
    joined: float
    table: int = 0
    seat: str = ""
    ready: bool = False
    extra: float = 1.0
    help: float | None = None
    left: bool = False
    checks: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)
    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: dict[str, str] = field(default_factory=dict)
    sign: tuple[bool, str] | None = None
    takeaway: str = ""
    language: str = OWN


@dataclass
class ClassTable:
    """A group of people, through all rounds."""

    tid: int
    sittings: dict[int, Sitting] = field(default_factory=dict)
    configuration: str = ""
    """What the teacher chose for the next round; empty for what the plan says."""

    @property
    def now(self) -> Sitting | None:
        """The sitting of the latest round."""
        return self.sittings[max(self.sittings)] if self.sittings else None


@dataclass(frozen=True)
class Message:
    """Something the teacher said to some tables, or to all (none named)."""

    t: float
    text: str
    tables: tuple[int, ...] = ()


@dataclass
class ClassState:
    """A class; changed by ``classroom.after.take`` alone.

    Parameters
    ----------
    teacher, wall : str
        Keys of the links of the teacher and of the projector.
    step : int
        Index of the step in the plan.
    step_since, step_ends : float
        Class time; ``step_ends`` is None where the step has no limit.
    paused : bool
        Class time stands still.
    shut : bool
        Nobody new may come in; whoever is in may come back.
    pack : bytes
        The scenario with all it is read from (``scenarios.pack``), so that the class stays what
        it was when figures change; empty in old logs, for the shipped one.
    """

    cid: str
    code: str
    teacher: str
    wall: str
    plan: Plan
    seed: int
    created: float
    n: int = 0
    step: int = 0
    step_since: float = 0.0
    step_ends: float | None = None
    paused: bool = False
    shut: bool = False
    pacing: str = "click"
    slide: int = 0
    revealed: bool = False
    ended: bool = False
    deleted: bool = False
    students: dict[str, Student] = field(default_factory=dict)
    tables: dict[int, ClassTable] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    roster: tuple[str, ...] = ()
    pack: bytes = field(default=b"", repr=False)

    @property
    def at(self) -> Step:
        """The step the class is at."""
        return self.plan.step[self.step]

    @property
    def next(self) -> Step | None:
        """The step after this one."""
        return self.plan.step[self.step + 1] if self.step + 1 < len(self.plan.step) else None

    @property
    def round(self) -> int:
        """The latest round of play that has begun; 0 before the first."""
        return max(
            (s.round for s in self.plan.step[: self.step + 1] if s.kind == "play"), default=0
        )

    @property
    def present(self) -> list[Student]:
        """Everybody who has joined and was not taken out."""
        return [each for each in self.students.values() if not each.left]

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the list of whom nobody has come that can be told by the name they gave."""
        nicks = tuple((each.sid, each.nick) for each in self.students.values())
        return missing(self.roster, nicks)

    def people(self, tid: int) -> list[Student]:
        """Return who belongs to a table, in the order in which they came to it."""
        return [each for each in self.students.values() if each.table == tid and not each.left]

    def setup(self, tid: int, step: Step) -> Setup:
        """Return what a table plays in a step."""
        use = step.use[(tid - 1) % len(step.use)]
        chosen = self.tables[tid].configuration if tid in self.tables else ""
        configuration = chosen or self.plan.configurations[use]
        return self.setup_of(configuration, step.round)

    def setup_of(self, configuration: str, round: int) -> Setup:
        """Return the setup of a configuration in a round."""
        plan = self.plan
        seed = self.seed + round
        setup = Setup(plan.scenario, configuration, plan.changes, plan.ai, seed, self.pack)
        return in_spoken(setup)

    def role(self, student: Student) -> str:
        """Return what somebody does: ``decides``, ``advises`` or ``observes``."""
        if not student.table:
            return "observes" if self.tables else ""
        now = self.tables[student.table].now
        if now is None:
            first = next(s for s in self.people(student.table) if s.seat == student.seat)
            return "decides" if first is student else "advises"
        holders = now.holders.get(student.seat, [])
        if student.sid not in holders:
            return "observes"
        return "decides" if holders[0] == student.sid else "advises"
