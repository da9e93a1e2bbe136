"""Logs: the same run has the same bytes, and nothing that is no log is taken for one."""

import io
import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.play.errors import LogError
from sim.play.game import new_game
from sim.play.log import HUMAN, Record, header_of, line_of
from sim.play.log_lines import LONGEST_LINE, Log
from tests.play.recorded import CHANGES, SEED, recorded, short_world

LOG = recorded()
LINES = LOG.splitlines(keepends=True)


def read(data: bytes) -> tuple[Log, list]:
    log = Log(io.BytesIO(data))
    return log, list(log)


def broken(data: bytes) -> LogError:
    with pytest.raises(LogError) as found:
        read(data)
    return found.value


def changed(line: int, **values: object) -> bytes:
    """Return the log with keys of one line, counted from 1, set anew or, with None, taken out."""
    table = {**json.loads(LINES[line - 1]), **values}
    kept = {key: value for key, value in table.items() if value is not None}
    lines = [*LINES[: line - 1], json.dumps(kept).encode() + b"\n", *LINES[line:]]
    return b"".join(lines)


def test_the_same_run_has_the_same_bytes():
    assert recorded() == LOG
    assert recorded(seed=SEED + 1) != LOG


def test_the_header_says_what_the_run_was_played_with():
    header = json.loads(LINES[0])
    world = short_world()
    assert header["log"] == 1
    assert header["scenario"] == header["configuration"] == "economic-2-plus-2"
    assert header["changes"] == [str(change) for change in CHANGES]
    assert (header["seed"], header["run"]) == (SEED, 0)
    assert header["world"] == world.digest
    assert header["state"] == new_game(world, SEED).digest
    assert set(header["seats"]) == set(world.agencies)
    assert header["seats"]["us-state"] == "hardliner"


def test_a_person_in_a_seat_is_noted():
    header = header_of(new_game(short_world(), SEED), humans=["jp-meti"])
    assert header.seats["jp-meti"] == HUMAN
    assert header.seats["jp-mofa"] != HUMAN


def test_every_line_is_compact_sorted_and_without_fractions():
    for line in LINES:
        table = json.loads(line, parse_float=lambda text: pytest.fail(text))
        again = json.dumps(table, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert line == again.encode() + b"\n"


def test_moves_are_numbered_and_months_never_go_back():
    entries = [json.loads(line) for line in LINES[1:]]
    assert [entry["n"] for entry in entries] == list(range(1, len(entries) + 1))
    assert all(one["month"] <= other["month"] for one, other in pairwise(entries))
    assert {entry["seat"] for entry in entries} > {"chance", "us-state"}


def test_what_is_read_is_what_was_written():
    log, entries = read(LOG)
    assert b"".join(line_of(part) for part in (log.header, *entries)) == LOG
    assert not log.torn


def test_lines_are_handed_over_whole():
    class Stream(io.BytesIO):
        def write(self, data: bytes) -> int:
            assert data.endswith(b"\n")
            assert data.count(b"\n") == 1
            return super().write(data)

    Record(Stream(), header_of(new_game(short_world(), SEED)))


def test_a_log_cut_anywhere_is_read_up_to_the_last_whole_line():
    head, last = b"".join(LINES[:3]), LINES[3]
    for end in range(len(last) + 1):
        log, entries = read(head + last[:end])
        whole = end >= len(last) - 1  # what lacks no more than its newline is whole
        assert len(entries) == 2 + whole
        assert log.torn == (end > 0 and not whole)


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (b"", 1, "empty"),
        (b"\n", 1, "not JSON"),
        (b"\x00\x01\x02\xff\xfe", 1, "not UTF-8"),
        (b"\xef\xbb\xbf" + LOG, 1, "not JSON"),
        (b"[1]\n", 1, "a list, where a table"),
        (b"{}\n", 1, "no header"),
        (b'{"scenario":"two-tracks"}\n', 1, "no header"),
        (b"[" * 50_000 + b"\n", 1, "nested too deep"),
        (b'{"log":' + b"1" * 5000 + b"}\n", 1, "too many digits"),
        (b'{"log":1,"a":"' + b"x" * LONGEST_LINE + b'"}\n', 1, "longer than"),
        (b"x" * (LONGEST_LINE + 1), 1, "longer than"),
        (LINES[0] + b"x" * (LONGEST_LINE + 1), 2, "longer than"),
        (LINES[0] + b"\n" + LINES[1], 2, "not JSON"),
        (LINES[0] + LINES[0], 2, "no key 'n'"),
        (LINES[1] + LINES[0], 1, "no header"),
        (LOG.replace(b'"log":1', b'"log":2'), 1, "log format 2; this version reads 1"),
        (LOG.replace(b'"log":1', b'"log":1.0'), 1, "whole numbers only"),
        (LOG.replace(b'"log":1', b'"log":true'), 1, "log format true"),
        (LOG.replace(b'"seed":', b'"seed":NaN,"x":'), 1, "'NaN'"),
        (LOG.replace(b'"seed":', b'"seed":-Infinity,"x":'), 1, "'-Infinity'"),
        (LOG.replace(b'"seed":', b'"seed":1,"seed":'), 1, "the key 'seed' twice"),
        (changed(1, seed=-1), 1, "seed -1"),
        (changed(1, seed=2**63), 1, "allowed: 0.."),
        (changed(1, run=2**32), 1, "run"),
        (changed(1, run=True), 1, "run: true"),
        (changed(1, seats=[]), 1, "seats: a list"),
        (changed(1, seats={"us-state": 1}), 1, "seats must be"),
        (changed(1, changes=[1]), 1, "changes must be"),
        (changed(1, world="ABC"), 1, "hex digits"),
        (changed(1, rules=None), 1, "no key 'rules'"),
        (changed(1, clock="12:00"), 1, "'clock', which is unknown"),
        (changed(3, n=5), 3, "move 5 where move 2 is due"),
        (changed(3, n="2"), 3, "n: '2'"),
        (changed(3, state="0" * 11), 3, "hex digits"),
        (changed(3, seat=None), 3, "no key 'seat'"),
        (changed(3, seat="x" * 201), 3, "more than 200 characters"),
        (changed(3, move="resign"), 3, "moves are draw"),
        (changed(3, levels={"I01": "2"}), 3, "levels must be"),
        (changed(3, levels={"I01": True}), 3, "levels must be"),
        (changed(3, words={"events": [1, None]}), 3, "words must be"),
        (changed(3, words={"events": 7}), 3, "words must be"),
        (changed(3, item=7), 3, "item: 7"),
        (changed(3, why="so"), 3, "'why', which is unknown"),
    ],
)
def test_what_is_no_log_is_refused_with_its_line(data: bytes, line: int, why: str):
    error = broken(data)
    assert error.line == line
    assert why in error.why
    assert len(str(error)) < 400


@given(st.binary(max_size=300))
def test_any_bytes_are_a_log_or_a_log_error(data: bytes):
    assert 1 <= line_refused(data) <= data.count(b"\n") + 1


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(st.integers(1, 4), st.data())
def test_any_value_in_place_of_another_is_a_log_or_a_log_error(line: int, data: st.DataObject):
    key = data.draw(st.sampled_from(sorted(json.loads(LINES[line - 1]))))
    log = changed(line, **{key: data.draw(anything)})
    assert line_refused(log[: log.index(LINES[5])]) in (0, line)


def line_refused(data: bytes) -> int:
    """Return the line that is no line of a log, 0 if all are."""
    try:
        read(data)
    except LogError as error:
        return error.line
    return 0
