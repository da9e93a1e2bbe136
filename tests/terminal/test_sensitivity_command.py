"""``communique sensitivity`` and ``communique discover`` on folders that a toy has filled."""

import importlib.util
import json
from pathlib import Path
from xml.etree import ElementTree

import pyarrow.parquet as pq
import pytest

from sim.sweep.sensitivity.svg import ticks
from tests.sweep.toys import filled, ishigami
from tests.terminal.commands import call


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sweep") / "s"
    filled(made, lambda shares, runs, cases: ishigami(shares), runs=2560, failed=(3,))
    return made


def test_all_outcomes_are_listed_in_short_with_words_for_factors(folder: Path):
    told = call("sensitivity", folder)
    assert told.exit_code == 0, told.output
    assert "511 whole blocks" in told.output
    assert "Left out for a failed run: 1 of 512 blocks." in told.output
    assert "Weight of going it alone" in told.output
    assert "…" not in told.output
    assert "constant" in told.output
    assert "nan" not in told.output


def test_one_outcome_is_told_in_full_and_written(folder: Path, tmp_path: Path):
    told = call("sensitivity", folder, "--metric", "trust", "carve_outs", "--out", tmp_path / "o")
    assert told.exit_code == 0, told.output
    assert "trust mean" in told.output
    assert "alone_weight" in told.output
    assert "constant: 7 in every run" in told.output
    table = pq.read_table(tmp_path / "o" / "sensitivity.parquet")
    assert {"label", "ST", "ST_conf", "S1", "factor"} <= set(table.column_names)
    (picture,) = (tmp_path / "o").glob("*.svg")
    ElementTree.fromstring(picture.read_text("utf-8"))
    assert "Weight of going it alone" in picture.read_text("utf-8")


def test_json_is_one_object_without_nan(folder: Path):
    told = call("sensitivity", folder, "--json", "--top", "2")
    (found,) = json.loads(told.stdout, parse_constant=pytest.fail)["sensitivity"]
    outcome = next(each for each in found["outcomes"] if each["metric"] == "trust")
    assert (found["method"], found["used"], found["left_out"]) == ("sobol", 511, 1)
    assert [each["factor"] for each in outcome["factors"]][-1] == "chance"
    assert len(outcome["factors"]) == 3


def test_wrong_words_and_folders_are_one_line(folder: Path, tmp_path: Path):
    told = call("sensitivity", folder, "--metric", "trist")
    assert (told.exit_code, "did you mean 'trust'" in told.stderr) == (2, True)
    told = call("sensitivity", tmp_path)
    assert (told.exit_code, "no study.json" in told.stderr) == (2, True)
    told = call("discover", folder, "--metric", "trust")
    assert (told.exit_code, "either --above or --below" in told.stderr) == (2, True)
    taken = tmp_path / "file"
    taken.write_text("x")
    told = call("sensitivity", folder, "--metric", "trust", "--out", taken)
    assert (told.exit_code, "a folder that can be written" in told.stderr) == (2, True)


@pytest.mark.skipif(importlib.util.find_spec("ema_workbench") is None, reason="an extra")
def test_boxes_are_told_in_words_and_drawn(folder: Path, tmp_path: Path):
    asked = ("discover", folder, "--metric", "outcome", "--above", "6")
    told = call(*asked, "--out", tmp_path / "o")
    assert told.exit_code == 0, told.output
    assert "PRIM" in told.output
    assert "coverage" in told.output
    picture = (tmp_path / "o" / "tradeoff.svg").read_text("utf-8")
    ElementTree.fromstring(picture)
    found = json.loads(call(*asked, "--json").stdout)
    assert found["prim"][0]["limits"]
    assert found["left_out"] == 1


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-0.25, 1.25), (0, 3e-7), (-4000, 9000), (0, 7)])
def test_ticks_are_few_round_and_within(low: float, high: float):
    made = ticks(low, high)
    assert 4 <= len(made) <= 10
    assert low <= min(made) <= max(made) <= high
