"""The lessons a teacher may choose from, as cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from classroom.plan import plans
from classroom.setup import Setup, lobby_for
from classroom.told import about_of, title_of
from scenarios.spoken import by_language, spoken
from ui.classroom.cards import cards
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.plan import Plan

Parts = dict[str, Any]
FIRST = "economic-75"
"""The lesson for whoever has not taught one yet."""


@by_language()
def lessons() -> Parts:
    """Return every lesson plan with its seats, its paragraphs and its time."""
    return {"plans": [card(each) for each in plans().values()]}


def card(plan: Plan) -> Parts:
    """Return one lesson plan."""
    text = words("teach")
    first = setup(plan, plan.configurations[0])
    world = lobby_for(first).world
    sheet = world.scenario.sheet
    titles = text["steps"]["titles"]
    return {
        "id": plan.id,
        "first": plan.id == FIRST,
        "title": title_of(plan),
        "about": about_of(plan),
        "question": sheet.question,
        "minutes": f"{plan.minutes:g}",
        "pacing": plan.pacing,
        "items": [world.short("item", each) for each in sheet.agenda],
        "forums": [table(setup(plan, each)) for each in plan.configurations],
        "steps": [
            {"title": titles[step.kind].format(round=step.round), "minutes": step.minutes}
            for step in plan.step
        ],
    }


def setup(plan: Plan, configuration: str) -> Setup:
    """Return what a lesson plays under a configuration."""
    return Setup(plan.scenario, configuration, plan.changes, plan.ai, language=spoken())


def table(played: Setup) -> Parts:
    """Return a forum with its delegations."""
    world = lobby_for(played).world
    sides: dict[str, Parts] = {}
    for seat in cards(played).values():
        found = sides.setdefault(
            seat["side"],
            {"name": seat["side"], "shape": seat["shape"], "tone": seat["tone"], "seats": []},
        )
        found["seats"].append(seat["short"])
    title = words("teach")["and"].join(world.name("forum", each) for each in world.forums)
    return {"title": title, "count": len(cards(played)), "sides": list(sides.values())}
