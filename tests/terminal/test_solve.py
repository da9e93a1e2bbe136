"""The command ``solve``."""

import json
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from scenarios.arrange import arrange
from scenarios.load import load
from sim.solve.of_world import of_world
from sim.sweep.batch import run_many
from tests.terminal.commands import call

FEW = ("energy-shock", "--runs", "0")
POINTS = ("nash", "kalai_smorodinsky", "egalitarian", "welfare", "compromise")


def solved(*arguments: str) -> dict:
    result = call("solve", *arguments, "--json")
    assert result.exit_code == 0, result.stderr
    made: dict = json.loads(result.stdout)
    return made


def test_the_json_holds_what_every_text_tells():
    made = solved(*FEW)
    domain = of_world(arrange(load("energy-shock")), 0)
    every = {text: domain.value(text) for text in product(*map(range, domain.shape))}
    fine = [v for t, v in every.items() if domain.allowed(t) and np.all(v >= domain.walk_away)]
    assert made["parties"] == list(domain.parties)
    assert made["outcomes"] == len(every)
    assert made["rational"] == len(fine)
    best = max(np.prod(each - domain.walk_away) for each in fine)
    assert np.prod(made["nash"]["values"] - domain.walk_away) == pytest.approx(best)
    assert sum(made["welfare"]["values"]) == pytest.approx(max(map(sum, fine)))
    for name in POINTS:
        text = tuple(int(made[name]["outcome"][issue]) for issue in domain.issues)
        assert made[name]["values"] == every[text].tolist()


def test_several_forums_are_solved_one_by_one():
    made = solved("two-tracks", "--runs", "0")
    assert list(made["forums"]) == list(arrange(load("two-tracks")).forums)
    assert all(set(POINTS) <= set(each) for each in made["forums"].values())


def test_a_text_is_placed_and_mended():
    first = of_world(arrange(load("energy-shock")), 0).issues[0]
    made = solved(*FEW, "--text", f"{first}=L4")["text"]
    assert made["outcome"][first] == "4"
    assert set(made["outcome"].values()) == {"4", "0"}
    assert made["pareto_distance"] > 0
    assert made["joint_gain_left"] > 0
    assert made["smallest_change"]["steps"] >= 0


def test_runs_are_set_beside_the_frontier():
    made = solved("energy-shock", "--runs", "3")["typical"]
    assert made["runs"] == 3
    assert made["median_pareto_distance"] >= 0
    told = call("solve", "energy-shock", "--runs", "3").stdout
    assert "Typical run" in told
    assert "frontier" in told


def test_a_changed_figure_changes_the_solution():
    before = solved(*FEW)["nash"]["values"]
    assert solved(*FEW, "--set", "position.jp-meti.I12=0")["nash"]["values"] != before


def test_a_domain_in_a_folder_is_solved(tmp_path: Path):
    sheets = {"a": "0, 10\n5, 0\n5", "b": "10, 0\n0, 5\n5"}
    (tmp_path / "scores_files").mkdir()
    for name, sheet in sheets.items():
        (tmp_path / "scores_files" / f"{name}.txt").write_text(sheet, "utf-8")
    (tmp_path / "config.txt").write_text(
        "Ann,a,player,cooperative,x\nBob,b,player,cooperative,x\n", "utf-8"
    )
    result = call("solve", "--domain", tmp_path)
    assert result.exit_code == 0, result.stderr
    assert "4 texts" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "give either"),
        (["energy-shock", "--domain", "."], "give either"),
        (["--domain", ".", "--forum", "x"], "for scenarios"),
        (["energy-shock", "--profiles", "a.xml"], "goes with --domain"),
        (["energy-shock", "--text", "I99=1"], "I99"),
        (["energy-shock", "--text", "I12=9"], "one of 0, 1, 2, 3, 4"),
        (["energy-shock", "--text", "I12=1,I12=2"], "two values"),
        (["energy-shock", "--text", "I12"], "an equals sign"),
        (["no-such"], "no-such"),
    ],
)
def test_what_cannot_be_solved_is_refused_in_a_line(arguments: list[str], said: str):
    result = call("solve", *arguments)
    assert result.exit_code != 0
    assert said in result.stderr
    assert "Traceback" not in result.stderr


def test_what_pages_have_compiled_are_not_the_rules_of_runs(monkeypatch, tmp_path: Path):
    asked = []

    def played(world, seed, runs, *, plain):
        asked.append(plain)
        return run_many(world, seed, 1, plain=True)

    (tmp_path / "monthly.play_monthly-1.py312.1.nbc").touch()
    monkeypatch.setattr("sim.sweep.stand_ins.cache_folder", lambda: tmp_path)
    monkeypatch.setattr("terminal.solving.run_many", played)
    assert call("solve", "economic-2-plus-2", "--set", "horizon=20").exit_code == 0
    assert asked == [True]
