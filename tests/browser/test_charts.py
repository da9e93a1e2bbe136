"""Names beside the marks of a chart: each can be read, wherever the marks lie."""

import random

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import STATE
from ui.classroom.shipping import SCRIPTS, VUE
from ui.classroom.vue_file import vue_file

NAMES = ("Your deal", "Nash = Welfare", "Kalai-Smorodinsky", "Forecast", "No deal")
OVER = """names => names.flatMap((one, n) => names.slice(n + 1).filter((other) =>
    one.left < other.right && other.left < one.right &&
    one.top < other.bottom && other.top < one.bottom).map((other) => [one.says, other.says]))"""
BOXES = """() => [...document.querySelectorAll(".map > svg text")].map((each) => {
    const { left, right, top, bottom } = each.getBoundingClientRect();
    return { says: each.textContent, left, right, top: top + 2, bottom: bottom - 2 };
})"""


def marks(chance: random.Random, width: int) -> list[dict]:
    """Return some marks, often close together, as they are where talks have done well."""
    x, y = chance.uniform(60, width - 20), chance.uniform(20, 390)
    near = chance.choice((5, 30, 200))

    def at(middle: float, low: float, high: float) -> float:
        return min(high, max(low, middle + chance.uniform(-near, near)))

    return [
        {
            "title": name,
            "x": at(x, 60, width - 20),
            "y": at(y, 20, 390),
            "bold": False,
            "radius": 10,
        }
        for name in NAMES
    ]


@pytest.mark.parametrize("width", [400, pytest.param(640, marks=pytest.mark.slow)])
def test_no_name_lies_on_another_or_outside(visit, width):
    page = visit(path="claims", sign=".claims__one")
    chance = random.Random(width)
    for _ in range(60):
        wanted = marks(chance, width)
        placed = page.evaluate(
            """([marks, bounds]) => {
                const pen = document.createElement("canvas").getContext("2d");
                pen.font = "14px sans-serif";
                return communique.placed(marks, [], bounds, 14).map(({ title, at: [x, y] }) => {
                    const [wide, high] = [pen.measureText(title).width / 2, 7];
                    const [left, right, top, bottom] = [x - wide, x + wide, y - high, y + high];
                    return { says: title, left, right, top, bottom };
                });
            }""",
            [wanted, [54, 12, width - 6, 406]],
        )
        assert page.evaluate(OVER, placed) == [], wanted
        assert all(each["left"] >= 54 and each["right"] <= width - 6 for each in placed), wanted


@pytest.mark.slow
def test_the_debrief_can_be_read_at_every_size(visit):
    page = visit(STATE, size="laptop", path="play", sign=".turn__ask")
    page.get_by_role("button", name="Let a computer finish").click()
    measured(page)
    for width, height in ((1280, 900), (390, 844), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.reload()
        measured(page)
        assert page.evaluate(OVER, page.evaluate(BOXES)) == []
        page.locator("input[name=near]").check()
        assert page.evaluate(OVER, page.evaluate(BOXES)) == []


def measured(page: Page):
    """Wait until the deal is on its chart."""
    page.wait_for_selector(".map > svg text >> text=Your deal", timeout=60_000)


def test_the_names_in_the_chart_of_a_class_are_kept_apart(browser: Browser):
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.set_content("<div id=app></div>")
    for script in (VUE, *SCRIPTS):
        page.add_script_tag(content=script.read_text(encoding="utf-8"))
    page.add_script_tag(content=vue_file("own_dot").code)
    far = [("deal", "Your deal, as it was signed", 10, 40), ("nash", "The fairest text", 42, 40)]
    forum = {
        "dots": [[n * 7 % 90, n * 13 % 60] for n in range(60)],
        "edge": [[0, 60], [60, 41], [90, 0]],
        "lessons": ["One lesson."],
        "marks": [
            {"id": name, "title": title, "x": x, "y": y}
            for name, title, x, y in [*far, ("none", "No statement", 42.3, 40.4)]
        ],
    }
    given = {"t": {"debrief": dict.fromkeys(("dot", "yours", "theirs", "picture"), "word")}}
    page.evaluate(
        """given => new Vue({
            el: "#app", render: (make) => make("c-own-dot", { props: given }),
        })""",
        {**given, "forum": forum, "lead": None},
    )
    page.locator(".dot__mark").first.wait_for()
    assert page.evaluate(OVER, page.evaluate(BOXES.replace(".map > svg", ".dot__mark"))) == []
    page.close()
