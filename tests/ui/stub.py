"""A scripted show in the shape of ``agents.show``, so that the page is tested without rules.

Every item is tabled, objected to and agreed in months fixed by its place on the
agenda; the statement is adopted in month 12 and delivered from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from agents.elsewhere import Other
from agents.moment import Moment
from tests.ui.scenes import forum, scene, sheet

TITLES = {"one-table": "One table", "two-tables": "Two tables"}
MOVES_A_MONTH = 4
EVENTS = ((2, "Russia invades Ukraine."), (9, "An election is held."))


def elsewhere(scenario: str, forums: str, sets: tuple = ()) -> tuple:
    """Return another forum than the one a visitor is at."""
    other = next(each for each in TITLES if each != forums)
    return (Other(other, TITLES[other], ("us-state", "us-energy"), ("Energy",), ()),)


def choices() -> list[dict]:
    """Two scenarios; the second lets the player choose between two configurations."""
    return [
        {
            "id": name,
            "title": title,
            "question": f"Can {title.lower()} carry the whole agenda?",
            "story": ["The ministers meet.", "Home is watching.", "The text is open."],
            "configurations": [
                {"id": name, "title": title, "kin": "own"},
                {"id": "one-table", "title": "All at one table", "kin": "own"},
            ][: 1 + (name == "two-tables")],
            "arms": [
                {"id": "late", "title": "Late", "why": "To wait.", "forum": "one-table"},
            ][: name == "two-tables"],
            "start": "2022-01",
        }
        for name, title in TITLES.items()
    ]


@dataclass
class Show:
    """One run of the script."""

    scenario: str
    seed: int = 1
    configuration: str | None = None
    arm: str | None = None
    changes: tuple = ()
    moves: int = 0
    horizon: int = 24
    length: int = 0
    live: bool = True
    notes: tuple = ()

    def __post_init__(self):
        """Refuse what the script does not hold, as the real show does."""
        if self.scenario not in TITLES:
            raise ValueError(f"no scenario '{self.scenario}'; there are {', '.join(TITLES)}")

    @property
    def month(self) -> int:
        """The month being played."""
        return self.moves // MOVES_A_MONTH

    @property
    def over(self) -> bool:
        """Whether the script has run out."""
        return self.month >= self.horizon

    @property
    def scene(self):
        """The picture after the moves made so far."""
        both = (self.configuration or self.scenario) == "two-tables"
        return scene(
            scenario=self.scenario,
            title=TITLES[self.scenario],
            month=self.month,
            horizon=self.horizon,
            over=self.over,
            forums=tuple(
                forum(name, self.month, self.moves) for name in ("first", "second")[: 1 + both]
            ),
        )

    def step_move(self):
        """Make one move, unless the script has run out."""
        self.moves += not self.over
        self.length = max(self.length, self.moves)

    def step_month(self):
        """Make moves until the month ends."""
        while not self.over:
            self.step_move()
            if self.moves % MOVES_A_MONTH == 0:
                return

    @property
    def position(self) -> int:
        """The moves made so far."""
        return self.moves

    def go(self, position: int):
        """Go to a moment of the script."""
        self.moves = min(max(position, 0), self.length)

    def end_of(self, month: int):
        """Return after how many moves a month ended, if that is known."""
        return month * MOVES_A_MONTH if month * MOVES_A_MONTH <= self.length else None

    def options(self):
        """Return what may be done now."""
        return "State", (("consent", ""), ("object", "State objects to Energy security at L2."))

    def branch(self, option=-1):
        """Forget what comes after this moment."""
        self.length, self.live = self.moves, True

    @property
    def events(self):
        """The events of the script up to now."""
        return tuple(each for each in EVENTS if each[0] <= self.month)

    @property
    def origin(self) -> Moment:
        """What is played."""
        forums = self.configuration or self.scenario
        return Moment(self.scenario, forums, tuple(self.changes), self.seed, 0, 0, "0" * 12)

    def moment(self) -> Moment:
        """Return where the script stands; the first move of a log was made by a person."""
        own = ({"n": 1, "seat": "us-state", "move": "pass"},) if self.notes else ()
        return replace(self.origin, move=self.moves, state="a" * 12, own=own)

    def log(self) -> bytes:
        """Return a log of as many lines as there were moves."""
        return b"{}\n" * self.moves

    def sheets(self):
        """Return the statements of the talks that have ended."""
        return tuple(sheet(each) for each in self.scene.forums if each.outcome != "under way")
