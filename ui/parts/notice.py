"""A message to the visitor."""

from __future__ import annotations

import solara


@solara.component_vue("notice.vue", vuetify=False)
def Notice(text: str, calm: bool = False):
    """Show a sentence; nothing when it is empty.

    Parameters
    ----------
    text
        What to say.
    calm
        Whether this is only a wait, not something gone wrong.
    """
