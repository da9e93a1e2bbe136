"""A folder of a sweep, analysed: failed runs, several cases, designs that tell less."""

from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from scenarios.problems import ScenarioError
from sim.rules.measure import METRICS
from sim.sweep.sensitivity.analysis import analyse
from sim.sweep.sensitivity.tables import measures_table, pairs_table
from tests.sweep.toys import ISHIGAMI_TOTAL, VARY, filled, ishigami, luck

CONSTANT = METRICS.index("carve_outs")


def plain(shares, runs, cases):
    return ishigami(shares)


def test_every_outcome_is_there_and_the_constant_one_says_so(tmp_path: Path):
    filled(tmp_path, plain, runs=20_480)
    (found,) = analyse(tmp_path)
    assert (found.method, found.used, found.left_out) == ("sobol", 4096, 0)
    assert np.flatnonzero(found.constant).tolist() == [CONSTANT]
    # The factors are in the order of the ledger, the shares in that of the factors.
    np.testing.assert_allclose(found.measures["ST"][:, 0], ISHIGAMI_TOTAL, atol=0.03)
    assert found.order(0) == [0, 1, 2]
    table = measures_table([found])
    assert table.num_rows == len(METRICS) * 4
    assert set(table["factor"].to_pylist()) == {f.path for f in found.factors} | {"chance"}
    assert not np.isnan(np.array(table["ST"].drop_null())).any()


def test_a_block_with_a_failed_run_is_left_out_and_the_others_are_as_without_it(tmp_path: Path):
    filled(tmp_path / "whole", plain)
    study = filled(tmp_path / "holes", plain, failed=(0, 7, 9))
    (whole,), (holes,) = analyse(tmp_path / "whole"), analyse(tmp_path / "holes")
    assert (whole.used, holes.used, holes.left_out) == (64, 62, 2)
    assert study.design.size == 5
    assert np.isfinite(holes.measures["ST"]).all()


def test_a_trajectory_with_a_failed_run_is_left_out_and_the_others_keep_their_points(
    tmp_path: Path,
):
    def model(shares, runs, cases):
        return 2 * shares[:, 0] - shares[:, 1]

    filled(tmp_path, model, design="morris", failed=(1, 12))
    (found,) = analyse(tmp_path, ["outcome"])
    assert (found.used, found.left_out) == (78, 2)
    np.testing.assert_allclose(found.measures["mu"][:, 0], [2, -1, 0], atol=1e-9)
    np.testing.assert_allclose(found.measures["sigma"][:, 0], 0, atol=1e-9)


def test_too_few_whole_blocks_are_refused(tmp_path: Path):
    filled(tmp_path, plain, runs=15, failed=(1, 6))
    with pytest.raises(ScenarioError, match="1 of 3 blocks without a failed run"):
        analyse(tmp_path)


def test_two_cases_are_analysed_apart_and_by_their_difference(tmp_path: Path):
    def model(shares, runs, cases):
        return shares[:, 0] + luck(runs) + cases * shares[:, 1]

    forums = ("economic-2-plus-2", "security-2-plus-2")
    filled(tmp_path, model, forums=forums, runs=640, vary=VARY)
    first, second, both = analyse(tmp_path, ["trust"])
    assert [each.record.case for each in (first, second, both)] == [*forums, forums[1]]
    assert both.record.against == forums[0]
    # What the cases share, chance among it, is not in their difference.
    np.testing.assert_allclose(both.measures["ST"][:, 0], [0, 1, 0], atol=1e-3)
    assert first.chance["S1"][0] > 0.5
    assert both.chance["S1"][0] == pytest.approx(0.0, abs=0.3)


def test_repetitions_give_the_noise_share(tmp_path: Path):
    filled(
        tmp_path,
        lambda shares, runs, cases: shares[:, 0] * 12**0.5 + luck(runs),
        repeat=2,
        runs=2500,
    )
    (found,) = analyse(tmp_path, ["trust"])
    assert found.chance["ST"][0] == pytest.approx(0.5, abs=0.1)
    assert found.measures["ST"][0, 0] == pytest.approx(0.5, abs=0.1)


def test_second_order_is_written_where_the_design_has_it(tmp_path: Path):
    filled(tmp_path, plain, second_order=True)
    found = analyse(tmp_path, ["trust"])
    assert pairs_table(found).num_rows == 3
    assert not pairs_table([]).num_rows


@pytest.mark.parametrize(
    ("design", "method"),
    [("morris", "morris"), ("sobol", "given"), ("lhs", "given"), ("factorial", "given")],
)
def test_other_designs_tell_what_they_can(tmp_path: Path, design: str, method: str):
    filled(
        tmp_path,
        lambda shares, runs, cases: 2 * shares[:, 0] - shares[:, 1],
        design=design,
        repeat=2,
    )
    (found,) = analyse(tmp_path, ["trust"])
    assert found.method == method
    assert found.order(0)[:2] == [0, 1]
    assert found.chance["ST"][0] == 0
    sign = found.measures["mu" if method == "morris" else "rank"][:2, 0]
    assert (np.sign(sign) == [1, -1]).all()


def test_points_from_a_file_and_folders_of_no_sweep_are_refused(tmp_path: Path):
    table = tmp_path / "points.csv"
    table.write_text("trust,last_chance\n0.1,0.5\n0.9,0.2\n", "utf-8")
    filled(tmp_path / "out", lambda shares, runs, cases: shares[:, 0], design=str(table), vary=())
    with pytest.raises(ScenarioError, match="saltelli or morris"):
        analyse(tmp_path / "out")
    with pytest.raises(ScenarioError, match=r"no study\.json"):
        analyse(tmp_path)
    with pytest.raises(ScenarioError, match="did you mean 'trust'"):
        analyse(tmp_path / "out", ["trist"])


def test_a_sweep_that_is_not_whole_is_refused(tmp_path: Path):
    filled(tmp_path, plain)
    next(iter(sorted(tmp_path.glob("part-*")))).unlink()
    with pytest.raises(ScenarioError, match="are missing"):
        analyse(tmp_path)


def test_what_is_read_is_what_was_written(tmp_path: Path):
    study = filled(tmp_path, plain)
    part = pq.read_table(next(tmp_path.glob("part-*")))
    shares = study.design.shares(0, study.design.points)
    np.testing.assert_allclose(part["outcome"].to_numpy(), ishigami(shares))
