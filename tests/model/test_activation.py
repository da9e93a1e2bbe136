"""Agents may act in any order: each writes its own rows and reads nothing others then write."""

from collections.abc import Iterator

import pytest

from sim.model import ForumModel
from sim.rules.block import fields
from sim.rules.state import State
from sim.sweep.batch import run_many

SCENARIOS = ("economic-2-plus-2", "two-tracks")
FIRST: list[str] = []


class Shuffled(ForumModel):
    """Activates its agents in a new order every time, and notes who was first."""

    def activate(self, method: str) -> None:
        self.agents.shuffle(inplace=True)
        FIRST.append(self.agents[0].name)
        self.agents.do(method)


class LeftToMesa(ForumModel):
    """Leaves the order to Mesa's own shuffle."""

    def activate(self, method: str) -> None:
        self.agents.shuffle_do(method)


class Backwards(ForumModel):
    """Activates its agents from the last to the first."""

    def activate(self, method: str) -> None:
        for agency in reversed(self.agencies):
            getattr(agency, method)()


@pytest.mark.parametrize("kind", [Shuffled, LeftToMesa, Backwards])
@pytest.mark.parametrize("scenario_id", SCENARIOS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_activation_changes_nothing(kind, scenario_id: str, seed: int):
    model = kind(scenario_id, rng=seed, monthly=False)
    model.run_model()
    straight = run_many(model.world, seed, 1, keep=True, plain=True)
    assert model.block[0].tobytes() == straight.states[0].tobytes()


def test_the_order_was_indeed_another():
    FIRST.clear()
    Shuffled(changes="horizon=12", rng=1).run_model()
    assert len(set(FIRST)) > 3


OWN = {"review": {"concur"}, "commit": {"effort"}, "reflect": {"turf", "buy_in", "trust"}}
"""What each decision writes."""


def written(before: State, after: State) -> Iterator[tuple[str, int]]:
    """Yield each number that has changed: its variable, and whose row it is, -1 if no agency's."""
    for field in fields(State):
        old, new = getattr(before, field.name), getattr(after, field.name)
        axis = field.axes.find("A")  # the first one, where there are two
        for place in zip(*(old != new).nonzero(), strict=True):
            yield field.name, int(place[axis]) if axis >= 0 else -1


@pytest.mark.parametrize("method", OWN)
@pytest.mark.parametrize(
    "scenario_id", [pytest.param(SCENARIOS[0], marks=pytest.mark.slow), *SCENARIOS[1:]]
)
def test_an_agency_writes_only_rows_of_its_own(scenario_id: str, method: str):
    seen = set()

    class Watched(ForumModel):
        def activate(self, doing: str) -> None:
            for agency in self.agencies:
                before = self.game.state
                getattr(agency, doing)()
                for name, whose in written(before, self.state):
                    assert whose == agency.index
                    if doing == method:
                        seen.add(name)

    Watched(scenario_id, rng=3, monthly=False).run_model()
    assert seen == OWN[method]
