"""What a class has to work with: questions about the brief, events, forums, and practice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from agents.table import Table, seated_at
from classroom.arguments import parsed
from classroom.entry import Refusal
from classroom.kept import Kept
from classroom.questionnaires import valid_answer
from classroom.setup import Setup, lobby_for, seats_of
from classroom.state import Student
from sim.play.errors import RuleError


@lru_cache(maxsize=64)
def practice_table(setup: Setup, seat: str) -> Table:
    """Return the start of practice in a seat, the same for all who sit in it."""
    return seated_at(lobby_for(setup).world, setup.seed, [seat])


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


class Material(Kept):
    """What a class has to work with."""

    @property
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

    @property
    def first_setup(self) -> Setup:
        """What the first table plays first, in the language of whoever is being shown it."""
        step = next(s for s in self.state.plan.step if s.kind == "play")
        return self.state.setup_of(self.state.plan.configurations[0], step.round)

    @property
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

    def practice_of(self, student: Student) -> Table:
        """Return somebody's table for practice: they alone, against AI, kept nowhere.

        Its chance is no round's, or whoever plays it to the end knows what a round will bring.
        """
        held = self.practice.get(student.sid)
        if held is None or held.game.world.scenario.language != student.language:
            setup = replace(self.first_setup, language=student.language, seed=self.state.seed)
            seat = student.seat if student.seat in seats_of(setup) else seats_of(setup)[0]
            self.practice[student.sid] = practice_table(setup, seat)
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
