"""The controls of the run, by hand and by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import solara


@solara.component_vue("controls.vue", vuetify=False)
def Controls(
    t: dict,
    ready: bool,
    playing: bool,
    over: bool,
    pace: str,
    paces: list[dict],
    date: str,
    month: int,
    horizon: int,
    moves: int,
    tick: str,
    latest: str,
    summary: str,
    event_press: Callable[[str], None],
    event_choose_pace: Callable[[str], None],
):
    """Show the buttons; space plays and pauses, the arrows step, with shift a month.

    Parameters
    ----------
    t
        The words of the controls.
    ready, playing, over
        Whether a run is open, plays by itself, has ended.
    pace, paces
        The id of the pace, and the ``id`` and ``title`` of those there are.
    date, month, horizon
        Where in time the run is.
    moves
        How many moves have been made.
    tick
        What a month of the run is called: it may stand for a quarter, or for a half-year.
    latest
        The latest piece of news.
    summary
        A sentence for screen readers, spoken when the run is not playing by itself.
    event_press
        Called with "play", "move", "month", "back", "back_month" or "restart".
    event_choose_pace
        Called with the id of a pace.
    """
