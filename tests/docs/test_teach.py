"""The lesson kit is of the lessons and scenarios that are shipped."""

import re
from pathlib import Path

import pytest

from classroom.plan import plans
from classroom.questionnaires import ITEMS
from scenarios.load import catalogue, library, load
from ui.words.catalogue import words

TEACH = Path(__file__).parents[2] / "docs" / "teach"
LESSONS = {"50-minutes": "economic-50", "75-minutes": "economic-75", "100-minutes": "economic-100"}


def page(name: str) -> str:
    return (TEACH / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize(("name", "plan"), LESSONS.items())
def test_a_lesson_has_the_steps_of_its_plan(name: str, plan: str):
    steps = re.findall(r"^\| ([a-z]+) \| (\d+) \|", page(name), re.M)
    assert [(kind, float(m)) for kind, m in steps] == [
        (s.kind, s.minutes) for s in plans()[plan].step
    ]
    assert plans()[plan].minutes == float(name.split("-")[0])


def test_every_plan_is_named():
    told = "".join(page(path.stem) for path in TEACH.glob("*.md"))
    assert [plan for plan in plans() if f"`{plan}`" not in told] == []


def notes() -> dict[str, str]:
    found = re.findall(r"^## ([a-z0-9-]+)\n(.*?)(?=^## |\Z)", page("scenarios"), re.S | re.M)
    return dict(found)


def test_there_are_notes_on_every_scenario():
    assert set(notes()) == set(catalogue())


@pytest.mark.parametrize("name", catalogue())
def test_the_arms_it_names_exist(name: str):
    compared = re.findall(r"\*Compare\*(.*?)(?:\. |\n)", notes()[name])
    named = set(re.findall(r"`([a-z0-9-]+)`", " ".join(compared)))
    known = {arm.id for arm in load(name).sheet.arm}
    assert named <= known


def test_every_tension_is_told():
    told = page("scenarios").split("## Tensions")[1].split("\n## ")[0]
    assert len(re.findall(r"^- \*\*", told, re.M)) == len(library().tensions)


def test_the_questions_are_those_of_the_page():
    texts = words("questionnaires")
    told = page("questionnaires")
    for item in ITEMS:
        assert texts["items"][item.id]["question"] in told
        for choice in item.choices:
            assert texts["items"][item.id]["choices"][choice] in told
