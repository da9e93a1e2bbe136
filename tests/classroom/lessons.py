"""A short lesson, rehearsed once for all tests that need tables that were played."""

from functools import cache

from classroom.debrief.findings import Findings
from classroom.debrief.summing import findings
from classroom.debrief.workshop import Workshop
from classroom.plan import Plan
from classroom.rehearse import Rehearsal, rehearsed

STEPS = [
    {"kind": "lobby", "minutes": 2},
    {"kind": "brief", "minutes": 2},
    {"kind": "play", "round": 1, "minutes": 4},
    {"kind": "look", "minutes": 1},
    {"kind": "play", "round": 2, "use": [0, 1], "minutes": 4},
    {"kind": "statements", "minutes": 2},
    {"kind": "debrief", "minutes": 5},
    {"kind": "end"},
]
SHORT = Plan.model_validate(
    {
        "id": "short",
        "title": "A short lesson",
        "scenario": "economic-2-plus-2",
        "configurations": ["economic-2-plus-2", "3-plus-3-trade"],
        "changes": ["horizon=9", "session_rate=0", "windows=3", "ministerial_rounds=1"],
        "step": STEPS,
    }
)
PEOPLE = 15


@cache
def lesson() -> Rehearsal:
    """Return the lesson, written down."""
    return rehearsed(SHORT, PEOPLE, 3, workers=0, write=True)


def shop_of(made: Rehearsal, runs: int = 12) -> Workshop:
    """Return a workshop that has the lesson's tables, with nothing done yet."""
    shop = Workshop(runs, write=False)
    for each in made.plays:
        shop.take(each)
    for number in {each.round for each in made.plays}:
        shop.close(number)
    return shop


@cache
def shop() -> Workshop:
    """Return a workshop in which the lesson was measured to the end."""
    made = shop_of(lesson())
    while made.work():
        pass
    return made


@cache
def found() -> Findings:
    """Return what was measured of the lesson."""
    return findings(shop())
