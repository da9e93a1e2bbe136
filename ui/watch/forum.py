"""A table: its delegations around its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import solara

from ui.parts.delegation import Delegation
from ui.parts.draft import Draft
from ui.parts.forum_head import ForumHead
from ui.pictures.delegation import delegation
from ui.pictures.draft import draft
from ui.pictures.forum_facts import forum_facts

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
    paper = draft(forum, scene)
    with (
        solara.v.Html(tag="section", class_="forum" + " is-behind" * behind),
        solara.v.Html(tag="div", class_="forum__plan"),
    ):
        ForumHead(
            name=forum.short,
            sitting=forum.meeting,
            session=paper["session"],
            facts=forum_facts(forum),
        )
        for side in scene.sides:
            Delegation(side=delegation(side["id"], forum, scene)).key(side["id"])
        Draft(paper=paper)
