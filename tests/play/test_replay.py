"""Replays: they end in the same state, or name the first line that differs."""

import io
import json
from pathlib import Path

import pytest

import agents.decide  # noqa: F401 (registers rules)
import sim.sweep.run  # noqa: F401 (registers rules)
from sim.play.errors import LogError
from sim.play.log import HUMAN, Record, header_of
from sim.play.log_lines import Log
from sim.play.replay import opened, replay
from sim.rules.compiled import house_path, rule_files
from sim.rules.rule import RULES
from tests.play.recorded import CHANGES, recorded

LOG = recorded()
LINES = LOG.splitlines(keepends=True)
TABLES = [json.loads(line) for line in LINES]


def replayed(data: bytes):
    again = opened(Log(io.BytesIO(data)))
    for _ in again:
        pass
    return again


def differs(data: bytes) -> LogError:
    with pytest.raises(LogError) as found:
        replayed(data)
    return found.value


def with_line(line: int, table: dict) -> bytes:
    """Return the log with another table in one line, counted from 1."""
    text = json.dumps(table, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    return b"".join([*LINES[: line - 1], text, *LINES[line:]])


def lines_with(kind: str) -> list[int]:
    return [n for n, table in enumerate(TABLES, 1) if table.get("move") == kind]


def test_a_replay_ends_in_the_state_the_run_ended_in(tmp_path: Path):
    path = tmp_path / "a log with a space.jsonl"
    path.write_bytes(LOG)
    again = replay(path)
    assert again.game.over
    assert again.game.digest == TABLES[-1]["state"]
    assert again.moves == len(LINES) - 1
    assert again.notes == ()


def test_a_replay_that_is_recorded_has_the_same_bytes():
    again = opened(Log(io.BytesIO(LOG)))
    copy = io.BytesIO()
    record = Record(copy, header_of(again.game, CHANGES))
    for step in again:
        record.add(*step)
    assert copy.getvalue() == LOG


def test_a_part_of_a_log_is_replayed_as_far_as_it_goes():
    again = replayed(b"".join(LINES[:20]) + LINES[20][:30])
    assert again.moves == 19
    assert again.log.torn
    assert not again.game.over


def test_ends_of_lines_of_another_system_do_not_matter():
    assert replayed(LOG.replace(b"\n", b"\r\n")).game.over


@pytest.mark.parametrize("line", range(2, len(LINES) + 1, 11))
def test_a_changed_digest_is_found(line: int):
    digest = TABLES[line - 1]["state"]
    other = ("1" if digest[0] == "0" else "0") + digest[1:]
    error = differs(with_line(line, {**TABLES[line - 1], "state": other}))
    assert error.line == line
    assert digest in error.why


@pytest.mark.parametrize("line", [2, lines_with("draw")[5]])
def test_one_changed_bit_of_chance_is_found(line: int):
    words = {phase: list(each) for phase, each in TABLES[line - 1]["words"].items()}
    words["mandate" if "mandate" in words else "bills"][-1] ^= 1
    error = differs(with_line(line, {**TABLES[line - 1], "words": words}))
    assert error.line == line


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("amend", {"levels": {"I03": 4}}),
        ("amend", {"move": "pass", "levels": None}),
        ("amend", {"seat": "us-ustr"}),
        ("amend", {"seat": "\x1b[31m"}),
        ("amend", {"forum": "jucip"}),
        ("amend", {"forum": None}),
        ("amend", {"month": 11}),
        ("object", {"reason": "own reason"}),
        ("object", {"reason": "a whim"}),
        ("object", {"item": "I99"}),
        ("consent", {"move": "object", "item": "I10", "reason": "own reason"}),
        ("consent", {"item": "I10"}),
        ("pass", {"move": "recess"}),
        ("draw", {"words": {}}),
        ("draw", {"words": {"events": [2**32]}}),
        ("draw", {"month": 0}),
    ],
)
def test_a_changed_move_is_found_at_its_line(kind: str, change: dict):
    def changed(line: int) -> dict:
        table = {**TABLES[line - 1], **change}
        return {key: value for key, value in table.items() if value is not None}

    line = next(n for n in lines_with(kind)[1:] if changed(n) != TABLES[n - 1])
    assert differs(with_line(line, changed(line))).line == line


def test_lines_left_out_said_twice_or_swapped_are_found():
    for n in range(1, len(LINES) - 1, 29):
        assert differs(b"".join(LINES[:n] + LINES[n + 1 :])).line == n + 1
        assert differs(b"".join([*LINES[:n], LINES[n], *LINES[n:]])).line == n + 2
        swapped = [*LINES[:n], LINES[n + 1], LINES[n], *LINES[n + 2 :]]
        assert differs(b"".join(swapped)).line == n + 1


def test_a_move_after_the_end_is_found():
    extra = {**TABLES[-1], "n": TABLES[-1]["n"] + 1}
    assert differs(LOG + json.dumps(extra).encode() + b"\n").line == len(LINES) + 1


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"scenario": "economic-2-plus-3"}, "did you mean 'economic-2-plus-2'"),
        ({"scenario": "../two-tracks"}, "allowed"),
        ({"configuration": "3-plus-3-enrgy"}, "did you mean '3-plus-3-energy'"),
        ({"changes": ["gridlok.us=0.1"]}, "did you mean 'gridlock.us'"),
        ({"changes": ["gridlock"]}, "an equals sign"),
        ({"state": "0" * 12}, "the state differs"),
        ({"seats": {}}, "held by 'nobody'"),
        ({"seats": {**TABLES[0]["seats"], "us-state": "nash"}}, "'us-state' held by 'nash'"),
        ({"seats": {**TABLES[0]["seats"], "fr-quai": "linear"}}, "'fr-quai'"),
    ],
)
def test_a_header_that_fits_no_world_is_refused(change: dict, why: str):
    error = differs(with_line(1, {**TABLES[0], **change}))
    assert error.line == 1
    assert why in error.why


def test_another_seed_is_found_at_the_first_draw():
    error = differs(with_line(1, {**TABLES[0], "seed": 4}))
    assert error.line == 2
    assert "seed 4" in error.why


def test_a_person_may_hold_the_seat_of_chance():
    header = {**TABLES[0], "seed": 4, "seats": {**TABLES[0]["seats"], "chance": HUMAN}}
    assert replayed(with_line(1, header)).game.digest == TABLES[-1]["state"]


def test_other_rules_are_noted_and_the_log_played_all_the_same():
    again = replayed(with_line(1, {**TABLES[0], "rules": "0" * 12}))
    assert again.game.over
    assert len(again.notes) == 1
    assert "other rules (000000000000" in again.notes[0]


def test_another_world_is_noted_and_named_where_it_makes_a_difference():
    header = {**TABLES[0], "changes": [*TABLES[0]["changes"], "pace=0.2"]}
    error = differs(with_line(1, header))
    assert error.line > 1
    assert "the state differs" in error.why
    assert "another world" in error.why


def test_the_hash_covers_every_file_that_holds_a_rule():
    modules = {rule.__module__.replace(".", "/") + ".py" for rule in RULES}
    assert modules <= {house_path(path) for path in rule_files()}
