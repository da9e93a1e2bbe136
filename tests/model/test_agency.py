"""An agency is a view on its rows, and speaks by its strategy, within the rules."""

from dataclasses import dataclass

import pytest

from agents.agency import Agency
from agents.registry import STRATEGIES
from sim.model import ForumModel
from sim.play.errors import RuleError
from sim.play.moves import Move, amend
from sim.play.view import View
from sim.rules.codes import ROLES
from sim.rules.learn import satisfaction
from sim.rules.seats import heard


@pytest.fixture(scope="module")
def model() -> ForumModel:
    made = ForumModel("two-tracks", changes="horizon=30", rng=1)
    made.run_model()
    return made


def test_it_shows_what_the_state_says(model: ForumModel):
    world, state = model.world, model.state
    for a, agency in enumerate(model.agencies):
        assert (agency.index, agency.name) == (a, world.agencies[a])
        assert agency.name.startswith(agency.side + "-")
        assert agency.turf == state.turf[a]
        assert agency.buy_in == state.buy_in[a]
        assert dict(agency.trust) == {
            name: state.trust[a, b] for b, name in enumerate(world.agencies) if b != a
        }
        assert dict(agency.roles) == {
            name: ROLES[state.role[f, a]] for f, name in enumerate(world.forums)
        }


def test_it_is_as_satisfied_as_the_forum_that_serves_it_best_makes_it(model: ForumModel):
    in_both = 0
    for agency in model.agencies:
        each = [
            satisfaction(model.world.params, model.state, f, agency.index)
            for f in range(2)
            if heard(model.state, f, agency.index)
        ]
        assert agency.satisfaction == max(each, default=0.0)
        in_both += len(each) == 2
    assert in_both  # else the best is not put to the test


def test_what_it_shows_cannot_be_written(model: ForumModel):
    agency = model.agencies[0]
    for shown in (agency.trust, agency.roles):
        with pytest.raises(TypeError):
            shown["jp-mofa"] = 1
    for name in ("turf", "buy_in", "satisfaction", "side"):
        with pytest.raises(AttributeError):
            setattr(agency, name, 0)


def test_it_has_the_strategy_the_world_gives_it():
    model = ForumModel(changes=("strategy=linear", "strategy.jp-meti=micro"), rng=1)
    for agency in model.agencies:
        name = "micro" if agency.name == "jp-meti" else "linear"
        assert agency.strategy is STRATEGIES[name]


@dataclass
class Scripted:
    """Does the first thing that is open to it, and notes what it sees."""

    seen: list[View]

    def choose(self, view: View) -> Move:
        self.seen.append(view)
        return next(iter(view.choices))


def chair(model: ForumModel) -> Agency:
    return next(agency for agency in model.agencies if "chair" in agency.roles.values())


def test_any_strategy_may_be_put_into_its_seat():
    model = ForumModel(rng=1)
    agency = chair(model)
    agency.strategy = Scripted([])
    model.run_model()
    assert agency.strategy.seen
    assert {view.seat for view in agency.strategy.seen} == {agency.name}
    assert model.state.offers[:, agency.index].sum() == 0  # it only ever passed
    assert model.moment.over


class Cheat:
    """Asks for everything at once."""

    def choose(self, view: View) -> Move:
        return amend(view.seat, **dict.fromkeys(view.items, 4))


def test_a_strategy_that_breaks_the_rules_is_stopped():
    model = ForumModel(rng=1)
    agency = chair(model)
    agency.strategy = Cheat()
    with pytest.raises(RuleError, match=agency.name):
        model.run_model()


def test_nobody_speaks_unasked():
    model = ForumModel(rng=1)
    with pytest.raises(RuleError, match=r"not asked|turn of"):
        chair(model).choose()
