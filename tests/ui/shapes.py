"""The shapes a scene is made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    id: str
    title: str
    short: str
    posture: str
    level: int
    levels: tuple
    clause: str
    status: str
    tabled: int
    objector: str
    objector_side: str
    reason: str
    cleared: dict
    delivered: dict
    bill: dict


@dataclass(frozen=True)
class SeatPicture:
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
    authority: tuple


@dataclass(frozen=True)
class ForumPicture:
    id: str
    title: str
    short: str
    label: str
    meeting: str
    round: int
    outcome: str
    closed: int
    lines: tuple
    seats: tuple
    ministerials: int
    sessions: int
    stature: float
    expectation: float
    deadline: int


@dataclass(frozen=True)
class Scene:
    scenario: str
    title: str
    question: str
    month: int
    horizon: int
    date: str
    over: bool
    forums: tuple
    sides: tuple
    trust: float
    tension: float
    news: tuple
    history: tuple
