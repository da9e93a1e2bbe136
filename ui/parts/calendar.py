"""The strip of months."""

from __future__ import annotations

import solara


@solara.component_vue("calendar.vue", vuetify=False)
def Calendar(strip: dict):
    """Show when each forum met, when its statement is due and when it came.

    Parameters
    ----------
    strip
        ``ui.pictures.calendar.calendar``.
    """
