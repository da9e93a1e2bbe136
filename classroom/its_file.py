"""The file that the classes are kept in: whether it is still the one that was opened, and whole.

A file that was deleted, or replaced by another, goes on without a name as long as it is open:
every write to it succeeds, and all of it is lost with the server. So does SQLite's journal beside
it, in which the latest lies; and what is cut off the file itself is missed by nobody for long.
So all of them are looked at before each write.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

HEADER = b"SQLite format 3\0"
"""How every file of SQLite begins."""
TAKE = "can be read only as long as this server runs, so export every class before it is ended"


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
        self.size = 0
        self.spoilt = ""
        """What was done to it; that stays so, for nothing put back now would fit the journal."""
        self.alone = threading.Lock()
        # Held open: to close a file of SQLite's gives up the locks SQLite has on it.
        self.held = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)) if self.mark else None
        self.spoilt = self.harm()

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
            self.spoilt = self.spoilt or self.harm()
            return f"{self.path} {self.spoilt}: what is left {TAKE}" if self.spoilt else ""

    def harm(self) -> str:
        """Return what was done to the file while it was open, where it lies as ever."""
        if self.held is None:
            return ""
        size = os.fstat(self.held).st_size
        if size < self.size:  # SQLite only makes it longer, as nothing here vacuums it
            return f"was cut from {self.size} to {size} bytes"
        self.size = size
        os.lseek(self.held, 0, os.SEEK_SET)
        return "" if os.read(self.held, len(HEADER)) == HEADER else "was written over"

    def journal_anew(self) -> None:
        """Take another journal for its own: SQLite removes it with the last connection."""
        with self.alone:
            self.journal_mark = None

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
