"""Who looks at a class, and may do what."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Teacher:
    """The instructor: sees every table, and runs the class."""


@dataclass(frozen=True)
class Wall:
    """The projector: sees what everybody may see, and does nothing."""


@dataclass(frozen=True)
class Learner:
    """A student."""

    sid: str


Who = Teacher | Wall | Learner
