"""The model for Mesa: agencies as agents, activated phase by phase, and data every month.

It plays the same rules as the game and the compiled runner, to the same bits. The order of
business lies in ``sim.rules.month``; what the model adds is that its agents act themselves.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

import mesa
import numpy as np

from agents.agency import Agency
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change, parse
from scenarios.world import World
from sim.play.game import Game, new_game
from sim.play.moves import encoded
from sim.rules.block import Ints, views
from sim.rules.chance import PHASES, SLOTS
from sim.rules.measure import METRICS, measure
from sim.rules.month import (
    carry_out,
    deal_bills,
    deal_month,
    end_month,
    instruct,
    owes_bills,
    prepare,
)
from sim.rules.params import Params
from sim.rules.proceedings import enact, seek
from sim.rules.quick import quick_views
from sim.rules.ratify import ratify
from sim.rules.state import State

AGENT_REPORTERS = {name: name for name in ("name", "turf", "buy_in", "satisfaction")}


class ForumModel(mesa.Model):
    """One run of a scenario. A step is a month; the run ends at the scenario's horizon.

    Parameters
    ----------
    scenario_id : str
        Id of a scenario.
    configuration : str, optional
        Id of a forum or of a named set of forums; by default the scenario's own.
    changes : text, Change, or several of them
        Values to set differently, such as ``"gridlock.us=0.8"``.
    run : int
        32 bits; which run of the seed.
    monthly : bool
        Whether to collect data every month; otherwise only when the run is over.
    rng : int, numpy Generator or anything Mesa takes
        The seed, if a whole number within 0..2**63-1; else what the seed is drawn from.

    Raises
    ------
    ScenarioError
        Where there is no such scenario, configuration or path, or a value is out of range.
    ValueError
        Where the seed or the run is out of range.

    Examples
    --------
    >>> model = ForumModel("economic-2-plus-2", changes="horizon=2", rng=1)
    >>> model.run_model()
    >>> model.time, model.datacollector.get_model_vars_dataframe().shape[0]
    (2.0, 2)
    """

    def __init__(
        self,
        scenario_id: str = "economic-2-plus-2",
        configuration: str | None = None,
        changes: str | Change | Iterable[str | Change] = (),
        run: int = 0,
        monthly: bool = True,
        rng: int | np.integer | np.random.Generator | None = None,
    ) -> None:
        rng = int(rng) if isinstance(rng, np.integer) else rng  # Mesa takes Python's own only
        super().__init__(rng=rng)
        given = (changes,) if isinstance(changes, str | Change) else tuple(changes)
        self.world = world_of(scenario_id, configuration, given)
        seed = rng if isinstance(rng, int) else int(self.rng.integers(2**63))
        self.start = new_game(self.world, seed, run)
        self.block = self.start.block.copy()
        self.state = views(State, self.block)
        self.arrays = (quick_views(Params, self.world.block), quick_views(State, self.block))
        self.agencies = tuple(Agency(self, name) for name in self.world.agencies)
        self.monthly = monthly
        self.words: Ints = np.zeros((PHASES, SLOTS), dtype=np.int64)
        self.metrics = np.zeros((len(self.world.forums), len(METRICS)))
        self.datacollector = mesa.DataCollector(
            model_reporters=model_reporters(self.world.forums),
            agent_reporters=AGENT_REPORTERS,
        )

    @property
    def moment(self) -> Game:
        """The run as it stands, which holds until the model moves on."""
        return Game(self.world, self.start.seed, self.start.run, self.block, self.state)

    @property
    def game(self) -> Game:
        """The run as it stands, as a game of its own: to look at, or to play on."""
        block = self.block.copy()
        return Game(self.world, self.start.seed, self.start.run, block, views(State, block))

    def step(self) -> None:
        """Play one month, and do nothing once the run is over."""
        if self.moment.over:
            return
        (params, state), words = self.arrays, self.words
        self.deal(deal_month)
        prepare(params, state, words)
        self.activate("review")
        instruct(params, state, words)
        self.meet()
        if owes_bills(params, state):
            self.deal(deal_bills)
        ratify(params, state, words)
        self.activate("commit")
        carry_out(params, state)
        self.activate("reflect")
        end_month(params, state)
        self.running = not self.moment.over
        if self.monthly or not self.running:
            self.collect()

    def deal(self, rule: Callable[..., object]) -> None:
        """Let chance deal what it owes, by a rule of ``sim.rules.month``."""
        seed, run, room = self.start.seed, self.start.run, np.zeros(4, dtype=np.int64)
        rule(*self.arrays, seed, run, self.words, room)

    def activate(self, method: str) -> None:
        """Let every agency act, each on its own rows, so in any order."""
        self.agents.do(method)

    def meet(self) -> None:
        """Hold the month's meetings: whoever is asked moves, until nobody is."""
        params, state = self.arrays
        while seek(params, state):
            agency = self.agencies[state.ask_agency[0]]
            enact(params, state, encoded(self.world, agency.choose()))

    def collect(self) -> None:
        """Measure every forum and collect the data."""
        for f in range(len(self.metrics)):
            measure(*self.arrays, f, self.metrics[f])
        self.datacollector.collect(self)


@lru_cache(maxsize=64)
def world_of(
    scenario_id: str, configuration: str | None, changes: tuple[str | Change, ...]
) -> World:
    """Return a world, made once for all the runs of a batch."""
    parsed = [parse(change) if isinstance(change, str) else change for change in changes]
    return arrange(load(scenario_id), configuration, parsed)


def model_reporters(forums: tuple[str, ...]) -> dict[str, partial[float]]:
    """Return a reporter for each metric of each forum, named ``metric.forum``."""
    return {
        f"{metric}.{forum}": partial(reported, f=f, m=m)
        for f, forum in enumerate(forums)
        for m, metric in enumerate(METRICS)
    }


def reported(model: ForumModel, f: int, m: int) -> float:
    """Return a metric as last measured."""
    return float(model.metrics[f, m])
