"""A chunk: the same rows in any piece, and one bad row costs that row only."""

import numpy as np
import pytest

import sim.sweep.run
from scenarios.arrange import arrange
from sim.rules.measure import METRICS
from sim.sweep import trial
from sim.sweep.batch import run_many
from sim.sweep.chunk import FAILED, OK, play_chunk
from sim.sweep.engine import Engine
from tests.sweep.studies import study

pytestmark = pytest.mark.timeout(900)
ROWS = 24
MANY = {
    "one": {},
    "arms": {"arms": ("hosted", "everybody", "two-with-partners"), "scenario": "design-the-forum"},
    "forums": {"forums": ("economic-2-plus-2", "3-plus-3-energy"), "repeat": 2},
    "two texts": {"scenario": "two-tracks", "design": "lhs"},
    "seats": {"vary": ("seat.us-commerce", "consult.jp-mof", "turf.*"), "design": "lhs"},
    "saltelli": {"vary": ("turf.us-state", "trust"), "design": "saltelli", "repeat": 3},
    "nash": {"changes": ("strategy=nash", "horizon=3")},
}


def pieces(made, *ends: int, rows: int = ROWS, plain: bool = False):
    """Return the columns of the first rows, played in pieces and put together."""
    chunks = [play_chunk(made, a, b, plain) for a, b in zip((0, *ends), (*ends, rows), strict=True)]
    assert all(chunk.errors == () for chunk in chunks)
    return {
        name: np.concatenate([np.asarray(chunk.columns[name]) for chunk in chunks])
        for name in chunks[0].columns
    }


def differing(ours, theirs) -> list[str]:
    return [name for name in ours if ours[name].tobytes() != theirs[name].tobytes()]


@pytest.mark.parametrize("kind", MANY)
def test_rows_are_the_same_in_any_pieces_plain_and_compiled(kind: str):
    made = study(**MANY[kind])
    whole = pieces(made)
    assert differing(whole, pieces(made, 1, 5, 17)) == []
    assert differing(pieces(made, rows=6), pieces(made, rows=6, plain=True)) == []


@pytest.mark.parametrize("kind", ["arms", "forums", "seats", "saltelli"])
def test_a_row_is_the_run_of_the_world_that_arrange_makes(kind: str):
    made = study(**MANY[kind])
    columns = play_chunk(made, 0, ROWS).columns
    points, cases, runs = made.parts(0, ROWS)
    for row in range(0, ROWS, 5):
        scene = made.scenes[cases[row]]
        values = made.values(points[row], points[row] + 1)[0]
        world = arrange(made.scenario, scene.case.forum, scene.changes(values))
        alone = run_many(world, made.seed, 1, int(runs[row]))
        here = columns["row"] == row
        assert (
            columns["trust"][here].tobytes()
            == alone.metrics[0, :, METRICS.index("trust")].tobytes()
        )
        assert columns["closed"][here].tolist() == alone.closed[0].tolist()
        assert np.array(columns["forum"])[here].tolist() == list(world.forums)


def test_rows_and_points_are_counted_in_64_bits():
    columns = play_chunk(study(), 0, 4).columns
    assert {columns[name].dtype for name in ("row", "point", "run")} == {np.dtype(np.int64)}


def test_points_of_a_block_share_their_chance_and_cases_share_it_too():
    made = study(**MANY["saltelli"])
    _, _, runs = made.parts(0, 2 * 4 * 3)
    assert runs.tolist() == [0, 1, 2] * 4 + [3, 4, 5] * 4
    made = study(**MANY["arms"])
    points, cases, runs = made.parts(0, 6)
    assert (points.tolist(), cases.tolist(), runs.tolist()) == (
        [0, 0, 0, 1, 1, 1],
        [0, 1, 2, 0, 1, 2],
        [0, 0, 0, 1, 1, 1],
    )


def test_a_rule_that_fails_costs_its_row_only(monkeypatch):
    made = study(runs=16, changes=("horizon=2",))
    good = play_chunk(made, 0, 16, plain=True)
    trust = made.values(0, 16)[:, [f.path for f in made.factors].index("trust")]
    broken, measure = sorted(trust)[3], sim.sweep.run.measure

    def fails(p, s, f, out):
        if p.trust0 == broken:
            raise ZeroDivisionError("a rule that fails")
        measure(p, s, f, out)

    monkeypatch.setattr(sim.sweep.run, "measure", fails)
    made_of = play_chunk(made, 0, 16, plain=True)
    ((row, told),) = made_of.errors
    assert row == trust.tolist().index(broken)
    assert "ZeroDivisionError: a rule that fails" in told
    assert "in fails" in told
    bad = made_of.columns["row"] == row
    assert made_of.columns["status"].tolist() == np.where(bad, FAILED, OK).tolist()
    assert np.isnan(made_of.columns["trust"][bad]).all()
    for name, column in good.columns.items():
        ours, theirs = np.asarray(made_of.columns[name])[~bad], np.asarray(column)[~bad]
        assert ours.tobytes() == theirs.tobytes()


class Spoilt(Engine):
    """An engine in which one run gives no number."""

    def play(self, base, places, whole, seed, runs, numbers, targets, columns):
        super().play(base, places, whole, seed, runs, numbers, targets, columns)
        columns[0][runs == 5] = np.inf


@pytest.fixture
def engines(monkeypatch):
    """Return what each kind of engine is to be, plain or compiled."""
    chosen = {}
    monkeypatch.setattr(trial, "own_engine", lambda plain: chosen[plain])
    return chosen


def test_a_number_that_is_not_finite_is_looked_at_plainly(engines):
    made = study(runs=8, changes=("horizon=2",))
    engines |= {False: Engine(True), True: Engine(True)}
    good = play_chunk(made, 0, 8)
    engines[False] = Spoilt(True)
    again = play_chunk(made, 0, 8)
    assert again.errors == ()
    assert again.columns["trust"].tobytes() == good.columns["trust"].tobytes()
    engines[True] = Spoilt(True)
    spoilt = play_chunk(made, 0, 8)
    assert spoilt.errors == ((5, f"not finite: {', '.join(METRICS)}"),)
    assert spoilt.columns["status"].tolist() == [0, 0, 0, 0, 0, FAILED, 0, 0]


def test_seats_that_no_forum_can_have_cost_their_rows_only():
    vary = ("seat.us-state=principal,absent", "seat.us-commerce=principal,absent")
    made = study(runs=4, design="factorial", vary=vary)
    chunk = play_chunk(made, 0, 4)
    assert chunk.columns["status"].tolist() == [OK, OK, OK, FAILED]
    ((row, told),) = chunk.errors
    assert row == 3
    assert "principals of two sides" in told
