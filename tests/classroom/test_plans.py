"""The lesson plans that are shipped, and what a plan may not be."""

import re

import pytest
from pydantic import ValidationError

from classroom.live import opened
from classroom.plan import Plan, plans
from classroom.setup import lobby_for
from scenarios.problems import ScenarioError

LOBBY, END = {"kind": "lobby"}, {"kind": "end"}


@pytest.mark.parametrize("plan", plans().values(), ids=lambda plan: plan.id)
def test_a_plan_takes_the_minutes_it_says_and_can_be_played(hands, plan):
    assert plan.minutes == int(re.search(r"\d+$", plan.id)[0])
    room = hands.house.create(plan, 1)
    for step in plan.step:
        for k in step.use if step.kind == "play" else ():
            setup = room.state.setup_of(plan.configurations[k], step.round)
            live = opened(setup, 0.0)
            assert live.asked
            assert len(lobby_for(setup).world.scenario.sheet.check) >= 2


def test_half_of_the_lesson_is_play_and_there_is_time_to_look_back():
    for plan in plans().values():
        look = sum(step.minutes for step in plan.step if step.kind in ("debrief", "look"))
        assert look >= 16, plan.id


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"step": [LOBBY]}, "at least 2"),
        ({"step": [{"kind": "play", "round": 1}, END]}, "first must be the lobby"),
        ({"step": [LOBBY, END]}, "rounds of play"),
        ({"step": [LOBBY, {"kind": "play", "round": 2}, END]}, "numbered"),
        ({"step": [LOBBY, {"kind": "play", "round": 1, "use": [7]}, END]}, "use must name"),
        ({"floor_seconds": -1}, "greater than or equal to 0"),
        ({"colour": "red"}, "Extra inputs"),
    ],
)
def test_a_plan_that_makes_no_lesson_is_refused(change, complaint):
    good = plans()["economic-75"].model_dump(mode="json")
    with pytest.raises(ValidationError, match=complaint):
        Plan.model_validate({**good, **change})


def test_a_plan_of_a_forum_there_is_not_makes_no_class(hands):
    good = plans()["economic-75"].model_dump(mode="json")
    forums = ["economic-2-plus-2", "3-plus-3-trad"]
    with pytest.raises(ScenarioError, match="did you mean"):
        hands.house.create(Plan.model_validate({**good, "configurations": forums}))
    assert hands.store.classes() == {}
