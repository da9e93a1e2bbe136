"""``communique sources``: every figure with what it rests on, on the screen and as JSON."""

import json
import re
from collections import Counter
from typing import Any

import pytest
from rich.cells import cell_len

from scenarios.arrange import arrange
from scenarios.load import catalogue, library, load
from scenarios.provenance import STATED, TABLES, TAKEN, UNSTATED, counts, figures, unexplained
from terminal.screen import NARROWEST
from tests.terminal.commands import call, process

ID = "economic-2-plus-2"


def account(*arguments: str) -> dict[str, Any]:
    result = call("sources", *arguments, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)


@pytest.mark.parametrize("name", catalogue())
def test_no_figure_of_a_scenario_is_unexplained(name: str):
    told = account(name)
    assert told["unexplained"] == []
    ledger = arrange(load(name)).ledger
    assert sorted(each["path"] for each in told["figures"]) == sorted(
        path for path, entry in ledger.items() if not entry.covers
    )
    for each in told["figures"]:
        assert each["basis"] in told["counts"]
        assert each["citation"] or each["why"], each["path"]
        assert each["meaning"], each["path"]
        assert each["unit"]


def test_an_unexplained_figure_would_be_told():
    rows = figures(arrange(load(ID)))
    rows[0]["why"] = rows[0]["citation"] = None
    sourced = next(each for each in rows if each["basis"] == "sourced")
    sourced["at"] = None
    assert unexplained(rows) == [rows[0]["path"], sourced["path"]]


def test_a_figure_has_its_document_paragraph_and_room():
    rows = {each["path"]: each for each in account(ID)["figures"]}
    turf = rows["turf.us-commerce"]
    figure = arrange(load(ID)).figure("turf.us-commerce")
    assert turf["citation"] == "IINA-2022, paragraph 47"
    assert (turf["value"], turf["low"], turf["high"]) == (figure.value, figure.low, figure.high)
    assert (turf["why"], turf["unit"], turf["about"]) == (figure.why, "index", "Commerce")
    assert rows["role.economic-2-plus-2.us-ustr"]["choices"] == ["absent", "subordinate", "partner"]
    assert rows["event.E33.effects.0"]["about"] == (
        "Russia invades Ukraine: emphasis, Energy security, all"
    )


def test_counts_are_by_basis_and_by_how_the_figure_comes():
    told = account(ID)
    for basis, several in told["counts"].items():
        found = Counter(each["given"] for each in told["figures"] if each["basis"] == basis)
        assert several == {kind: found[kind] for kind in several}
    stated = [each for each in told["figures"] if each["given"] == STATED]
    assert len(stated) > 300
    for each in told["figures"]:
        assert (each["given"] == TAKEN) == bool(each["takes"])
    assert {each["basis"] for each in told["figures"] if each["given"] == UNSTATED} == {"assumed"}
    assert all(table in TABLES for table in {each["table"] for each in told["figures"]})
    assert counts([]) == {basis: dict.fromkeys(each, 0) for basis, each in told["counts"].items()}


def test_what_is_cited_beside_the_figures():
    told = account(ID)
    cited = {(each["of"], each["id"]): each["sources"] for each in told["citations"]}
    assert cited["event", "E33"][0]["citation"] == "IINA-2022, paragraphs 3, 42, 50"
    assert cited["scenario", ID]
    assert cited["pressure", "china-exposure"]
    claims = {each["id"]: each for each in told["claims"]}
    assert list(claims) == list(load(ID).sheet.claims)
    assert (claims["H8"]["kind"], claims["H54"]["mark"]) == ("normative", "inferred")
    seats = {each["agency"]: each for each in told["seats"]}
    assert seats["us-state"]["role"] == "chair"
    assert seats["us-state"]["citation"].startswith("IINA-2022")
    assert "us-defense" not in seats


def test_sources_say_what_they_are_and_how_often_they_are_named():
    told = account(ID)
    sources = {each["source"]: each for each in told["sources"]}
    named = Counter(each["source"] for each in told["figures"])
    for key, each in sources.items():
        assert each["figures"] == named[key]
        assert each["title"] == library().sources[key].title
    assert set(filter(None, named)) <= sources.keys()


def test_an_arm_sets_figures_and_says_so():
    told = account(ID, "--arm", "subordinate")
    rows = {each["path"]: each for each in told["figures"]}
    ustr = rows["role.economic-2-plus-2.us-ustr"]
    assert (ustr["given"], ustr["value"]) == ("set", "subordinate")
    assert ustr["why"] == "Set for this run, in place of partner."
    assert told["arm"]["title"] == "The four US agencies are asked as subordinates"
    assert "asked as subordinates" in call("sources", ID, "--arm", "subordinate").stdout


def test_another_forum_has_other_figures():
    told = account("two-tracks", "--forum", "3-plus-3-energy")
    assert told["forum"] == "3-plus-3-energy"
    assert any(each["path"] == "windows.3-plus-3-energy" for each in told["figures"])


def test_basis_and_words_choose():
    some = account(ID, "commerce", "TURF", "--basis", "inferred")["figures"]
    assert {each["path"] for each in some} == {"anxiety", "turf.us-commerce"}
    assert {each["basis"] for each in account(ID, "--basis", "external")["figures"]} == {"external"}
    every = account(ID, "IINA-2022 47")["figures"]
    assert all("47" in f"{each['citation']} {each['why']}" for each in every)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((ID, "--basis", "asumed"), "did you mean 'assumed'?"),
        ((ID, "nothing like it"), "no figure has 'nothing like it' in it"),
        ((ID, "turf", "--basis", "sourced"), "no sourced figure has 'turf' in it"),
        ((ID, "--arm", "nobody"), "--arm: found 'nobody'"),
        (("economic-2-plus-3",), "economic-2-plus-2"),
    ],
)
def test_what_cannot_be_listed_is_one_line(arguments: tuple[str, ...], said: str):
    result = call("sources", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("width", [NARROWEST, 80])
def test_it_fits_the_terminal(monkeypatch: pytest.MonkeyPatch, width: int):
    monkeypatch.setenv("COLUMNS", str(width))
    text = call("sources", ID).stdout
    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert text.index("No figure is without a basis") < text.index("Constants of the world")
    for name in TABLES:
        assert name in text
    plain = " ".join(text.split())
    assert "inferred, IINA-2022, paragraph 47: Interviews found officials" in plain
    assert "month 1; sourced, IINA-2022, paragraph 46" in plain
    assert "H54 High hopes at the launch meet slow institutions (inferred, emergent)" in plain
    assert re.search(r"and \d+ more 0 value; assumed: No stance", plain)


def test_a_reader_that_leaves_is_no_error():
    with process("sources", ID) as command:
        assert command.stdout.readline()
        command.stdout.close()
        assert command.stderr.read() == ""
        assert command.wait(timeout=60) == 1


def test_output_in_a_pipe_has_no_colours():
    with process("sources", ID, "horizon") as command:
        assert "\x1b" not in command.stdout.read()
