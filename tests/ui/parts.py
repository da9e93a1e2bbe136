"""Finding the parts of a rendered page, and acting on them as a browser would."""

from __future__ import annotations

import time
from collections.abc import Callable

import ipyvue
from ipywidgets import Widget


def parts(rc, name: str) -> list[Widget]:
    """Return the widgets of the parts whose outermost element has that class."""
    return [
        widget
        for widget in rc.find(ipyvue.VueTemplate).widgets
        if f'class="{name}"' in widget.template.template.split(">")[1]
    ]


def part(rc, name: str) -> Widget:
    """Return the one part of that name, waiting for it as the page may still be opening."""
    wait_until(lambda: len(parts(rc, name)) == 1)
    return parts(rc, name)[0]


def send(widget: Widget, event: str, data: object) -> None:
    """Let a part send an event, by the message a browser would send."""
    widget._handle_event(widget, {"event": event, "data": data}, [])


def wait_until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for something that another thread brings about."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.01)
