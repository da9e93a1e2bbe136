"""Every shipped scenario can be shown at every table it may be played at."""

import json

import pytest

from agents.choices import choices
from agents.show import show
from ui.pictures.calendar import calendar
from ui.pictures.delegation import delegation, trust_table
from ui.pictures.draft import draft
from ui.pictures.forum_facts import forum_facts
from ui.pictures.news import news
from ui.pictures.summary import summary
from ui.pictures.trends import trends
from ui.watch.reel import Reel

# In `make test` each scenario is shown at its own table and at one other, another for each.
TABLES = [
    pytest.param(
        offer["id"],
        table["id"],
        marks=() if m in (0, n + 1) else pytest.mark.slow,
    )
    for n, offer in enumerate(choices())
    for m, table in enumerate(offer["configurations"])
]


def pictures(reel):
    scene = reel.scene
    return [
        calendar(scene, reel.entries),
        trends(scene),
        news(reel.entries),
        summary(scene),
        *(draft(forum, scene) for forum in scene.forums),
        *(forum_facts(forum, scene) for forum in scene.forums),
        *(trust_table(forum, scene) for forum in scene.forums),
        *(delegation(side["id"], forum, scene) for forum in scene.forums for side in scene.sides),
    ]


@pytest.mark.parametrize(("scenario", "table"), TABLES)
def test_its_pictures_are_drawn_as_json(scenario, table):
    reel = Reel(show(scenario, seed=2, configuration=table))
    for step in (reel.move, reel.month, reel.month):
        step()
        drawn = pictures(reel)
        assert json.loads(json.dumps(drawn)) == drawn
