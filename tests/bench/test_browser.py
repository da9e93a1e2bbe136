"""What a visitor waits for: how it is counted and told, without a browser."""

import json
from contextlib import nullcontext
from types import SimpleNamespace

import pytest

from bench import browser
from bench.browser import Sizes, main
from bench.pages import chromium
from bench.pages.slider import Moves
from bench.pages.visit import Visit, Wire
from scenarios.problems import ScenarioError

SMALL = Sizes(drags=1, steps=4, months=2, visits=2, pages=("Claims", "Replay"))


def visited(engine, address, path, sign):
    wire = Wire(address, requests=9, file_bytes=1_200_000, socket_bytes=34_000)
    return Visit(1.5 if path == "/claims" else 0.5, wire)


@pytest.fixture
def measured(monkeypatch):
    """Stand in for Chromium and the server."""
    engine = SimpleNamespace(version="1.2.3")
    monkeypatch.setattr(browser, "opened", lambda: nullcontext(engine))
    monkeypatch.setattr(browser, "served", lambda: nullcontext("http://here"))
    monkeypatch.setattr(browser, "visited", visited)
    made = Moves([100.0, 110.0, 120.0, 130.0], [24, 20, 28, 24], [2000.0])
    monkeypatch.setattr(browser, "moves", lambda *given: made)
    monkeypatch.setattr(browser, "month_steps", lambda *given: [40.0, 60.0])
    monkeypatch.setattr(browser, "months", lambda *given: {"a game between bots": 3.0})


@pytest.mark.usefixtures("measured")
def test_json_says_what_was_measured_where(capsys):
    assert main(as_json=True, sizes=SMALL) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["machine"]["versions"]["chromium"] == "1.2.3"
    goals = {each["what"]: each for each in found["goals"]}
    assert [each["reached"] for each in goals.values()] == [True, True, False, True]
    assert "20 to 28 runs" in goals["slider to first chart, p95"]["how"]
    assert found["pages"][0] == {
        "page": "Claims",
        "seconds": 1.5,
        "slowest": 1.5,
        "requests": 9,
        "file_kb": 1200,
        "socket_kb": 34,
    }


@pytest.mark.usefixtures("measured")
def test_a_page_for_people(capsys):
    main(sizes=SMALL)
    out = capsys.readouterr().out
    assert "| slider to all 1,000 runs, p95 | 2 s | <= 0.15 s | no |" in out
    assert "| Replay | 0.5 | 0.5 | 9 | 1200 | 34 |" in out


@pytest.mark.usefixtures("measured")
def test_what_leaves_the_server_or_fails_is_named(monkeypatch, capsys):
    def leaving(engine, address, path, sign):
        wire = Wire(address)
        for url in (address + "/a", "https://cdn.example/x.js", "data:,x"):
            wire.asked({"request": {"url": url}})
        wire.answered({"response": {"status": 404, "url": address + "/a"}})
        assert wire.requests == 2
        return Visit(1.0, wire)

    monkeypatch.setattr(browser, "visited", leaving)
    assert main(sizes=SMALL) == 1
    out = capsys.readouterr().out
    assert "fail | 2 | <= 0 | no | http://here/a; https://cdn.example/x.js |" in out


def test_messages_are_counted_as_they_came():
    wire = Wire("http://here")
    wire.heard({"response": {"opcode": 1, "payloadData": "x" * 100}})
    wire.heard({"response": {"opcode": 2, "payloadData": "x" * 100}})
    wire.came({"encodedDataLength": 12.0})
    assert (wire.socket_bytes, wire.file_bytes) == (175, 12)


def test_without_playwright_there_is_one_clear_word(monkeypatch):
    monkeypatch.setattr(chromium, "find_spec", lambda name: None)
    with pytest.raises(ScenarioError, match="no playwright installed"), chromium.opened():
        pass


def test_the_browser_named_comes_first(monkeypatch):
    monkeypatch.setenv(chromium.NAMED, "a/browser/of/ones/own")
    assert chromium.chromium() == "a/browser/of/ones/own"
    monkeypatch.delenv(chromium.NAMED)
    monkeypatch.setattr(chromium.shutil, "which", lambda name: name if name == "chromium" else None)
    assert chromium.chromium() == "chromium"
