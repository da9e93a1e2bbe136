"""A table: its delegations around its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import solara

from ui.parts.delegation import Delegation
from ui.parts.draft import Draft
from ui.parts.forum_head import ForumHead
from ui.parts.trust import Trust
from ui.pictures.delegation import delegation, trust_table
from ui.pictures.draft import draft
from ui.pictures.forum_facts import forum_facts
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import ForumPicture, Scene


@solara.component
def Forum(forum: ForumPicture, scene: Scene, behind: bool):
    """Lay one forum out.

    Parameters
    ----------
    forum, scene
        What to show.
    behind
        Whether another paper lies on top where there is room for only one.
    """
    text = words("watch")
    paper = draft(forum, scene)
    table = trust_table(forum, scene)
    present = {seat.side for seat in forum.seats}
    sides = [side["id"] for side in scene.sides if side["id"] in present]
    plan = "forum__plan" + " forum__plan--many" * (len(sides) > 2)
    with (
        solara.v.Html(tag="section", class_="forum" + " is-behind" * behind),
        solara.v.Html(tag="div", class_=plan, style_=f"--sides: {len(sides)}"),
    ):
        ForumHead(
            name=forum.short,
            sitting=forum.meeting,
            session=paper["session"],
            facts=forum_facts(forum, scene),
        )
        for side in sides:
            Delegation(t=text["seats"], side=delegation(side, forum, scene)).key(side)
        Draft(paper=paper, t=text["draft"])
        if table is not None:
            Trust(t=text["trust"], table=table)
