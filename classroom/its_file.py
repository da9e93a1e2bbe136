"""The file that the classes are kept in: whether it is still the one that was opened, and whole.

A file that was deleted, or replaced by another, goes on without a name as long as it is open:
every write to it succeeds, and all of it is lost with the server. So does SQLite's journal beside
it, in which the latest lies; and what is cut off either of them is missed by nobody for long.
So both of them are looked at before each write.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

HEADERS = (b"SQLite format 3\0",)
"""How every file of SQLite begins."""
JOURNALS = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
"""How every journal of SQLite begins, once there is anything in it."""
TAKE = "can be taken away only as long as this server runs, so export every class before it ends"


ROOM = 2**18
"""Bytes that must be to be had for a class to go on after its disk was full."""


class ItsFile:
    """A file that SQLite has open, by its path.

    Parameters
    ----------
    path : Path
        Where it lies.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.journal = path.with_name(f"{path.name}-wal")
        self.mark = mark_of(path)
        self.journal_mark = mark_of(self.journal)
        self.sizes = [0, 0]
        """The most that file and journal have held."""
        self.spoilt = ""
        """What was done to them; that stays so, for nothing put back now would fit together."""
        self.alone = threading.Lock()
        # Held open: to close a file of SQLite's gives up the locks SQLite has on it.
        self.held = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)) if self.mark else None
        self.look()

    @property
    def gone(self) -> str:
        """Why what is written would not last; empty while it would."""
        with self.alone:
            if what := missed(self.path, self.mark):
                return f"{self.path} {what}: what was kept {TAKE}; or put the file back"
            if self.journal_mark is None:
                self.journal_mark = mark_of(self.journal)
            if what := missed(self.journal, self.journal_mark):
                return f"{self.journal} {what}: what was kept {TAKE}; or put the file back"
            self.look()
            return f"{self.spoilt}: what was kept {TAKE}" if self.spoilt else ""

    def look(self) -> None:
        """Note how long both are, and what was done to them while they lay where they lie."""
        if self.held is None or self.spoilt:
            return
        harm = self.harm(0, self.held, HEADERS)
        self.spoilt = f"{self.path} {harm}" if harm else ""
        with contextlib.suppress(FileNotFoundError):
            journal = os.open(self.journal, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            try:
                harm = self.harm(1, journal, JOURNALS)
            finally:
                os.close(journal)  # SQLite has no locks on this one
            self.spoilt = self.spoilt or (f"{self.journal} {harm}" if harm else "")

    def harm(self, which: int, opened: int, begins: tuple[bytes, ...]) -> str:
        """Return what was done to one of the two, noting how long it is; empty for nothing."""
        size, before = os.fstat(opened).st_size, self.sizes[which]
        if size < before:  # SQLite only makes them longer, as nothing here vacuums the file
            return f"was cut from {before} to {size} bytes"
        self.sizes[which] = size
        os.lseek(opened, 0, os.SEEK_SET)
        return "was written over" if size and not os.read(opened, 16).startswith(begins) else ""

    @property
    def cramped(self) -> bool:
        """Whether there is no room to go on with, though the last few bytes may yet be written."""
        try:
            with tempfile.TemporaryFile(dir=self.path.parent) as scratch:
                scratch.write(bytes(ROOM))
                scratch.flush()
        except OSError as error:
            return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        return False

    def grown(self) -> None:
        """Note how long both are after a write."""
        with self.alone:
            self.look()

    @contextlib.contextmanager
    def emptying(self) -> Iterator[None]:
        """Have the journal emptied by SQLite itself, with nobody looking meanwhile."""
        with self.alone:
            try:
                yield
            finally:
                self.sizes[1] = 0
                self.look()

    def journal_anew(self) -> None:
        """Take another journal for its own: SQLite removes it with the last connection."""
        with self.alone:
            self.journal_mark, self.sizes[1] = None, 0

    def close(self) -> None:
        """Let go of the file, after SQLite has."""
        if self.held is not None:
            os.close(self.held)
            self.held = None


def mark_of(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at a path from every other; None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def missed(path: Path, mark: tuple[int, int] | None) -> str:
    """Return what became of the file that had a mark; empty where it is there."""
    now = mark_of(path)
    if now == mark:
        return ""
    return "is not there any more" if now is None else "was replaced by another file"
