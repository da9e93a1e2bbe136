"""A choice between views of the same thing."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("switch.vue", vuetify=False)
def Switch(label: str, views: list[dict], shown: str, event_choose: Callable[[str], None]):
    """Show one button per view.

    Parameters
    ----------
    label
        What the views are of.
    views
        ``id`` and ``title`` of each.
    shown
        Id of the one shown.
    event_choose
        Called with the id of the one picked.
    """
