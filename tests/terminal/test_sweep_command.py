"""``communique sweep`` and ``communique digest`` as a user meets them."""

import json
from io import StringIO
from pathlib import Path

import pytest

from sim.sweep import needs
from sim.sweep.digest import digest_of
from sim.sweep.store import Store
from sim.sweep.summary import MEANS, summary_of
from terminal.progress import COMPILING
from terminal.screen import sheet
from terminal.spread import spread
from terminal.sweeping import tables
from tests.terminal.commands import call

pytestmark = pytest.mark.timeout(900)
SMALL = ("--runs", "12", "--set", "horizon=3")


def test_a_sweep_tells_what_came_of_it_and_goes_on_where_it_was(tmp_path: Path):
    out = tmp_path / "s1"
    done = call("sweep", "economic-2-plus-2", *SMALL, "--out", out)
    assert done.exit_code == 0
    assert done.stderr in ("", f"{COMPILING} (about a minute)\n")
    digest = digest_of(Store(out))
    assert digest[:16] in done.stdout
    assert "How the runs ended" in done.stdout
    again = call("sweep", "economic-2-plus-2", *SMALL, "--out", out)
    assert again.stdout == done.stdout
    told = call("digest", out)
    assert (told.exit_code, told.stdout) == (0, digest + "\n")


def test_arms_and_what_varies_may_be_given_side_by_side(tmp_path: Path):
    side = ("--arm", "hosted", "everybody", "--vary", "trust", "turf.*", "--json")
    one = call("sweep", "design-the-forum", *SMALL, *side, "--out", tmp_path / "a")
    each = ("--arm", "hosted", "--arm", "everybody", "--vary", "trust", "--vary", "turf.*")
    two = call("sweep", *each, "--json", *SMALL, "--out", tmp_path / "b", "design-the-forum")
    assert one.exit_code == two.exit_code == 0, one.stderr + two.stderr
    found = json.loads(one.stdout)
    assert found["digest"] == json.loads(two.stdout)["digest"]
    assert [case["case"] for case in found["cases"]] == ["hosted", "everybody"]
    for case in found["cases"]:
        assert case["runs"] == 12
        assert sum(case["outcomes"].values()) == pytest.approx(1)
        assert set(case["means"]) == set(MEANS)


def test_a_design_of_ones_own(tmp_path: Path):
    design = tmp_path / "design.csv"
    design.write_text("turf.us-state, event.E33\n0.2,on\n\n0.9,off\n", "utf-8")
    done = call(
        "sweep", "design-the-forum", "--design", design, *SMALL[2:], "--out", tmp_path / "s"
    )
    assert done.exit_code == 0, done.stderr
    assert "±" not in done.stdout  # nobody has drawn these points
    (case,) = summary_of(Store(tmp_path / "s"))
    assert case["runs"] == 2


def test_rows_that_fail_are_counted_and_told(tmp_path: Path):
    design = tmp_path / "design.csv"
    design.write_text("seat.us-state,seat.us-commerce\nchair,absent\nabsent,absent\n", "utf-8")
    out = tmp_path / "s"
    done = call("sweep", "economic-2-plus-2", "--design", design, *SMALL[2:], "--out", out)
    assert done.exit_code == 0, done.stderr
    assert "1 failed" in done.stdout
    assert "errors.parquet" in done.stdout
    assert list(Store(out).errors()) == [1]
    (case,) = summary_of(Store(out))
    assert (case["runs"], case["failed"]) == (2, 1)
    assert case["means"]["trust"]["mean"] > 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere",), "no scenario of that name"),
        (("two-tracks", "--vary", "pacee"), "--vary: found 'pacee'"),
        (
            ("two-tracks", "--vary", "turf.us-state=2:3"),
            "a room, low:high, within: a number from 0 to 1",
        ),
        (("two-tracks", "--vary", "tick"), "no room to vary"),
        (("two-tracks", "--arm", "nobody"), "--arm: found 'nobody'"),
        (("two-tracks", "--forum", "econ"), "--forum: found 'econ'"),
        (("two-tracks", "--design", "sobl"), "did you mean 'sobol'"),
        (("two-tracks", "--design", "none.csv"), "none.csv: found No such file"),
        (("two-tracks", "--executor", "thread"), "did you mean 'threads'"),
        (("two-tracks", "--design", "factorial"), "a number of more than 18 digits runs"),
        (("two-tracks", "--set", "turf=3"), "--set: turf: found 3"),
        (("two-tracks", "--set", "turf=0.3", "--vary", "turf=0:1"), "either set or varied"),
        (("two-tracks", "--runs", "0"), "--runs"),
        (("--vary", "trust"), "Missing argument"),
    ],
)
def test_what_cannot_be_is_one_clear_line(tmp_path: Path, arguments, told: str):
    done = call("sweep", *arguments, "--out", tmp_path / "s")
    assert (done.exit_code, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr


TABLES = {
    "": "a first line of paths",
    "turf.us-state\n": "a row for each point",
    "turf.us-stat\n0.2\n": "did you mean 'turf.us-state'",
    "turf.us-state,turf.us-state\n0.2,0.2\n": "each path only once",
    "turf.us-state\n0.2\n\n7\n": "line 4, turf.us-state: found '7'",
    "turf.us-state\n\n0.2,0.3\n": "line 3: found 2 cells",
    "turf.us-state,trust\n0.2\n": "line 2, trust: found ''",
    "event.E33\n1\n": "one of on, off",
    "turf.us-state\nmuch\n": "found 'much'",
    "\x00": "design.csv",
}


@pytest.mark.parametrize("text", TABLES)
def test_what_is_wrong_in_a_design_is_said_with_its_line(tmp_path: Path, text: str):
    design = tmp_path / "design.csv"
    design.write_text(text, "utf-8")
    done = call("sweep", "design-the-forum", "--design", design, "--out", tmp_path / "s")
    assert done.exit_code == 2
    assert TABLES[text] in done.stderr


def test_a_folder_of_something_else_has_no_digest(tmp_path: Path):
    done = call("digest", tmp_path)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "a folder that sweep has written" in done.stderr


@pytest.mark.parametrize("command", [("sweep", "two-tracks", "--out", "s"), ("digest", "s")])
def test_what_is_not_installed_is_named_with_its_extra(monkeypatch, command):
    monkeypatch.setattr(needs, "find_spec", lambda name: None)
    done = call(*command)
    assert done.exit_code == 2
    assert "no pyarrow and no scipy installed" in done.stderr
    assert "the extra sweep, communique[sweep]" in done.stderr


@pytest.mark.parametrize("width", [60, 80])
def test_names_and_numbers_of_many_cases_are_never_cut(width: int):
    names = [f"an-arm-with-a-name-of-its-own-{n}" for n in range(7)]
    rows = {"implementation rate": [f"0.{n}00 ±0.010" for n in range(7)]}
    screen = sheet(StringIO(), width)
    for table in tables("Means", rows, names, width):
        screen.print(table)
    told = screen.file.getvalue()
    assert max(map(len, told.splitlines())) <= width
    assert "…" not in told
    assert all(name in told for name in names)
    assert all(cell in told for cell in rows["implementation rate"])


def test_words_go_to_the_option_before_them():
    assert spread(["a", "--vary", "x", "y", "--json"]) == [
        "a",
        "--vary",
        "x",
        "--vary",
        "y",
        "--json",
    ]
    assert spread(["a", "--vary=x", "y"]) == ["a", "--vary=x", "y"]
    assert spread([]) == []
