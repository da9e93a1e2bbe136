"""A strategy from another package holds a seat, and what goes wrong with one is said in a line."""

import json
import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from agents import guests
from agents.chooser import GuestError
from agents.lobby import lobby
from sim.model import ForumModel
from sim.play.moves import Move
from sim.play.view import view
from terminal.heard import Heard
from terminal.refusal import RefusalError

HOUSE = Path(__file__).parents[2]
EXAMPLE = Path(__file__).parent / "example"
SHORT = ["--set", "horizon=8", "--set", "windows=3", "--set", "pace=1"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder into which the example package has been installed."""
    folder = tmp_path_factory.mktemp("site")
    options = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--target", folder]
    command = [sys.executable, "-m", "pip", "install", "--disable-pip-version-check", *options]
    subprocess.run([*command, EXAMPLE], check=True, capture_output=True)
    return folder


def communique(site: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(site), str(HOUSE)])}
    command = [sys.executable, HOUSE / "cli.py", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_an_installed_strategy_holds_a_seat_and_its_run_replays(installed: Path, tmp_path: Path):
    seat = ["--strategy", "jp-meti=patient"]
    done = communique(
        installed, tmp_path, "run", "economic-2-plus-2", *seat, "--log", "a.jsonl", *SHORT
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in (tmp_path / "a.jsonl").read_text("utf-8").splitlines()]
    assert lines[0]["seats"]["jp-meti"] == "human"
    moves = [each for each in lines[1:] if each["seat"] == "jp-meti"]
    assert moves
    assert all(len(each.get("levels", {})) <= 1 for each in moves)
    # The log brings all it takes: it replays where the strategy is not installed.
    again = communique(tmp_path, tmp_path, "replay", "a.jsonl")
    assert again.returncode == 0, again.stderr


def test_a_strategy_nobody_offers_is_refused_with_those_there_are(installed: Path, tmp_path: Path):
    done = communique(installed, tmp_path, "run", "two-tracks", "--strategy", "jp-meti=patent")
    assert done.returncode == 2
    assert "patient" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch):
    """Return a function that lets a package offer objects of this file as strategies."""

    def offer(**objects: str) -> None:
        found = {n: EntryPoint(n, v, guests.GROUP) for n, v in objects.items()}
        monkeypatch.setattr(guests, "entries", lambda: found)

    return offer


class Silent:
    def choose(self, view):
        return Move(view.seat, "pass" if view.ask == "floor" else "consent")


class Mute:
    pass


def demanding(what):
    return Silent()


def make():
    return Silent()


one = Silent()


def test_an_object_a_class_and_a_function_will_do(offered, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "guests_of_a_test", sys.modules[__name__])
    offered(a="guests_of_a_test:Silent", b="guests_of_a_test:one", c="guests_of_a_test:make")
    assert guests.names() == ("a", "b", "c")
    assert all(guests.guest(name).choose for name in "abc")
    assert guests.guest("a") is not guests.guest("a")


@pytest.mark.parametrize(
    ("value", "complaint"),
    [
        ("no_such_module:X", "cannot load"),
        ("guests_of_a_test:Nothing", "cannot load"),
        ("guests_of_a_test:Mute", r"no choose\(view\)"),
        ("guests_of_a_test:demanding", "makes no strategy: .* missing 1 required"),
    ],
)
def test_what_is_no_strategy_is_refused(
    offered, monkeypatch: pytest.MonkeyPatch, value: str, complaint: str
):
    monkeypatch.setitem(sys.modules, "guests_of_a_test", sys.modules[__name__])
    offered(x=value)
    with pytest.raises(GuestError, match=complaint):
        guests.guest("x")


def test_a_mesa_agency_takes_one_as_its_strategy():
    model = ForumModel("economic-2-plus-2", changes=["horizon=4", "windows=3"], rng=1)
    for agency in model.agencies:
        agency.strategy = Silent()
    model.run_model()
    assert not model.state.amendments.any()


class Breaks:
    def choose(self, view):
        raise KeyError("boom")


class Empty:
    def choose(self, view):
        return None


@pytest.mark.parametrize(
    ("strategy", "said"),
    [
        (Breaks(), r"us-state: its strategy broke off: KeyError: 'boom' \(test_guests.py, line"),
        (Empty(), "us-state: its strategy returned NoneType, where a Move is due"),
    ],
)
def test_what_goes_wrong_in_one_is_said_in_one_line(strategy, said: str):
    game = lobby("economic-2-plus-2").sit(1, ["us-state"]).game
    with pytest.raises(RefusalError, match=said):
        Heard(strategy).choose(view(game, "us-state"))


@pytest.mark.parametrize("more", [(), ("--log", "run.jsonl")])
def test_a_move_that_is_not_legal_is_said_in_one_line(tmp_path: Path, more: tuple[str, ...]):
    code = (
        "import sys; from importlib.metadata import EntryPoint; from agents import guests; "
        "import cli; import cheat; "
        "guests.entries = lambda: {'cheat': EntryPoint('cheat', 'cheat:Cheat', guests.GROUP)}; "
        "sys.argv = ['communique', 'run', 'economic-2-plus-2', '--strategy', 'jp-meti=cheat', "
        f"*{(*SHORT, *more)!r}]; cli.main()"
    )
    (tmp_path / "cheat.py").write_text(
        "from sim.play.moves import Move\n\n\nclass Cheat:\n    def choose(self, view):\n"
        "        return Move(view.seat, 'amend', levels=(('I99', 9),))\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(HOUSE)])}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("communique: --strategy: jp-meti")
    assert "Traceback" not in done.stderr
