"""The lesson kit is of the lessons that are shipped, and of the pages a teacher really sees."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from classroom.plan import Plan, plans
from classroom.questionnaires import ITEMS
from scenarios.load import load
from ui.words.catalogue import words

TEACH = Path(__file__).parents[2] / "docs" / "teach"
FOLDERS = {"en": TEACH, "ja": TEACH / "ja"}
LESSONS = {
    "50-minutes": "economic-50",
    "75-minutes": "economic-75",
    "100-minutes": "economic-100",
    "75-two-tracks": "two-tracks-75",
    "75-design": "design-75",
}
CLICKED = re.compile(r"\*\*([^*]+)\*\*([:\uff1a]?)")
BOTH = [(name, plan, language) for name, plan in LESSONS.items() for language in FOLDERS]
"""Every lesson, its plan and a language."""


def page(name: str, language: str = "en") -> str:
    return (FOLDERS[language] / f"{name}.md").read_text("utf-8")


def texts(part: object) -> Iterator[str]:
    """Yield every text of a catalogue."""
    if isinstance(part, str):
        yield part
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from texts(each)


def buttons(plan: Plan, language: str) -> Iterator[str]:
    """Yield what the big button says that begins each step."""
    teach = words("teach", language)
    yield teach["make"]["create"]
    for before, step in zip(plan.step, plan.step[1:], strict=False):
        number = step.round or before.round
        yield teach["next"]["titles"][step.kind].format(round=number)


@pytest.mark.parametrize(("name", "plan", "language"), BOTH)
def test_a_lesson_has_the_steps_clock_and_buttons_of_its_plan(name: str, plan: str, language: str):
    rows = re.findall(
        r"^\| ([a-z]+)[^|]* \| (\d+) \| (\d+)–(\d+) \| ([^|]+) \|", page(name, language), re.M
    )
    assert [(kind, float(m)) for kind, m, *_ in rows] == [
        (s.kind, s.minutes) for s in plans()[plan].step
    ]
    clock = 0
    for _, minutes, begins, ends, _ in rows:
        assert (int(begins), int(ends)) == (clock, clock + int(minutes))
        clock = int(ends)
    assert plans()[plan].minutes == float(name.split("-")[0]) == clock
    assert [each[-1] for each in rows] == list(buttons(plans()[plan], language))


@pytest.mark.parametrize(("name", "plan", "language"), BOTH)
def test_a_lesson_has_every_slide_in_its_order(name: str, plan: str, language: str):
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \|", page(name, language), re.M)
    assert [title for _, title in rows] == list(
        words("teach", language)["slides"]["titles"].values()
    )
    minutes = [int(minute) for minute, _ in rows]
    steps = plans()[plan].step
    n = [step.kind for step in steps].index("debrief")
    begins = sum(step.minutes for step in steps[:n])
    assert minutes == sorted(minutes)
    assert minutes[0] == begins
    assert minutes[-1] < begins + steps[n].minutes


@pytest.mark.parametrize("language", FOLDERS)
@pytest.mark.parametrize("name", [*LESSONS, "script", "index"])
def test_what_is_to_be_clicked_is_on_the_page(name: str, language: str):
    """Bold stands for a button; what begins a paragraph, or ends in a colon, is no button."""
    teach = words("teach", language)
    shown = {re.sub(r"\{round\}", str(n), each) for each in texts(teach) for n in range(4)}
    for line in page(name, language).splitlines():
        told = re.sub(r"^[\W\d]*\*\*.*?\*\*", "", line)
        for button, label in CLICKED.findall(told):
            assert label or button in shown, f"{name}: no {button} on the teacher's page"


@pytest.mark.parametrize(("name", "plan", "language"), BOTH)
def test_the_news_it_brings_in_may_be_brought_in(name: str, plan: str, language: str):
    known = {e.title for e in load(plans()[plan].scenario, language).sheet.event if e.chance}
    button = words("teach", language)["aside"]["events"]
    told = [line for line in page(name, language).splitlines() if f"**{button}**" in line]
    assert all(any(title in line for title in known) for line in told)
    assert (name in ("75-minutes", "100-minutes", "75-two-tracks")) == bool(told)


def test_every_plan_is_named():
    assert set(LESSONS.values()) == set(plans())
    for language, folder in FOLDERS.items():
        told = "".join(path.read_text("utf-8") for path in folder.rglob("*.md"))
        assert [plan for plan in plans() if f"`{plan}`" not in told] == [], language


@pytest.mark.parametrize("language", FOLDERS)
def test_the_questions_are_those_of_the_page(language: str):
    asked, told = words("questionnaires", language), page("questionnaires", language)
    for item in ITEMS:
        assert asked["items"][item.id]["question"] in told
        for choice in item.choices:
            assert asked["items"][item.id]["choices"][choice] in told


def test_every_page_has_the_other_language_and_the_same_commands():
    for one in [*TEACH.glob("*.md"), *(TEACH / "scenarios").glob("*.md")]:
        here, there = one.relative_to(TEACH), FOLDERS["ja"] / one.relative_to(TEACH)
        own = one.read_text("utf-8")
        other = there.read_text("utf-8").replace(" --language ja", "")
        assert f"[日本語]({'../' * (len(here.parts) - 1)}ja/{here.as_posix()})" in own
        assert f"[English]({'../' * len(here.parts)}{here.as_posix()})" in other
        blocks = r"^```sh\n(.*?)^```"
        assert re.findall(blocks, own, re.S | re.M) == re.findall(blocks, other, re.S | re.M)
        assert own.count("\n## ") == other.count("\n## "), here
