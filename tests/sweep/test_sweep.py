"""The sweep as a call, and as frames."""

import pickle
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from scenarios.load import load
from scenarios.problems import ScenarioError
from sim.rules.codes import OUTCOMES
from sim.sweep import sweep
from sim.sweep.entry import play
from sim.sweep.frame import factor_columns, table_of
from sim.sweep.store import Store
from sim.sweep.summary import summary_of
from tests.sweep.studies import SHORT, study

pytestmark = pytest.mark.timeout(900)


def test_one_import_gives_a_frame_in_a_notebook():
    frame = sweep("two-tracks", 8, vary=["trust"], changes=SHORT)
    assert frame.shape[0] == 16
    assert set(frame["forum"]) == {"jucip", "partnership-on-trade"}
    assert frame["vary.trust"].n_unique() == 8


def test_a_pandas_frame_if_that_is_wanted():
    frame = sweep("economic-2-plus-2", 4, vary=["strategy.us-state"], changes=SHORT, pandas=True)
    chosen = load("economic-2-plus-2").library.agencies["us-state"].strategy.choices
    assert set(frame["vary.strategy.us-state"]) <= set(chosen)
    assert list(frame.index) == [0, 1, 2, 3]


def test_the_import_loads_no_library_before_it_is_used():
    code = "import sys, sim.sweep; assert not {'scipy', 'pyarrow', 'numba'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=True)
    import sim.sweep as room

    with pytest.raises(AttributeError, match="no attribute 'sweeps'"):
        _ = room.sweeps


def test_a_folder_keeps_the_frame(tmp_path: Path):
    first = sweep("economic-2-plus-2", 8, changes=SHORT, out=tmp_path / "s")
    again = sweep("economic-2-plus-2", 8, changes=SHORT, out=tmp_path / "s", executor="nobody")
    assert first.equals(again)


def test_what_varied_stands_beside_what_came_of_it(tmp_path: Path):
    made = study(
        runs=8,
        vary=("trust", "consult.jp-mof"),
        repeat=2,
        forums=("economic-2-plus-2", "3-plus-3-energy"),
    )
    play(made, Store(tmp_path), 1, "threads")
    table = table_of(Store(tmp_path), ["case", "trust"])
    values = made.values(0, 8)
    points = table["point"].to_numpy()
    assert points.tolist() == sorted(points.tolist())
    assert table["vary.trust"].to_numpy().tolist() == values[points, 0].tolist()
    words = [made.factors[1].words[int(n)] for n in values[points, 1]]
    assert table["vary.consult.jp-mof"].to_pylist() == words
    assert table_of(Store(tmp_path), ["trust"], vary=False).column_names == ["trust"]
    some = factor_columns(made, np.array([5, 2]))
    assert some["vary.trust"].tolist() == values[[5, 2], 0].tolist()


def test_the_summary_is_that_of_the_table(tmp_path: Path):
    made = study(runs=50, vary=("all-assumed",), repeat=2, changes=("horizon=30",))
    play(made, Store(tmp_path), 2, "threads", size=20)
    (case,) = summary_of(Store(tmp_path))
    table = table_of(Store(tmp_path), vary=False)
    outcome = table["outcome"].to_numpy()
    for code, word in enumerate(OUTCOMES[1:], 1):
        assert case["outcomes"][word] == np.mean(outcome == code)
    months = np.sort(table["time_to_agreement"].to_numpy())
    assert case["median_months"] == months[49]
    means = table["trust"].to_numpy().reshape(50, 2).mean(axis=1)
    assert case["means"]["trust"]["mean"] == pytest.approx(means.mean())
    half = 1.96 * means.std(ddof=1) / np.sqrt(50)
    assert case["means"]["trust"]["half"] == pytest.approx(half)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"seed": -1}, "--seed"),
        ({"seed": 2**63}, "--seed"),
        ({"repeat": 0}, "--repeat"),
        ({"runs": 0}, "--runs"),
        ({"runs": 2**31 + 1, "design": "lhs"}, "2147483649 runs"),
        ({"vary": ["trust=0.2"]}, "a room, low:high, within"),
        ({"arms": ["hosted", "hosted"]}, "each only once"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_played(more, told: str):
    with pytest.raises(ScenarioError, match=told):
        sweep("design-the-forum", **{"runs": 4, **more})


def test_an_error_travels():
    with pytest.raises(ScenarioError) as caught:
        sweep("design-the-forum", 4, design="nothing")
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems
