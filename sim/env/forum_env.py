"""The game as an environment for learners: PettingZoo's turn-based (AEC) interface.

Every agency is an agent; chance plays by itself. Needs the extra ``env``.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import Change, parse
from sim.env.actions import Actions
from sim.env.gain import KINDS, gain
from sim.env.seen import layout, seen
from sim.play.apply import apply
from sim.play.chance import draw
from sim.play.game import Game, new_game
from sim.play.legal import legal_moves
from sim.play.moves import CHANCE_SEAT

try:
    from gymnasium import spaces
    from gymnasium.utils import seeding
    from pettingzoo import AECEnv
except ImportError as error:
    raise ImportError(f"{error}: the environment needs the extra env, communique[env]") from error

Observation = dict[str, NDArray[Any]]


class ForumEnv(AECEnv[str, Observation, int]):
    """One run of a scenario, seat by seat.

    An observation has ``observation``, what the seat knows as one row of numbers (``layout`` says
    where what lies), and ``action_mask``, 1 for each legal move. An action is the number of a move
    in ``actions.every``. Rewards come when talks end, or at the end of the run.

    Parameters
    ----------
    scenario : str
        Id of a scenario.
    configuration : str, optional
        Id of a forum or of a named set of forums; by default the scenario's own.
    changes : several texts or Changes
        Values to set differently, such as ``"horizon=24"``.
    reward : str
        ``"agreed"``: the value of a statement beyond no deal, when talks end; ``"delivered"``:
        that of what is carried out by the end of the run.
    render_mode : str, optional
        ``"ansi"``: ``render`` returns the text on the table.

    Examples
    --------
    >>> env = ForumEnv("economic-2-plus-2", changes=["horizon=2"])
    >>> env.reset(seed=1)
    >>> env.agent_selection in env.agents
    True
    """

    metadata: dict[str, Any] = {  # noqa: RUF012 - PettingZoo's own form
        "name": "communique_v0",
        "render_modes": ["ansi"],
        "is_parallelizable": False,
    }

    def __init__(
        self,
        scenario: str = "economic-2-plus-2",
        configuration: str | None = None,
        changes: Iterable[str | Change] = (),
        reward: str = "agreed",
        render_mode: str | None = None,
    ) -> None:
        super().__init__()
        if reward not in KINDS:
            raise ValueError(f"reward {reward!r} is none of {', '.join(KINDS)}")
        parsed = [parse(change) if isinstance(change, str) else change for change in changes]
        self.world = arrange(load(scenario), configuration, parsed)
        self.reward = reward
        self.render_mode = render_mode
        self.actions = Actions.of(self.world)
        self.possible_agents = list(self.world.agencies)
        self.agents: list[str] = []
        self.game: Game = new_game(self.world)
        self.layout = layout(self.world, self.game)
        width = max(place.stop for place in self.layout.values())
        self.observation_spaces = {
            agent: spaces.Dict(
                {
                    "observation": spaces.Box(-np.inf, np.inf, (width,), np.float32),
                    "action_mask": spaces.Box(0, 1, (len(self.actions),), np.int8),
                }
            )
            for agent in self.possible_agents
        }
        self.action_spaces = {
            agent: spaces.Discrete(len(self.actions)) for agent in self.possible_agents
        }

    def observation_space(self, agent: str) -> spaces.Space[Any]:
        """Return the space of what an agent sees."""
        return self.observation_spaces[agent]

    def action_space(self, agent: str) -> spaces.Space[Any]:
        """Return the space of an agent's moves."""
        return self.action_spaces[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Begin a run; the same seed gives the same chance. Option ``run`` takes another run."""
        chosen = seed if seed is not None else int(seeding.np_random()[0].integers(2**63))
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self.terminations = dict.fromkeys(self.agents, False)
        self.truncations = dict.fromkeys(self.agents, False)
        self.infos: dict[str, dict[str, Any]] = {agent: {} for agent in self.agents}
        self.game = new_game(self.world, chosen, int((options or {}).get("run", 0)))
        self.agent_selection = self.agents[0]
        self.go_on(self.game)

    def step(self, action: int | None) -> None:
        """Make the move of the agent whose turn it is.

        Raises
        ------
        RuleError
            Where the move is not legal, which the mask tells.
        """
        agent = self.agent_selection
        if self.terminations[agent]:
            self._was_dead_step(action)
            return
        if action is None or not 0 <= int(action) < len(self.actions):
            raise ValueError(f"{agent}: action {action!r} is none of 0..{len(self.actions) - 1}")
        self._cumulative_rewards[agent] = 0.0
        self._clear_rewards()
        before = self.game
        self.game = apply(before, self.actions.every[int(action)].move(agent))
        self.go_on(before)
        self._accumulate_rewards()

    def go_on(self, before: Game) -> None:
        """Count what the last move brought, and let chance play until an agency is asked."""
        while True:
            for agent, value in gain(self.reward, before, self.game).items():
                self.rewards[agent] += value
            if self.game.seat != CHANCE_SEAT:
                break
            before, self.game = self.game, apply(self.game, draw(self.game))
        if self.game.over:
            self.terminations = dict.fromkeys(self.agents, True)
            self.agent_selection = self.agents[0]
        else:
            self.agent_selection = self.game.seat

    def observe(self, agent: str) -> Observation:
        """Return what an agent sees: the forum where it is asked, else the first it belongs to."""
        state, a = self.game.state, self.world.index("agency", agent)
        own = [f for f in range(self.world.params.n_forums) if state.role[f, a] > 0]
        asked = self.game.seat == agent
        forum = int(state.ask_forum[0]) if asked else (own or [0])[0]
        return {
            "observation": seen(self.game, forum, a),
            "action_mask": self.actions.mask(legal_moves(self.game, agent)),
        }

    def render(self) -> str | None:
        """Return the text on every table, a line for each item."""
        if self.render_mode is None:
            return None
        state, lines = self.game.state, [f"month {self.game.month}"]
        for f, forum in enumerate(self.world.forums):
            lines.append(self.world.name("forum", forum))
            for i, item in enumerate(self.world.items):
                if self.world.params.agenda[f, i]:
                    level = f"L{int(state.text[f, i])}"
                    lines.append(f"  {level if state.clean[f, i] else f'[{level}]'} {item}")
        return "\n".join(lines)

    def close(self) -> None:
        """Do nothing: there is no window and no file."""
