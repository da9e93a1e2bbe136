"""What cannot be done is said in the page's language, and in none of the terminal's words."""

import json
import re

import pytest

from agents.show import replayed, show
from scenarios.problems import ScenarioError
from scenarios.spoken import speaking
from sim.play.errors import LogError
from ui.faults import LINES, RIGHT, VALUES, told
from ui.words.catalogue import words

LATIN = re.compile(r"[A-Za-z]{3,}")
OWN = {"Communiqué", "found", "gridlock", "gridlok", "horizon", "nonsense", "event"}
"""Names of values, and what was typed."""
SCENARIO = "economic-2-plus-2"


def refused(change):
    with pytest.raises(ScenarioError) as error:
        show(SCENARIO, seed=1, changes=(change,))
    return str(error.value)


@pytest.mark.parametrize(
    "change",
    ["gridlock.us=2", "gridlock.us=nonsense", "gridlok.us=0.5", "nonsense", "horizon=9999"],
)
def test_a_value_that_cannot_be_set_is_refused_in_the_words_of_the_page(change):
    message = refused(change)
    assert "--set" in message
    for language in ("en", "ja"):
        with speaking(language):
            said = told(message)
        assert "--set" not in said
        assert "allowed" not in said
        assert "found " not in said
    assert set(LATIN.findall(said)) <= OWN


def test_what_was_perhaps_meant_is_said():
    assert told(refused("gridlok.us=0.5")).endswith("Perhaps you mean gridlock.us.")


@pytest.fixture(scope="module")
def log():
    return show(SCENARIO, seed=1).log()


def wrong(data, **header):
    first, *rest = data.splitlines(keepends=True)
    table = json.loads(first) | header
    return json.dumps(table).encode() + b"\n" + b"".join(rest)


@pytest.mark.parametrize(
    "broken",
    [
        lambda log: b"",
        lambda log: b"hello\n",
        lambda log: b"{}\n",
        lambda log: b"\xff\n",
        lambda log: wrong(log, log=7),
        lambda log: wrong(log, scenario="nowhere-at-all"),
        lambda log: wrong(log, changes=["gridlock.us=9"]),
        lambda log: wrong(log, more=1),
        lambda log: wrong(log, state="0" * 12),
        lambda log: wrong(log, seats={}),
    ],
)
def test_a_log_that_cannot_be_opened_is_refused_in_the_language_of_the_page(log, broken):
    with pytest.raises(LogError) as error:
        replayed(broken(log))
    message = f"run.jsonl: {error.value}"
    with speaking("ja"):
        said = told(message)
    assert said.startswith("run.jsonl")
    assert "1行目" in said
    assert not re.search(r"\b(line|found|allowed|due|held|unknown|differs)\b", said)
    assert not re.search(r"\b(found|allowed|due)\b", told(message))


def test_what_is_not_known_is_left_as_it_is():
    for message in ("out of memory", "a\nb", ""):
        assert told(message) == message


def test_every_form_of_a_message_has_its_words():
    text = words("faults")
    for name, forms in (("values", VALUES), ("right", RIGHT), ("lines", LINES)):
        assert set(text[name]) == set(forms)
