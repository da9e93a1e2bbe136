"""The log of a class as the server has it in memory, for the day its disk does not give it back.

What was acknowledged is in both. As long as the server runs, whatever happens to the disk or to
the database, a class can be taken away whole from here.
"""

from __future__ import annotations

import json
import threading
import zlib
from collections.abc import Iterable, Iterator

from classroom.entry import Entry

TOGETHER = 200
"""Entries packed together: a lesson of 300 people has some ten thousand, a tenth as long then."""


class ItsCopy:
    """The entries of one class, packed.

    Examples
    --------
    >>> copy = ItsCopy()
    >>> copy.add([Entry(1, 0.0, 0.0, "created", {"code": "ABCDEF"})])
    >>> [each.data for each in copy]
    [{'code': 'ABCDEF'}]
    """

    def __init__(self) -> None:
        self.packed: list[bytes] = []
        self.latest: list[str] = []
        self.alone = threading.Lock()
        """An export reads in a thread of its own."""

    def add(self, entries: Iterable[Entry]) -> None:
        """Add entries."""
        for each in entries:
            with self.alone:
                self.latest.append(json.dumps(list(vars(each).values())))
                if len(self.latest) == TOGETHER:
                    self.packed.append(zlib.compress("\n".join(self.latest).encode()))
                    self.latest = []

    def noting(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield entries on, each added once whoever asked for it has come to the next."""
        for each in entries:
            yield each
            self.add([each])

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries in their order."""
        with self.alone:
            packed, latest = list(self.packed), list(self.latest)
        for each in packed:
            yield from map(unpacked, zlib.decompress(each).decode().split("\n"))
        yield from map(unpacked, latest)


def unpacked(line: str) -> Entry:
    """Return the entry of a line."""
    return Entry(*json.loads(line))
