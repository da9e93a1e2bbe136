"""The claims pages, with a scripted experiment and without a browser."""

import csv
import threading

import pytest
import solara

from tests.ui.parts import part, parts, send, wait_until
from ui.claims.names import Names
from ui.claims.page import ClaimsPage

MARKUP = "<script>alert(1)</script>"
RESULT = {
    "scenario": "s",
    "says": 'so "it" is, often',
    "verdict": "mixed",
    "depends_on": [{"path": "pace", "correlation": 0.4}],
}


def claim(name, found=()):
    return {"id": name, "title": MARKUP, "sources": [], "found": list(found), "tried": []}


REGISTER = {
    "claims": [claim("H1", [RESULT]), claim("H2"), claim("H13")],
    "tensions": [{"id": "t", "title": "T", "claims": ["H1", "H2"], "question": "?"}],
    "worlds": 256,
    "stale": False,
}


def named(scenario, paths):
    return {path: {"title": f"{scenario}: {path}"} for path in paths}


NAMES = Names(named, lambda claim: "s", str.title, lambda claim: ())


class Experiment:
    """Tells how far it is, and ends when it is told to."""

    def __init__(self, fault=None):
        self.fault, self.go_on, self.stop = fault, threading.Event(), None

    def play(self, claim, told, stop):
        self.stop = stop
        told(8, 64)
        assert self.go_on.wait(5)
        if self.fault:
            raise self.fault
        return [{**RESULT, "scenario": "other"}]


def page(query="", name="", register=lambda: REGISTER, experiment=None, went=print):
    play = (experiment or Experiment()).play
    element = ClaimsPage(register, play, NAMES, query, went, name)
    _, rc = solara.render(element, handle_error=False)
    return rc


def says(rc, words):
    wait_until(lambda: any(words in each.text for each in parts(rc, "notice")))


def test_all_claims_are_listed_with_their_texts_as_they_are():
    went = []
    rc = page(went=went.append)
    shown = part(rc, "claims")
    assert [each["id"] for each in shown.claims] == ["H1", "H2", "H13"]
    assert shown.claims[0]["title"] == MARKUP
    assert [each["verdicts"] for each in shown.claims] == [["mixed"], [], []]
    send(shown, "go", "/claims?id=H2")
    assert went == ["/claims?id=H2"]


def test_what_was_measured_comes_as_a_table_when_it_is_asked_for():
    rc = page()
    assert part(rc, "claims").table == {}
    send(part(rc, "claims"), "csv", 5)
    wait_until(lambda: part(rc, "claims").table)
    assert part(rc, "claims").table["stamp"] == 5
    rows = list(csv.DictReader(part(rc, "claims").table["text"].splitlines()))
    assert [each["id"] for each in rows] == ["H1", "H2", "H13"]
    assert (rows[0]["title"], rows[0]["says"]) == (MARKUP, 'so "it" is, often')


@pytest.mark.parametrize(("query", "name"), [("id=H13", ""), ("", "H13"), ("", "h13")])
def test_a_claim_has_two_addresses(query, name):
    assert part(page(query, name), "claim").claim["id"] == "H13"


@pytest.mark.parametrize(("query", "name"), [("id=%3Cb%3E", ""), ("", "%3Cb%3E")])
def test_a_claim_that_is_not_there_is_named_with_what_is(query, name):
    rc = page(query, name)
    says(rc, "no claim “<b>”. The claims are numbered H1 to H13")
    assert len(part(rc, "claims").claims) == 3


@pytest.mark.parametrize(
    ("name", "like"), [("H133", "H13"), ("%3Cb%3EH13%3C/b%3E", "H13"), ("nothing", "")]
)
def test_a_claim_like_the_one_that_is_not_there_is_named(name, like):
    rc = page(name=name)
    says(rc, f"Perhaps you mean {like}:" if like else "you see them all.")
    assert like or not any("Perhaps" in each.text for each in parts(rc, "notice"))


def test_the_values_that_a_result_depends_on_are_named():
    assert part(page("id=H1"), "claim").called["s"]["pace"]["title"] == "s: pace"


def test_a_small_experiment_tells_how_far_it_is_and_what_it_found():
    experiment = Experiment()
    rc = page("id=H2", experiment=experiment)
    assert part(rc, "claim").trial["state"] == "idle"
    send(part(rc, "claim"), "start", None)
    wait_until(lambda: part(rc, "claim").trial["done"] == 8)
    experiment.go_on.set()
    wait_until(lambda: part(rc, "claim").trial["state"] == "done")
    assert part(rc, "claim").trial["found"][0]["scenario"] == "other"
    assert "pace" in part(rc, "claim").called["other"]


def test_a_small_experiment_can_be_stopped():
    experiment = Experiment()
    rc = page("id=H2", experiment=experiment)
    send(part(rc, "claim"), "start", None)
    wait_until(lambda: part(rc, "claim").trial["done"] == 8)
    send(part(rc, "claim"), "stop", None)
    wait_until(lambda: part(rc, "claim").trial["state"] == "stopped")
    assert experiment.stop.is_set()
    experiment.go_on.set()
    wait_until(lambda: not any(each.name == "trial" for each in threading.enumerate()))
    assert part(rc, "claim").trial["state"] == "stopped"


def test_an_experiment_that_fails_says_why():
    experiment = Experiment(ValueError(f"{MARKUP} is missing"))
    experiment.go_on.set()
    rc = page("id=H2", experiment=experiment)
    send(part(rc, "claim"), "start", None)
    wait_until(lambda: part(rc, "claim").trial["state"] == "failed")
    assert part(rc, "claim").trial["error"] == f"{MARKUP} is missing"


def test_without_claims_there_is_a_reason():
    def register():
        raise ValueError("claims.toml: not TOML")

    says(page(register=register), "claims.toml: not TOML")
