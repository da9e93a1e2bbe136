"""The golden runs come out as they did, byte for byte; `python -m tests.golden.renew` renews."""

import json

import pytest

from sim.play.log_lines import Log
from sim.play.replay import replay
from tests.golden.renew import GOLDEN, HERE, place, played


def without_rules(log: bytes) -> bytes:
    """Return a log without the hash of the rules, which a comment in a rule changes."""
    first, rest = log.split(b"\n", 1)
    header = json.loads(first)
    return json.dumps({**header, "rules": ""}, sort_keys=True).encode() + b"\n" + rest


@pytest.mark.parametrize(("scenario", "seed"), GOLDEN)
def test_a_golden_run_comes_out_byte_for_byte(scenario: str, seed: int):
    log, story = played(scenario, seed)
    assert without_rules(log) == without_rules(place(scenario, seed, "jsonl").read_bytes())
    assert story == place(scenario, seed, "txt").read_bytes().decode()


@pytest.mark.parametrize(("scenario", "seed"), GOLDEN)
def test_a_golden_log_replays_to_its_last_digest(scenario: str, seed: int):
    path = place(scenario, seed, "jsonl")
    again = replay(path)
    with path.open("rb") as stream:
        entries = list(Log(stream))
    assert again.game.over
    assert again.moves == len(entries)
    assert again.game.digest == entries[-1].state


def test_every_golden_file_belongs_to_a_golden_run():
    known = {place(*run, ending) for run in GOLDEN for ending in ("jsonl", "txt")}
    assert {path for path in HERE.iterdir() if path.suffix in (".jsonl", ".txt")} == known
