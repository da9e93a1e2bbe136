"""A lesson plan: what a class plays, in which steps, and how long each may take."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

SLIDES = ("agreed", "frontier", "stakes", "forums", "runs", "ai", "questions")
"""The slides of a debrief, in their order."""
Kind = Literal["lobby", "brief", "practice", "play", "look", "statements", "debrief", "end"]
Pacing = Literal["click", "ready", "clock"]


class Strict(BaseModel):
    """What may not have a key too many."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Step(Strict):
    """One step of a lesson.

    Parameters
    ----------
    kind : str
        What is done in it.
    minutes : float
        How long it is meant to take; 0 for as long as it takes.
    round : int
        For ``play``: which round of the class, from 1.
    use : tuple of int
        For ``play``: which configurations of the plan are played, dealt to the tables in turn;
        ``(0,)`` is the first for all, ``(0, 1)`` gives every other table the second.
    """

    kind: Kind
    minutes: float = Field(0, ge=0, le=600)
    round: int = Field(0, ge=0, le=9)
    use: tuple[int, ...] = (0,)


class Plan(Strict):
    """A lesson plan.

    Parameters
    ----------
    configurations : tuple of str
        Forums, or sets of forums, that the class plays; the first is the plain one.
    changes : tuple of str
        Values set for the class, such as ``"ministerial_rounds=2"``.
    ai : str
        Strategy of AI seats; empty for each agency's own.
    per_seat : int
        Most people who share a seat; 0 lets the size of the class decide.
    floor_seconds, answer_seconds : float
        Time for a turn on the floor and for an answer; 0 for no limit.
    ai_seconds : float
        How long an AI seat takes to move, so that people can follow.
    """

    id: str = Field(pattern=r"^[a-z0-9-]{1,60}$")
    title: str = Field(min_length=1, max_length=120)
    about: str = Field("", max_length=600)
    scenario: str
    configurations: tuple[str, ...] = Field(min_length=1, max_length=4)
    changes: tuple[str, ...] = ()
    ai: str = ""
    per_seat: int = Field(0, ge=0, le=6)
    floor_seconds: float = Field(60, ge=0, le=3600)
    answer_seconds: float = Field(40, ge=0, le=3600)
    ai_seconds: float = Field(3, ge=0, le=60)
    pacing: Pacing = "click"
    step: tuple[Step, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def in_order(self) -> Self:
        """Check that the steps make a lesson."""
        kinds = [step.kind for step in self.step]
        rounds = [step.round for step in self.step if step.kind == "play"]
        if kinds[0] != "lobby" or kinds[-1] != "end" or kinds.count("lobby") > 1:
            raise ValueError("step: the first must be the lobby and the last the end")
        if not rounds or rounds != list(range(1, len(rounds) + 1)):
            raise ValueError("step: rounds of play must be numbered 1, 2, ... in order")
        for step in self.step:
            if not step.use or any(not 0 <= k < len(self.configurations) for k in step.use):
                last = len(self.configurations) - 1
                raise ValueError(f"step: use must name configurations by index, 0..{last}")
        return self

    @property
    def minutes(self) -> float:
        """The minutes of all steps together."""
        return sum(step.minutes for step in self.step)


@cache
def plans() -> dict[str, Plan]:
    """Return the lesson plans that are shipped, by id, the shortest first."""
    folder = resources.files("classroom") / "plans"
    found = [
        Plan.model_validate(tomllib.loads(file.read_text("utf-8")))
        for file in folder.iterdir()
        if file.name.endswith(".toml")
    ]
    return {plan.id: plan for plan in sorted(found, key=lambda plan: (plan.minutes, plan.id))}


@cache
def texts(plan: str, language: str) -> dict[str, str]:
    """Return title and description of a shipped plan in a language; none where it has no file."""
    place = resources.files("classroom") / "plans" / language / f"{plan}.toml"
    return tomllib.loads(place.read_text("utf-8")) if place.is_file() else {}
