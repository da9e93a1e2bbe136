"""One row for each way a shared file can be wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scenarios.load import Shelf, check
from scenarios.problems import ScenarioError
from scenarios.shared import FILES
from tests.scenarios.small import SCENARIO, Raw, figure, put, shared

Shared = dict[str, Raw]


def at(*keys: str | int) -> Callable[[Shared, Any], None]:
    """Return what sets the value at a place; None takes it out."""

    def put_there(raw: Shared, value: Any) -> None:
        inner: Any = raw
        for key in keys[:-1]:
            inner = inner[key]
        if value is None:
            del inner[keys[-1]]
        else:
            inner[keys[-1]] = value

    return put_there


PAIR = ("forums", "forum", "pair")
I02 = ("items", "I02")
ONE = ("agencies", "us-one")

# Where, what is put there, the key that is named, what is said of it
WRONG = [
    ((*ONE, "side"), None, "us-one.side", "found nothing"),
    ((*ONE, "side"), "uk", "us-one.side", "one of us, jp"),
    ((*ONE, "side"), 3, "us-one.side", "a text in quotes"),
    ((*ONE, "name"), None, "us-one.name", "found nothing"),
    ((*ONE, "short"), "A" * 25, "us-one.short", "at most 24 characters"),
    ((*ONE, "who"), None, "us-one.who", "found nothing"),
    ((*ONE, "holds"), [{"items": ["I9"], "hold": figure("lead", "mode")}],
     "us-one.holds[0].items[0]", "one of I01"),
    ((*ONE, "holds"), [{"items": ["I01", "I01"], "hold": figure("lead", "mode")}],
     "us-one.holds[0].items[1]", "only once"),
    ((*ONE, "holds"), [{"items": ["I01"], "hold": figure("leads", "mode")}],
     "us-one.holds[0].hold.value", "'lead'"),
    ((*ONE, "turf"), None, "us-one.turf", "found nothing"),
    ((*ONE, "turf"), 0.5, "us-one.turf", "a table"),
    ((*ONE, "turf"), figure(1.5), "us-one.turf.value", "from 0 to 1"),
    ((*ONE, "turff"), figure(1.5), "us-one.turff", "did you mean 'turf'"),
    ((*ONE, "strategy"), figure("linea"), "us-one.strategy.value", "did you mean 'linear'"),
    ((*ONE, "strategy"), figure(2), "us-one.strategy.value", "one of hardliner"),
    ((*ONE, "stance"), {"I9": {}}, "us-one.stance.I9", "one of I01"),
    ((*ONE, "stance"), {"I01": {"red_line": figure(-1)}}, "us-one.stance.I01.red_line.value", "0"),
    ((*ONE, "stance"), {"I01": {"redline": figure(1)}}, "us-one.stance.I01.redline", "'red_line'"),
    (("agencies", "us one"), {}, '"us one"', "an id of"),
    (("agencies", "us-one"), 7, "us-one", "a table"),
    ((*I02, "posture"), "defence", "I02.posture", "did you mean 'defensive'"),
    ((*I02, "levels"), [], "I02.levels", "exactly 5"),
    ((*I02, "levels", 0, "clause"), "Done.", "I02.levels[0].clause", "an empty text"),
    ((*I02, "levels", 3, "clause"), "", "I02.levels[3].clause", "a sentence"),
    ((*I02, "levels", 3, "claus"), "", "I02.levels[3].claus", "did you mean 'clause'"),
    ((*I02, "position", "jp"), None, "I02.position.jp", "a figure for every side"),
    ((*I02, "position", "uk"), figure(2), "I02.position.uk", "one of us, jp"),
    ((*I02, "position", "jp"), figure(4.1), "I02.position.jp.value", "from 0 to 4"),
    ((*I02, "legislature", "jp"), figure(0), "I02.legislature.jp.value", "from 1 to 5"),
    ((*I02, "authority", 0, "agency"), "us-tow", "I02.authority[0].agency", "'us-two'"),
    ((*I02, "authority", 1, "agency"), "us-two", "I02.authority[1].agency", "only once"),
    ((*I02, "authority", 0, "hold"), figure("leads"), "I02.authority[0].hold.value", "'lead'"),
    ((*I02, "externality"), figure(-1.5), "I02.externality.value", "from -1 to 1"),
    ((*PAIR, "seats", "jp"), None, "forum.pair.seats", "at least two sides"),
    ((*PAIR, "seats", "jp"), [], "forum.pair.seats", "at least two sides"),
    ((*PAIR, "seats"), None, "forum.pair.seats", "found nothing"),
    ((*PAIR, "seats", "us"), ["us-one", "jp-one"], "forum.pair.seats.us[1]", "of side jp"),
    ((*PAIR, "seats", "us"), ["us-one", "us-one"], "forum.pair.seats.us[1]", "only once"),
    ((*PAIR, "seats", "us"), ["us-on"], "forum.pair.seats.us[0]", "did you mean 'us-one'"),
    ((*PAIR, "seats", "uk"), ["us-one"], "forum.pair.seats.uk", "one of us, jp"),
    ((*PAIR, "items"), "some", "forum.pair.items", '"any" or a list'),
    ((*PAIR, "items"), ["I9"], "forum.pair.items[0]", "one of I01"),
    ((*PAIR, "items"), ["I01", "I01"], "forum.pair.items[1]", "only once"),
    ((*PAIR, "windows"), figure(-0.1), "forum.pair.windows.value", "from 0"),
    ((*PAIR, "seats_basis"), figure("sat"), "forum.pair.seats_basis.value", "one of seated"),
    (("forums", "forum", "both"), "x", "configuration.both", "a name that no forum has"),
    (("forums", "forum"), None, "forum", "found nothing"),
    (("forums", "configuration", "both", "forums"), [], "configuration.both.forums", "at least 1"),
    (("forums", "configuration", "both", "forums"), ["pear"],
     "configuration.both.forums[0]", "did you mean 'pair'"),
    (("forums", "configuration", "both", "forums"), ["pair"] * 5,
     "configuration.both.forums", "at most 4"),
    (("forums", "dialogue", "club", "sources"), [], "dialogue.club.sources", "at least 1"),
    (("forums", "dialogue", "club", "says"), None, "dialogue.club.says", "found nothing"),
    (("actors", "rival", "kind"), "country", "rival.kind", "did you mean 'third country'"),
    (("actors", "rival", "sources", 0, "at"), [11], "rival.sources[0].at", "paragraphs 1 to 10"),
    (("actors", "a rival"), {}, '"a rival"', "an id of"),
    (("world", "sides", "jp"), None, "sides", "at least 2"),
    (("world", "sides", "us", "gridlock"), None, "sides.us.gridlock", "found nothing"),
    (("world", "constants", "pace"), None, "constants.pace", "found nothing"),
    (("world", "constants", "salience_lead"), figure(1.2), "constants.salience_lead.value", "to 1"),
    (("world", "constants", "stall_limit"), figure(1.2), "constants.stall_limit.value", "whole"),
    (("world", "constant"), {}, "constant", "did you mean 'constants'"),
    (("sources", "DOC", "kind"), "paper", "DOC.kind", "one of document"),
    (("sources", "DOC", "paragraphs"), None, "DOC.paragraphs", 'needed with kind = "document"'),
    (("sources", "DOC", "paragraphs"), 0, "DOC.paragraphs", "at least 1"),
    (("sources", "DOC", "paragraphs"), True, "DOC.paragraphs", "a whole number"),
    (("sources", "book", "year"), None, "book.year", 'needed with kind = "literature"'),
    (("sources", "DOC", "titel"), "A", "DOC.titel", "did you mean 'title'"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "key", "said"), WRONG)
def test_it_is_said_where_and_why(
    tmp_path: Path, place: tuple[str | int, ...], value: Any, key: str, said: str
):
    raw = shared()
    at(*place)(raw, {} if value == "x" else value)
    put(tmp_path, raw, small=SCENARIO)
    path = tmp_path / f"{place[0]}.toml"
    shelf = Shelf(tmp_path)
    problems = check(path, shelf)
    assert any(problem.key == key and said in str(problem) for problem in problems), [
        str(problem) for problem in problems
    ]
    assert all(problem.file == str(path) for problem in problems)
    with pytest.raises(ScenarioError):
        shelf.load("small")
    assert check(tmp_path / "small.toml", shelf)


@pytest.mark.parametrize("name", FILES)
def test_a_shared_file_that_is_right(folder: Path, name: str):
    assert check(folder / f"{name}.toml", Shelf(folder)) == []


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("text", ["", "a = 1", "[a]", "[[a]]\nb = 1", "a = ["])
def test_a_shared_file_of_nonsense(tmp_path: Path, name: str, text: str):
    if (name, text) == ("actors", ""):
        pytest.skip("a world may do without actors off the table")
    put(tmp_path, shared(), small=SCENARIO)
    (tmp_path / f"{name}.toml").write_text(text, "utf-8")
    shelf = Shelf(tmp_path)
    with pytest.raises(ScenarioError):
        shelf.load("small")
    assert check(tmp_path / "small.toml", shelf)


def test_a_shared_file_alone_is_seen_beside_the_shipped_ones(folder: Path, tmp_path: Path):
    """A user who changes one file need not copy the others."""
    (tmp_path / "sources.toml").write_bytes((folder / "sources.toml").read_bytes())
    assert check(tmp_path / "sources.toml", Shelf(folder)) == []


def test_problems_of_all_shared_files_come_together(tmp_path: Path):
    raw = shared()
    raw["agencies"]["us-one"]["side"] = "uk"
    raw["items"]["I02"]["posture"] = "none"
    with pytest.raises(ScenarioError) as caught:
        Shelf(put(tmp_path, raw)).library  # noqa: B018 (it is read when asked for)
    assert {problem.file for problem in caught.value.problems} == {
        "agencies.toml",
        "items.toml",
        "forums.toml",
    }
