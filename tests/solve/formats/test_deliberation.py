import shutil
from pathlib import Path

import numpy as np
import pytest

from scenarios.problems import ScenarioError
from sim.solve.formats.deliberation import acceptable
from sim.solve.formats.read import read_domain
from sim.solve.points import points
from tests.solve.formats.files import BASE_GAME


def test_the_base_game_has_55_acceptable_and_12_unanimous_deals():
    game = read_domain(BASE_GAME)
    assert acceptable(game) == 55
    found = points(game)
    assert found.rational == 12
    assert [game.values[i][n] for i, n in enumerate(found.nash.text)] == [
        "A2",
        "B3",
        "C3",
        "D2",
        "E3",
    ]
    np.testing.assert_array_equal(found.nash.values, [54, 48, 71, 57, 81, 77])
    assert game.parties[3:5] == ("SportCo", "Department of Tourism")
    assert game.vetoes == (3, 4)
    assert game.initial == (0, 0, 3, 0, 4)


@pytest.fixture
def game(tmp_path: Path) -> Path:
    return shutil.copytree(BASE_GAME, tmp_path / "game")


def test_without_a_configuration_all_files_count_and_nobody_has_a_veto(game: Path):
    (game / "config.txt").unlink()
    (game / "initial_deal.txt").unlink()
    made = read_domain(game)
    assert made.parties[0] == "DoT"
    assert made.vetoes == ()
    assert made.initial is None


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("scores_files/union.txt", "1, 2\n3, 4\n", "threshold"),
        ("scores_files/union.txt", "1, x, 3\n5\n", "'x'"),
        ("scores_files/union.txt", "1, 2, 3\n5\n", "as in the others"),
        ("config.txt", "Mayor,mayer,player\n", "did you mean 'mayor'"),
        ("config.txt", "Mayor\n", "name, file, role"),
        ("initial_deal.txt", "A9", "'A9'"),
    ],
)
def test_what_is_wrong_is_said_with_the_file(game: Path, file: str, text: str, said: str):
    (game / file).write_text(text)
    with pytest.raises(ScenarioError) as caught:
        read_domain(game)
    assert said in str(caught.value)
    assert Path(file).name in str(caught.value)
