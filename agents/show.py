"""A show: a run between bots, watched move by move or month by month."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from agents.bots import bot_move
from scenarios.arrange import arrange
from scenarios.load import catalogue, load
from scenarios.paths import parse
from sim.play.apply import apply
from sim.play.game import new_game
from sim.play.picture import month_figures, scene
from sim.play.scene import Scene
from sim.play.story import happenings


@dataclass(frozen=True)
class Choice:
    """A scenario one may watch, in the words of its file."""

    id: str
    title: str
    question: str
    story: tuple[str, ...]
    configuration: str
    configurations: tuple[Mapping[str, str], ...]
    start: str


def choices() -> list[dict[str, Any]]:
    """Return the shipped scenarios, each with the configurations it runs under, its own first."""
    return [asdict(choice(name)) for name in catalogue()]


def choice(name: str) -> Choice:
    """Return one shipped scenario as a choice."""
    scenario = load(name)
    sheet = scenario.sheet
    every = scenario.library.configurations
    first = [sheet.forum, *(each for each in every if each != sheet.forum)]
    return Choice(
        id=sheet.id,
        title=sheet.title,
        question=sheet.question,
        story=tuple(sheet.story),
        configuration=sheet.forum,
        configurations=tuple({"id": each, "title": every[each].title} for each in first),
        start=sheet.start.isoformat(),
    )


class Show:
    """One run, and what a watcher remembers of it.

    Parameters
    ----------
    scenario : str
        Id of a shipped scenario.
    seed : int
        Seed of the run.
    configuration : str, optional
        Forum configuration; by default the scenario's own.
    strategies : mapping of agency id to strategy name, optional
        Strategies other than the scenario's own.

    Raises
    ------
    ScenarioError
        Where an id or a name is unknown; it names the nearest.
    """

    def __init__(
        self,
        scenario: str,
        seed: int = 1,
        configuration: str | None = None,
        strategies: Mapping[str, str] | None = None,
    ) -> None:
        named = (strategies or {}).items()
        changes = [parse(f"strategy.{seat}={strategy}") for seat, strategy in named]
        self.game = new_game(arrange(load(scenario), configuration, changes), seed)
        self._news: tuple[str, ...] = ()
        self._history: tuple[Mapping[str, float], ...] = ()

    @property
    def over(self) -> bool:
        """Whether the run has reached its horizon."""
        return self.game.over

    @property
    def scene(self) -> Scene:
        """What is to be seen now."""
        return scene(self.game, self._news, self._history)

    def step_move(self) -> None:
        """Make one move; the draws of chance count as one."""
        if self.over:
            return
        before, move = self.game, bot_move(self.game)
        self.game = apply(before, move)
        turned = self.game.month != before.month
        self._news = (() if turned else self._news) + happenings(before, move, self.game)
        if self._month_ends(before):
            self._history += (month_figures(self.game),)

    def step_month(self) -> None:
        """Make moves until the month is over."""
        while not self.over:
            before = self.game
            self.step_move()
            if self._month_ends(before):
                return

    def _month_ends(self, before: Any) -> bool:
        """Say whether the last move closed its month: chance owes the next one, or all is over."""
        waits = self.game.ask == "chance" and self.game.state.phase[0] == 0
        return self.game.over or (waits and before.ask != "nothing")
