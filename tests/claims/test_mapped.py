"""Maps: who wins a cell, and the picture of it."""

from xml.etree import ElementTree

import numpy as np

from sim.claims.chart import picture
from sim.claims.mapped import Mapped
from sim.claims.read import experiments


def drawn(arms: int) -> Mapped:
    chart = next(each for each in experiments().map if len(each.arm) == arms)
    shape = (len(chart.up.at), len(chart.across.at), arms)
    medians = np.zeros(shape)
    medians[..., -1] = np.arange(shape[0] * shape[1]).reshape(shape[:2])
    return Mapped(chart, medians, np.full(shape, 1.0 / arms), 32)


def test_the_highest_median_wins_and_of_equals_who_is_best_more_often():
    found = drawn(4)
    found.wins[0, 0] = [0.1, 0.5, 0.2, 0.2]
    assert found.winner(0, 0) == 1
    assert found.winner(2, 2) == 3
    assert found.account()["cells"][0]["best"] == found.chart.arm[1].name


def test_every_cell_says_who_wins_without_color():
    found = drawn(4)
    picture_of = ElementTree.fromstring(picture(found))
    words = [text.strip() for text in picture_of.itertext() if text.strip()]
    cells = len(found.chart.up.at) * len(found.chart.across.at)
    assert sum(word in "ABCD" for word in words) == cells
    assert any("of 25 cells" in word for word in words)
    assert {arm.name for arm in found.chart.arm} <= {word[3:] for word in words}


def test_a_map_of_one_arm_gives_its_medians():
    words = " ".join(ElementTree.fromstring(picture(drawn(1))).itertext())
    assert "19.000" in words
    assert "The darker, the higher." in words
