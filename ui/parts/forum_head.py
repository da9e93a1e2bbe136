"""The line above a table."""

from __future__ import annotations

import solara


@solara.component_vue("forum_head.vue", vuetify=False)
def ForumHead(name: str, sitting: str, session: str, facts: list[str]):
    """Show which forum this is and whether it sits.

    Parameters
    ----------
    name
        Short name of the forum.
    sitting, session
        "none", "working" or "ministerial", and the same in words.
    facts
        What has been going on there, a few words each.
    """
