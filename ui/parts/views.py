"""What lies on top where there is room for only one thing."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("views.vue", vuetify=False)
def Views(t: dict, names: list[str], shown: int, event_choose: Callable[[int], None]):
    """Show one tab per view; on a wide screen all lie side by side and there are none.

    Parameters
    ----------
    t
        The words: ``tabs``.
    names
        Titles of the views.
    shown
        Place of the one on top.
    event_choose
        Called with the place of the one picked.
    """
