"""Whether anything that one seat alone may know reaches another: every frame is looked at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

SHORTEST = 12
"""Characters from which on a text cannot be in two briefs by chance."""
LEAST = 3
"""Numbers from which on a row of them is somebody's own."""


def leaves(value: Any) -> Iterator[object]:
    """Yield every text, and every row of numbers, in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, list):
        if len(value) >= LEAST and all(type(each) in (int, float) for each in value):
            yield tuple(value)
        for each in value:
            yield from leaves(each)


def telling(value: Any) -> set[object]:
    """Return what in a secret part would give it away."""
    return {
        each
        for each in leaves(value)
        if (isinstance(each, str) and len(each) >= SHORTEST)
        or (isinstance(each, tuple) and len(set(each)) >= LEAST)
    }


class Watch:
    """What every seat alone knows, learnt from its own pages, and what others were shown.

    Examples
    --------
    >>> watch = Watch()
    >>> watch.learn("2+2", "jp-meti", {"say": "never below level two"})
    >>> watch.learn("2+2", "us-state", {"say": "anything but chips"})
    >>> watch.look("2+2", "us-state", {"see": {"news": ["never below level two"]}})
    >>> watch.found
    [('2+2', 'us-state', 'never below level two')]
    """

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], set[object]] = defaultdict(set)
        self.keys: set[str] = set()
        self.found: list[tuple[str, str, object]] = []
        self.frames = 0

    def learn(self, forum: str, seat: str, secret: Any) -> None:
        """Note what a seat is told in secret, in a forum."""
        self.known[forum, seat] |= telling(secret)

    def alien(self, forum: str, seat: str) -> set[object]:
        """Return what other seats know and this one does not."""
        own = self.known[forum, seat]
        others = [known for (f, s), known in self.known.items() if f == forum and s != seat]
        return set().union(*others) - own

    def look(self, forum: str, seat: str, message: dict[str, Any]) -> None:
        """Look at a message that came to a seat."""
        self.frames += 1
        wrong = self.alien(forum, seat).intersection(leaves(message))
        self.found += [(forum, seat, each) for each in wrong]

    def look_for_keys(self, seat: str, text: str) -> None:
        """Look for keys of teacher, projector or others in a text."""
        self.found += [("", seat, "a key") for key in self.keys if key in text]
