"""Every shipped scenario can be shown at every table it may be played at."""

import json

import pytest

from agents.show import Show, choices
from ui.pictures.calendar import calendar
from ui.pictures.delegation import delegation
from ui.pictures.draft import draft
from ui.pictures.forum_facts import forum_facts
from ui.pictures.news import news
from ui.pictures.summary import summary
from ui.pictures.trends import trends
from ui.watch.reel import Reel

TABLES = [(offer["id"], table["id"]) for offer in choices() for table in offer["configurations"]]


def pictures(reel):
    scene = reel.scene
    return [
        calendar(scene, reel.entries),
        trends(scene),
        news(reel.entries),
        summary(scene),
        *(draft(forum, scene) for forum in scene.forums),
        *(forum_facts(forum) for forum in scene.forums),
        *(delegation(side["id"], forum, scene) for forum in scene.forums for side in scene.sides),
    ]


@pytest.mark.parametrize(("scenario", "table"), TABLES)
def test_its_pictures_are_drawn_as_json(scenario, table):
    reel = Reel(Show(scenario, seed=2, configuration=table))
    for step in (reel.move, reel.month, reel.month):
        step()
        drawn = pictures(reel)
        assert json.loads(json.dumps(drawn)) == drawn
