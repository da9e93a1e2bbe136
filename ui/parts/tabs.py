"""Which paper lies on top where there is room for only one."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("tabs.vue", vuetify=False)
def Tabs(label: str, names: list[str], shown: int, event_choose: Callable[[int], None]):
    """Show one tab per forum; on a wide screen the papers lie side by side and there are none.

    Parameters
    ----------
    label
        What the tabs are.
    names
        Short names of the forums.
    shown
        Place of the one on top.
    event_choose
        Called with the place of the one picked.
    """
