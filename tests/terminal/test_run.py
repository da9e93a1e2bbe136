"""``communique run``: the story, the result, and the same as one JSON object."""

import json
from pathlib import Path

import pytest

from scenarios.arrange import arrange
from scenarios.load import load
from sim.play.game import new_game
from sim.play.replay import replay
from sim.rules.measure import METRICS
from terminal.account import Account
from terminal.telling import steps
from tests.terminal.commands import HOUSE, SHORT, call

KEYS = {
    *("scenario", "seed", "run", "forum", "outcome", "months", "statement", "delivered"),
    *("values", "walk_away", "metrics", "digest", "over", "compromise"),
}


def account(*arguments: str) -> dict:
    result = call("run", *arguments, "--json")
    assert result.exit_code == 0
    assert result.stderr == ""
    return json.loads(result.stdout)


@pytest.fixture(scope="module")
def whole() -> dict:
    return account("economic-2-plus-2", "--seed", "1")


def test_the_account_has_what_it_must_have(whole: dict):
    assert set(whole) == KEYS
    assert (whole["scenario"], whole["forum"], whole["seed"]) == (
        "economic-2-plus-2",
        "economic-2-plus-2",
        1,
    )
    assert whole["outcome"] in ("full", "clean", "statement", "none")
    assert set(whole["metrics"]) == set(METRICS)
    assert len(whole["digest"]) == 12
    assert whole["over"]


def test_levels_shares_and_values_lie_where_they_should(whole: dict):
    agenda = set(load("economic-2-plus-2").sheet.agenda)
    for key in ("statement", "delivered", "compromise"):
        assert set(whole[key]) == agenda
    assert all(level in range(5) for level in whole["statement"].values())
    assert all(0 <= share <= 1 for share in whole["delivered"].values())
    assert all(0 <= level <= 4 for level in whole["compromise"].values())
    assert all(whole["delivered"][i] == 0 for i, x in whole["statement"].items() if x == 0)
    assert whole["values"].keys() == whole["walk_away"].keys()
    assert {"us-state", "us-commerce", "jp-mofa", "jp-meti", "us-ustr"} <= set(whole["values"])


def test_no_principal_is_bound_below_its_walk_away():
    for seed in range(1, 4):
        for scenario in ("economic-2-plus-2", "two-tracks"):
            whole = account(scenario, "--seed", str(seed))
            for forum in whole.get("forums", [whole]):
                seats = load(scenario).library.forums[forum["forum"]].seats
                for seat in (seat for side in seats.values() for seat in side):
                    assert forum["values"][seat] >= forum["walk_away"][seat] - 1e-9


def test_values_are_those_of_the_moment_of_the_outcome():
    game = new_game(arrange(load("economic-2-plus-2")), 1)
    follower, at_outcome = Account(game), {}
    for before, move, after in steps(game):
        follower.add(before, move, after)
        if not at_outcome and after.state.outcome[0]:
            at_outcome = Account(after).as_json()
    whole = follower.as_json()
    for key in ("values", "walk_away", "statement", "months"):
        assert whole[key] == at_outcome[key]
    assert whole["values"] != Account(follower.game).as_json()["values"]


def test_several_forums_have_an_account_each():
    both = account("two-tracks", "--seed", "1")
    assert both["forum"] == "two-tracks"
    assert [each["forum"] for each in both["forums"]] == ["jucip", "partnership-on-trade"]
    for each in both["forums"]:
        assert set(each) == KEYS
        assert each["digest"] == both["digest"]


def test_without_a_statement_months_are_the_horizon():
    never = ("--set", "windows=0", "--set", "last_chance=0")  # ministers find no date
    result = account("economic-2-plus-2", "--set", "horizon=3", *never)
    assert result["outcome"] == "none"
    assert result["months"] == 3
    assert not any(result["statement"].values())
    assert result["values"] == pytest.approx(result["walk_away"])


def test_the_same_seed_is_the_same_run_and_another_run_is_not(whole: dict):
    assert account("economic-2-plus-2", "--seed", "1") == whole
    others = (("--seed", "2"), ("--run", "1"), ("--set", "pace=0.5"))
    assert (
        len({whole["digest"], *(account("economic-2-plus-2", *o)["digest"] for o in others)}) == 4
    )


def test_another_forum_and_other_strategies():
    result = account("economic-2-plus-2", "--forum", "3-plus-3-energy", *SHORT)
    assert result["forum"] == "3-plus-3-energy"
    given = ("--strategy", "us-state=hardliner", "--strategy", "jp-meti = conceder")
    changed = account("economic-2-plus-2", *SHORT, *given)
    set_so = ("--set", "strategy.us-state=hardliner", "--set", "strategy.jp-meti=conceder")
    assert changed == account("economic-2-plus-2", *SHORT, *set_so)


def test_the_log_is_that_of_the_run(tmp_path: Path):
    log = tmp_path / "sub folder" / "a.jsonl"
    log.parent.mkdir()
    told = call("run", "two-tracks", "--seed", "2", "--log", log)
    assert told.exit_code == 0
    whole = account("two-tracks", "--seed", "2")
    assert replay(log).game.digest == whole["digest"]
    assert whole["digest"] in told.stdout


def test_the_story_has_its_parts():
    text = call("run", "economic-2-plus-2", "--seed", "1").stdout
    for part in (
        "Economic 2+2, year one",
        "Economic Policy Consultative Committee",
        "At the table: State, Commerce; MOFA, METI",
        "January 2022  month 1",
        "The leaders announce the economic 2+2.",
        "meet on",
        "object",
        "Expected",
        "No deal",
        "seed 1, digest",
    ):
        assert part in text


def test_the_story_can_be_left_out_or_told_in_full():
    brief, short, full = (
        call("run", "economic-2-plus-2", *SHORT, "--story", word).stdout
        for word in ("none", "short", "full")
    )
    assert "month 1\n" not in brief
    assert len(brief.splitlines()) < len(short.splitlines()) < len(full.splitlines())
    assert "State links" in full or "State tables" in full


def test_what_was_set_is_said():
    text = call("run", "economic-2-plus-2", *SHORT, "--strategy", "us-state=nash").stdout
    assert "Set for this run: strategy.us-state=nash, horizon=10, deadline=10" in text


def test_a_file_of_ones_own(tmp_path: Path):
    path = tmp_path / "my-own.toml"
    text = (HOUSE / "scenarios" / "two-tracks.toml").read_text("utf-8")
    path.write_text(text.replace('id = "two-tracks"', 'id = "my-own"'), "utf-8")
    assert account(str(path), "--seed", "3")["scenario"] == "my-own"
    log = tmp_path / "a.jsonl"
    assert call("run", path, "--log", log).exit_code == 0
    refused = call("replay", log)
    assert refused.exit_code == 2
    assert "give its file with --scenario" in refused.stderr
    assert call("replay", log, "--scenario", path).exit_code == 0
