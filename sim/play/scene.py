"""A scene: what a spectator sees of a run at one moment, as plain words and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One item of a draft joint statement.

    Parameters
    ----------
    level, tabled : int
        Level of the text, 0..4, and level last tabled, -1 before any.
    levels : tuple of str
        What the five levels mean.
    clause : str
        The sentence of the agreed, or else of the tabled level; empty where there is none.
    status : str
        ``"clean"``, ``"bracketed"``, ``"not admissible"``, ``"adopted"`` or ``"dropped"``.
    objector, objector_side, reason : str
        Whose objection stands, of which side, and why; empty where none does.
    cleared : mapping of side to int
        Highest level each capital has cleared.
    delivered : mapping of side to float
        Share each side has carried out, 0..1.
    bill : mapping of side to str
        Where each side's bill stands.
    """

    id: str
    title: str
    short: str
    posture: str
    level: int
    levels: tuple[str, ...]
    clause: str
    status: str
    tabled: int
    objector: str
    objector_side: str
    reason: str
    cleared: Mapping[str, int]
    delivered: Mapping[str, float]
    bill: Mapping[str, str]


@dataclass(frozen=True)
class SeatPicture:
    """One agency at a forum; shares lie in 0..1."""

    id: str
    name: str
    short: str
    side: str
    role: str
    turf: float
    buy_in: float
    satisfaction: float
    speaking: bool
    objecting: bool
    strategy: str
    authority: tuple[str, ...]


@dataclass(frozen=True)
class ForumPicture:
    """One forum: its meeting, its draft, its seats.

    Parameters
    ----------
    trust : tuple of tuples
        Trust of each of ``seats`` (row) in each (column), 0..1; empty where it is not known.
    """

    id: str
    title: str
    short: str
    label: str
    meeting: str
    round: int
    outcome: str
    closed: int
    lines: tuple[Line, ...]
    seats: tuple[SeatPicture, ...]
    ministerials: int
    sessions: int
    stature: float
    expectation: float
    deadline: int
    trust: tuple[tuple[float, ...], ...] = ()


@dataclass(frozen=True)
class Scene:
    """One moment of a run.

    Parameters
    ----------
    trust, tension : float
        Mean trust between the sides' agencies, and trade tension, 0..1.
    news : tuple of str
        Sentences about what has happened this month, newest last.
    history : tuple of mappings
        One for each past month: ``month``, ``trust``, ``clean`` (items agreed) and
        ``delivered`` (mean share carried out).
    tick : int
        Calendar months that one month of the run stands for.
    """

    scenario: str
    title: str
    question: str
    month: int
    horizon: int
    date: str
    over: bool
    forums: tuple[ForumPicture, ...]
    sides: tuple[Mapping[str, str], ...]
    trust: float
    tension: float
    news: tuple[str, ...]
    history: tuple[Mapping[str, float], ...]
    tick: int = 1
