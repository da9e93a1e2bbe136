"""What a class can learn from its tables: everything the slides and the phones show, as data.

Points are of 100, as in the briefs. A part is empty until it has been measured; ``progress``
says how far each slide is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from classroom.debrief.contrast import Contrast
from classroom.debrief.runs import Spread
from classroom.debrief.shares import Shares
from sim.solve.debrief import Debrief, Hands
from sim.solve.solution import Solution

Spot = tuple[float, float]
"""A place in the picture: points of the first side, mean points of all others."""
Key = tuple[int, str, str]
"""Round, configuration, forum."""
Words = Mapping[str, str | int | float]


@dataclass(frozen=True)
class Offer:
    """Another text, and what it would have brought.

    Parameters
    ----------
    levels : tuple of (item, level agreed, level in it)
        Only items that differ.
    gains : mapping of seat to points
        More than the table's own outcome brought.
    text : tuple of int
        All of it, in the order of the forum's items.
    """

    levels: tuple[tuple[str, int, int], ...]
    gains: Mapping[str, float]
    text: tuple[int, ...]


@dataclass(frozen=True)
class Result:
    """What one table came to at one forum in one round.

    Parameters
    ----------
    outcome : str
        ``full``, ``clean``, ``statement``, ``none`` or ``under way``.
    month : int
        Of the outcome; 0 where there was none.
    levels : mapping of item to level
        The text adopted; without one, what was agreed when talks ended.
    agreed, of : int
        Items committed to, and items that the forum could have committed to.
    brackets : mapping of item to (seat, reason)
        What was left open, with the last objection; empty texts where nobody objected.
    points : mapping of seat to points
        What the outcome was worth; a table without agreement has what no deal is worth.
    spot : (float, float)
    left : float, optional
        Joint points left: the most that all points together could have risen with nobody
        losing; 0 on the frontier. Nothing where the frontier is too large.
    room : mapping of seat to points
        The most a seat could have gained with nobody losing.
    gift, change : Offer, optional
        The smallest change by which nobody would have lost and somebody gained; the smallest
        change to a text that all would have accepted.
    hands : tuple of Hands
        Who carries out what, and who drags, at the end of the run.
    delivered : mapping of side to share
        What was carried out of the statement by the end of the run, 0..1.
    people : mapping of seat to tuple of str
        Ids of who sat there.
    share : mapping of seat to float
        The part of its decisions that people took, 0..1.
    """

    table: int
    round: int
    configuration: str
    forum: str
    outcome: str
    month: int
    levels: Mapping[str, int]
    agreed: int
    of: int
    brackets: Mapping[str, tuple[str, str]]
    points: Mapping[str, float]
    spot: Spot
    left: float | None
    room: Mapping[str, float]
    gift: Offer | None
    change: Offer | None
    hands: tuple[Hands, ...]
    delivered: Mapping[str, float]
    people: Mapping[str, tuple[str, ...]]
    share: Mapping[str, float]

    @property
    def key(self) -> Key:
        """Which picture it belongs to."""
        return self.round, self.configuration, self.forum


@dataclass(frozen=True)
class Chart:
    """The exact frontier of one forum's seats, flattened to two dimensions.

    Parameters
    ----------
    axes : (str, str)
        The first side, and the other one; empty where there are several others.
    month, table : int
        The moment whose values count: when this table's talks ended.
    dots : tuple of Spot
        Texts that nobody can improve on without somebody losing, acceptable to all; thinned.
    edge : tuple of Spot
        Those that no other lies right of and above. A table on the exact frontier may lie below
        this line: it has as many dimensions as there are seats.
    texts : int
        How many texts are on the exact frontier.
    marks : mapping of name to Spot
        ``none``, ``nash``, ``kalai_smorodinsky``, ``egalitarian``, ``welfare``, ``compromise``.
    """

    round: int
    configuration: str
    forum: str
    axes: tuple[str, str]
    seats: tuple[str, ...]
    month: int
    table: int
    dots: tuple[Spot, ...]
    edge: tuple[Spot, ...]
    texts: int
    marks: Mapping[str, Spot]


@dataclass(frozen=True)
class Stake:
    """What one seat had at stake, as its brief said.

    Parameters
    ----------
    weights : mapping of item to points
        How much of its 100 points hangs on the item.
    best : mapping of item to level
    red : mapping of item to tuple of int
        Levels across its red line.
    points : mapping of item to five numbers
        What each level brings it.
    walk_away, top : float
        Points of no deal, and of the text that suits it best.
    """

    seat: str
    side: str
    weights: Mapping[str, float]
    best: Mapping[str, int]
    red: Mapping[str, tuple[int, ...]]
    points: Mapping[str, tuple[float, ...]]
    walk_away: float
    top: float


@dataclass(frozen=True)
class Compared:
    """One measure at two configurations.

    Parameters
    ----------
    measure : str
        A name of ``classroom.debrief.measures.MEASURES``.
    first, second : str
        Configurations.
    values : mapping of configuration to {table: value}
    found : Contrast or Shares
        The difference with its interval; ``found.verdict`` says what can be told.
    gained : Contrast, optional
        The same for how far tables moved from the round before, where all played the first
        configuration in it.
    model : (float, float, float, int), optional
        The difference between runs of AI alone, with its interval and their number.
    """

    measure: str
    first: str
    second: str
    values: Mapping[str, Mapping[int, float]]
    found: Contrast | Shares
    gained: Contrast | None
    model: tuple[float, float, float, int] | None


@dataclass(frozen=True)
class Rerun:
    """The tables of one configuration among a thousand runs of AI alone.

    Parameters
    ----------
    runs, of : int
        Runs so far, and how many there will be.
    spread : mapping of measure to Spread
    tables : mapping of measure to {(round, table): (value, percentile)}
        The percentage of runs below it, ties counted half.
    alone : mapping of measure to {round: value}
        What AI alone made of the very chance that the tables had.
    """

    configuration: str
    runs: int
    of: int
    spread: Mapping[str, Spread]
    tables: Mapping[str, Mapping[tuple[int, int], tuple[float, float]]]
    alone: Mapping[str, Mapping[int, float]]


@dataclass(frozen=True)
class InSeat:
    """AI in one seat, and the people who sat there.

    Parameters
    ----------
    low, p10, p50, p90, high : float
        Points of the seat over the runs.
    people : mapping of table to points
        Tables at which people sat there.
    beat : mapping of table to float
        The percentage of runs in which AI had fewer points, ties counted half.
    alone : float
        What AI made of the very chance that the tables had.
    runs : int
    """

    round: int
    configuration: str
    forum: str
    seat: str
    low: float
    p10: float
    p50: float
    p90: float
    high: float
    people: Mapping[int, float]
    beat: Mapping[int, float]
    alone: float
    runs: int


@dataclass(frozen=True)
class Question:
    """A question for the wall.

    Parameters
    ----------
    id : str
        ``scenario``, ``apart`` (two tables of one forum that came out farthest apart),
        ``bracket`` (the item most often left open) or ``frontier`` (what most tables left).
    words : mapping
        What fills its gaps: texts and numbers; ids of items, seats and forums as they are.
    """

    id: str
    words: Words


@dataclass(frozen=True)
class Findings:
    """All that has been measured so far."""

    progress: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By slide: ``agreed``, ``charts``, ``stakes``, ``contrasts``, ``runs``, ``seats``."""
    results: tuple[Result, ...] = ()
    charts: tuple[Chart, ...] = ()
    stakes: Mapping[Key, tuple[Stake, ...]] = field(default_factory=dict)
    contrasts: tuple[Compared, ...] = ()
    runs: tuple[Rerun, ...] = ()
    seats: tuple[InSeat, ...] = ()
    questions: tuple[Question, ...] = ()
    measures: Mapping[tuple[int, int], Mapping[str, float]] = field(default_factory=dict)
    """By round and table: every measure at the end of the run."""
    solutions: Mapping[Key, Solution] = field(default_factory=dict)
    own: Mapping[tuple[int, int, str], tuple[Debrief, ...]] = field(default_factory=dict)
    """By table, round and seat: what the person there can learn, forum by forum."""
    faults: tuple[str, ...] = ()
    """What could not be measured, and why."""
    rest: bool = False
    """Whether nothing is left that could still be measured, but for more runs of AI alone."""

    def at(self, round: int, table: int) -> tuple[Result, ...]:
        """Return what a table came to in a round, forum by forum."""
        return tuple(each for each in self.results if (each.round, each.table) == (round, table))

    def debriefs(self, table: int, round: int, seat: str) -> tuple[Debrief, ...]:
        """Return what a seat can learn from a round, forum by forum; empty until measured."""
        return self.own.get((table, round, seat), ())
