"""A seat's brief: one page, every figure traced, nothing of another seat's mind."""

import pytest

from scenarios.arrange import arrange
from scenarios.load import catalogue, load
from scenarios.paths import Change
from sim.play.brief import LONGEST, brief
from sim.rules.codes import SUBORDINATE


def pages(name: str):
    """Yield the world of a scenario and the brief of each agency that has a part in a forum."""
    world = arrange(load(name))
    for f, forum in enumerate(world.forums):
        for a, seat in enumerate(world.agencies):
            if world.params.role0[f, a] >= SUBORDINATE:
                yield world, brief(world, seat, forum)


@pytest.mark.parametrize("name", catalogue())
def test_every_seat_has_a_page_whose_figures_lead_to_a_source(name: str):
    for world, page in pages(name):
        assert 60 <= page.words <= LONGEST
        for _, lines in page.parts:
            assert lines
            for line in lines:
                assert line.text
                for path in line.paths:
                    figure = world.figure(path)
                    assert figure.basis
                    assert figure.source or figure.why


def test_a_page_tells_what_the_seat_wants_and_may_not_accept():
    world = arrange(load("economic-2-plus-2"))
    page = brief(world, "jp-meti")
    first = page.wants[0]
    assert first.text.startswith("Semiconductors, 21 points: Level 3.")
    assert first.paths == ("position.jp-meti.I03", "salience.jp-meti.I03")
    assert page.limits[0].text == "Red line: never Level 4 on Export controls."


def test_a_page_holds_nothing_of_another_seat():
    """Whatever the others think in private, the page reads the same."""
    scenario = load("economic-2-plus-2")
    other = [
        Change("position.us-commerce.I03", 0.5),
        Change("salience.us-commerce.I01", 0.1),
        Change("red_line.us-commerce.I03", 1),
        Change("turf.us-commerce", 0.9),
        Change("capability.us-commerce", 0.1),
    ]
    assert brief(arrange(scenario), "jp-meti") == brief(arrange(scenario, None, other), "jp-meti")


def test_a_large_table_is_cut_to_one_page():
    world = arrange(load("economic-2-plus-2"), "representative")
    page = brief(world, "jp-meti")
    assert page.words <= LONGEST
    assert page.others[-1].text.endswith("more sit at this table.")
