"""A joint statement as the page shows it: clauses, where they came from, how they are sold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.pictures.months import spanning, tick_name
from ui.pictures.sides import badges
from ui.pictures.words import spelt
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import Scene
    from sim.play.sheet import Clause, Sheet, Step


def statement(sheet: Sheet, scene: Scene) -> dict:
    """Return one forum's statement."""
    sides = badges(scene)
    text = words("watch")["statement"]
    return {
        "id": sheet.forum,
        "heading": sheet.heading,
        "title": sheet.title,
        "date": text["month"].format(
            date=spanning(sheet.date, scene.tick), tick=tick_name(scene), month=sheet.month
        ),
        "clauses": [clause(each) for each in sheet.clauses],
        "left": [clause(each) for each in sheet.left],
        "sales": [
            {"badge": sides[each.side], "lines": [spelt(line) for line in each.lines]}
            for each in sheet.sales
        ],
    }


def clause(each: Clause) -> dict:
    """Return one clause with the moves about it, and those among them that made it."""
    return {
        "item": each.paragraph.item,
        "title": each.paragraph.title,
        "level": each.paragraph.level,
        "label": each.label,
        "text": spelt(each.paragraph.text),
        "made": [step(one) for one in each.steps if one.made_it],
        "steps": [step(one) for one in each.steps],
    }


def step(one: Step) -> dict:
    """Return one move."""
    return {"move": one.move, "date": one.date, "text": spelt(one.text)}
