"""A choice between views of the same thing."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("switch.vue", vuetify=False)
def Switch(
    label: str, views: list[dict], shown: str, onward: str, event_choose: Callable[[str], None]
):
    """Show one button per view, and the way to what can be done next.

    Parameters
    ----------
    label
        What the views are of.
    views
        ``id`` and ``title`` of each.
    shown
        Id of the one shown.
    onward
        What the way to ``ui.parts.onward`` is called.
    event_choose
        Called with the id of the one picked.
    """
