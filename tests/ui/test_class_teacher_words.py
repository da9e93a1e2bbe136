"""Every refusal and every component of the teacher's pages and the wall finds its words."""

import re
from pathlib import Path

import pytest

from ui.words.catalogue import words

TOP = Path(__file__).parents[2]
PARTS = TOP / "ui" / "classroom" / "parts"


def test_every_refusal_has_its_sentence():
    said = words("teach")["errors"]
    files = (TOP / "classroom").glob("*.py")
    teachers = [each for each in files if each.name in ("orders.py", "room.py", "arguments.py")]
    whys = {
        why
        for file in teachers
        for why in re.findall(r'Refusal\(\s*"([a-z_]+)"', file.read_text("utf-8"))
    }
    learners = {"class_full", "class_shut", "no_such_words", "not_legal", "round_closed"}
    assert len(whys) > 15
    assert whys - set(said) - learners == set()


OURS = sorted(
    path
    for path in PARTS.glob("*.vue")
    if path.name.startswith(("teacher", "wall", "slide", "new"))
)


@pytest.mark.parametrize("part", OURS, ids=lambda path: path.name)
def test_every_word_a_component_asks_for_is_there(part: Path):
    catalogue = words("wall" if part.name.startswith(("wall", "slide")) else "teach")
    for asked in re.findall(r"(?<![\w.])(?:this\.)?t((?:\.[a-z_]+)+)", part.read_text("utf-8")):
        found: object = catalogue
        for key in asked.strip(".").split("."):
            if not isinstance(found, dict):
                break
            assert key in found, f"{part.name}: t{asked}"
            found = found[key]
