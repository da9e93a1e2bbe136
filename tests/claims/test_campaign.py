"""Claims played in a few worlds: from the call to the record, the same whoever plays them."""

import json
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from scenarios.claims import BUILT_IN
from scenarios.load import library
from sim.claims import campaign
from sim.claims.campaign import Campaign, chosen
from sim.claims.finding import Finding
from sim.claims.joined import CLAIM, MEASURE, measures
from sim.claims.read import experiments
from sim.claims.records import Experiment
from sim.claims.verdict import NO_PATH, VERDICTS
from tests.terminal.commands import call, process

SURVIVES = {("H2", "mean_level")}
"""What its control leaves: depth comes of nobody refusing at the end, which no value changes."""
KEYS = {
    *("id", "kind", "scenario", "metric", "sign", "share", "low", "high", "effect"),
    *("share_off", "depends_on", "sources", "ties", "against", "verdict", "arms", "means"),
}


def tried(trial: Experiment, folder: Path, workers: int = 2, worlds: int = 16) -> list[Finding]:
    with ThreadPoolExecutor(workers) as pool:
        made = Campaign(worlds, 3).try_claim(trial, folder, pool, workers, lambda *told: None)
    return list(made)


def test_the_command_writes_a_record_and_maps_and_goes_on_from_them(tmp_path: Path):
    asked = ("claims", "--only", "H49,partner-or-lobby", "--worlds", "16", "--out", str(tmp_path))
    result = call(*asked, "--json")
    assert result.exit_code == 0, result.stderr
    data = json.loads(result.stdout)
    claims = json.loads((tmp_path / "claims.json").read_text("utf-8"))
    about = json.loads((tmp_path / "campaign.json").read_text("utf-8"))
    assert data == about | {"claims": claims}
    assert (about["worlds"], about["seed"], about["vary"]) == (16, 1, "all-assumed")
    (record,) = claims
    assert record.keys() == {*CLAIM, *MEASURE, "why", "parts"}
    assert [(each["id"], each["part"]) for each in measures(record)] == [("H49", 1), ("H49", 2)]
    for each in measures(record):
        assert each.keys() >= KEYS
        assert each["verdict"] in VERDICTS
        assert each["low"] <= each["share"] <= each["high"]
        assert each["worlds"] + each["failed"] == 16
        assert each["ties"] + each["against"] + each["share"] == pytest.approx(1.0, abs=1e-3)
        assert all(source["at"] for source in each["sources"])
    (drawn,) = data["maps"]
    assert json.loads((tmp_path / "maps" / "partner-or-lobby.json").read_text("utf-8")) == drawn
    assert len(drawn["cells"]) == 25
    picture = ElementTree.parse(tmp_path / "maps" / "partner-or-lobby.svg").getroot()
    words = " ".join(picture.itertext())
    assert drawn["title"] in words
    assert drawn["across"]["title"] in words
    parts = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*.parquet")}
    told = call(*asked)
    assert told.exit_code == 0
    assert "Business as a partner" in told.stdout
    assert {path: path.stat().st_mtime_ns for path in parts} == parts


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--only", "H61"), "--only"),
        (("--only", "H33"), "none"),
        (("--only", "H1", "--vary", "everything"), "--vary"),
        (("--worlds", "3"), "--worlds"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(options: tuple[str, ...], said: str):
    result = call("claims", *options)
    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_ctrl_c_stops_with_a_line_and_what_is_there_is_whole(tmp_path: Path):
    asked = ("claims", "--only", "H1", "--worlds", "20000", "--out", tmp_path)
    run = process(*asked)
    deadline = time.monotonic() + 100
    while not any(tmp_path.rglob("part-*.parquet")):
        assert run.poll() is None, run.stderr
        assert time.monotonic() < deadline
        time.sleep(0.1)
    run.send_signal(signal.SIGINT)
    _, told = run.communicate(timeout=600)
    assert run.returncode == 130
    assert "the same command again plays the rest" in told
    assert "Traceback" not in told


def test_a_folder_of_other_worlds_is_refused(tmp_path: Path):
    asked = ("claims", "--only", "H60", "--out", str(tmp_path), "--worlds")
    assert call(*asked, "16").exit_code == 0
    result = call(*asked, "32")
    assert result.exit_code == 2
    assert "another sweep" in result.stderr


def test_results_do_not_hang_on_workers_or_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    trial = chosen(["H26"])[0][1]
    whole = tried(trial, tmp_path / "one", workers=1)
    monkeypatch.setattr(campaign, "CHUNK", 7)
    pieces = tried(trial, tmp_path / "two", workers=2)
    assert [each.account() for each in pieces] == [each.account() for each in whole]


def test_arms_that_differ_in_nothing_are_called_so(tmp_path: Path):
    trial = chosen(["H49"])[0][0]
    arms = tuple(arm.model_copy(update={"set": {"business_consult": 0.5}}) for arm in trial.arm)
    for each in tried(trial.model_copy(update={"arm": arms}), tmp_path / "same"):
        assert each.verdict == NO_PATH
        assert each.count.ties == each.count.worlds


def test_an_arm_keeps_what_it_sets(tmp_path: Path):
    (support,) = (f for f in tried(chosen(["H49"])[0][0], tmp_path / "x") if f.part == 2)
    assert support.count.up == support.count.worlds
    assert np.diff(support.arms)[0] > 0.1


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "trial",
    [t for t in experiments().experiment if library().claims[t.claim].effect == BUILT_IN],
    ids=lambda each: f"{each.claim}-{each.scenario}",
)
def test_without_its_mechanism_a_built_in_effect_is_gone(trial: Experiment, tmp_path: Path):
    for each in tried(trial, tmp_path / "x", worlds=64):
        if each.measure.sign == "flat" or (trial.claim, each.measure.metric) in SURVIVES:
            continue
        off = each.count_off
        gone = off.ties / off.worlds >= 0.75 or off.up == 0
        no_systematic = off.up - off.down < 0.5 * (off.up + off.down)
        less = off.up - off.down < each.count.up - each.count.down
        assert gone or no_systematic or less, (each.measure.says, off)
