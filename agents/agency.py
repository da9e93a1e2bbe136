"""An agency of the Mesa model: a named view on its rows of the state, with its own decisions."""

from types import MappingProxyType
from typing import Protocol

import mesa

from agents.bots import strategy_of
from agents.strategies.strategy import Strategy
from scenarios.world import World
from sim.play.game import Game
from sim.play.moves import Move
from sim.play.view import view
from sim.rules.codes import ROLES
from sim.rules.deliver import commit
from sim.rules.learn import reflect, satisfaction
from sim.rules.mandate import review
from sim.rules.params import Params
from sim.rules.seats import heard
from sim.rules.state import State


class Run(Protocol):
    """What an agency needs of its model."""

    world: World
    state: State
    """The state variables; the model changes them in place."""
    arrays: tuple[Params, State]
    """Parameters and state, as quick views for the rules."""

    @property
    def moment(self) -> Game:
        """The run as it stands."""


class Agency(mesa.Agent):
    """A ministry or department, seated or not. It holds nothing that is not in the state.

    Its methods write only rows of its own and read nothing that other agencies write in the
    same phase, so a model may activate agencies in any order.

    Parameters
    ----------
    model : ForumModel
        The model it belongs to.
    name : str
        Its id.
    """

    def __init__(self, model: Run, name: str) -> None:
        super().__init__(model)
        self.world, self.state, self.arrays = model.world, model.state, model.arrays
        self.name = name
        self.index = self.world.index("agency", name)
        self.strategy: Strategy = strategy_of(model.moment, name)
        """What speaks for it at the table; anything with ``choose(view) -> move`` will do."""

    @property
    def side(self) -> str:
        """The id of its side."""
        return self.world.sides[int(self.world.params.side[self.index])]

    @property
    def roles(self) -> MappingProxyType[str, str]:
        """Its role at each forum, by the forum's id: a word of ``sim.rules.codes.ROLES``."""
        codes = self.state.role[:, self.index]
        forums = self.world.forums
        return MappingProxyType({name: ROLES[codes[f]] for f, name in enumerate(forums)})

    @property
    def turf(self) -> float:
        """Its reluctance to share leadership, 0..1."""
        return float(self.state.turf[self.index])

    @property
    def buy_in(self) -> float:
        """Its commitment to the forums' work, 0..1."""
        return float(self.state.buy_in[self.index])

    @property
    def trust(self) -> MappingProxyType[str, float]:
        """Its trust in every other agency, 0..1, by id."""
        row = self.state.trust[self.index]
        names = enumerate(self.world.agencies)
        return MappingProxyType({name: float(row[b]) for b, name in names if b != self.index})

    @property
    def satisfaction(self) -> float:
        """How much of its possible gain over no deal the text gives it, 0..1.

        At the forum that serves it best among those that hear it; 0 where none does.
        """
        params, state = self.arrays
        forums = [f for f in range(params.n_forums) if heard(state, f, self.index)]
        return max((satisfaction(params, state, f, self.index) for f in forums), default=0.0)

    def review(self) -> None:
        """Take its stand on the next level of every item it has authority over."""
        review(*self.arrays, self.index)

    def choose(self) -> Move:
        """Return its move, by its strategy, when it is asked.

        Raises
        ------
        RuleError
            Where the strategy's move is not legal.
        """
        moment: Game = self.model.moment
        seen = view(moment, self.name)
        move = self.strategy.choose(seen)
        seen.choices.require(move)
        return move

    def commit(self) -> None:
        """Decide on carrying out every adopted item it has authority over."""
        commit(*self.arrays, self.index)

    def reflect(self) -> None:
        """Learn from the month: its turf, its commitment, its trust in others."""
        reflect(*self.arrays, self.index)
