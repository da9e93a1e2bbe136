"""A negotiator of NegMAS holds a seat; without one NegMAS is never imported."""

import ast
from pathlib import Path

import pytest

from agents import guests
from agents.bots import bot_move
from agents.chooser import GuestError
from scenarios.arrange import arrange
from scenarios.load import load
from scenarios.paths import parse
from sim.play.apply import apply
from sim.play.game import new_game
from sim.play.legal import legal_moves
from sim.play.view import view

HOUSE = Path(__file__).parents[2]
ROOMS = ("sim", "agents", "scenarios", "classroom", "ui", "terminal", "bench", "app.py", "cli.py")
CHANGES = ["horizon=6", "deadline=6", "windows=3", "pace=1", "last_chance=1"]


def imported(file: Path) -> set[str]:
    """Return the packages a file imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name.split(".")[0] for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
    return found


def test_nothing_else_imports_it():
    files = [
        file
        for room in ROOMS
        for file in ([HOUSE / room] if room.endswith(".py") else (HOUSE / room).rglob("*.py"))
    ]
    assert [file.name for file in files if "negmas" in imported(file)] == ["negmas_seat.py"]


def played(name: str, seed: int = 1) -> list:
    """Return the moves of a game in which METI is a guest, every one checked as legal."""
    world = arrange(load("economic-2-plus-2"), changes=[parse(each) for each in CHANGES])
    game, held, moves = new_game(world, seed), guests.guest(name), []
    while not game.over:
        if game.seat == "jp-meti":
            move = held.choose(view(game, game.seat))
            legal_moves(game).require(move)
            moves.append((game.ask, move))
        else:
            move = bot_move(game)
        game = apply(game, move)
    return moves


@pytest.mark.timeout(300)
@pytest.mark.parametrize("kind", ["BoulwareTBNegotiator", "MiCRONegotiator", "RandomNegotiator"])
def test_it_plays_a_run_by_the_rules(kind: str):
    pytest.importorskip("negmas", reason="needs the extra negmas")
    moves = played(f"negmas:{kind}")
    assert {move.kind for ask, move in moves if ask == "floor"} & {"amend", "close", "pass"}
    assert any(move.kind == "amend" for _, move in moves)
    assert any(ask != "floor" for ask, _ in moves)


def test_a_conceder_lets_pass_more_than_one_who_is_tough():
    pytest.importorskip("negmas", reason="needs the extra negmas")

    def silent(name: str) -> float:
        answers = [move.kind for ask, move in played(name) if ask == "answer"]
        return answers.count("consent") / len(answers)

    assert silent("negmas:ConcederTBNegotiator") > silent("negmas:ToughNegotiator")


@pytest.mark.parametrize("name", ["negmas:NoSuchNegotiator", "negmas:SAOMechanism", "negmas:"])
def test_an_unknown_negotiator_is_refused(name: str):
    pytest.importorskip("negmas", reason="needs the extra negmas")
    with pytest.raises(GuestError, match="no negotiator"):
        guests.guest(name)
