"""The controls of the run, by hand and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("controls.vue", vuetify=False)
def Controls(
    ready: bool,
    playing: bool,
    over: bool,
    pace: str,
    paces: list[dict],
    date: str,
    month: int,
    horizon: int,
    latest: str,
    summary: str,
    event_press: Callable[[str], None],
    event_choose_pace: Callable[[str], None],
):
    """Show the buttons; space plays and pauses, the right arrow steps, with shift a month.

    Parameters
    ----------
    ready, playing, over
        Whether a run is open, plays by itself, has ended.
    pace, paces
        The id of the pace, and the ``id`` and ``title`` of those there are.
    date, month, horizon
        Where in time the run is.
    latest
        The latest piece of news.
    summary
        A sentence for screen readers, spoken when the run is not playing by itself.
    event_press
        Called with "play", "move", "month" or "restart".
    event_choose_pace
        Called with the id of a pace.
    """
