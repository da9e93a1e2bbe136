"""The file that the classes are kept in: whether it is still the one that was opened.

A file that was deleted, or replaced by another, goes on without a name as long as it is open:
every write to it succeeds, and all of it is lost with the server. So it is looked at before
each write.
"""

from __future__ import annotations

from pathlib import Path


class ItsFile:
    """A file that was opened, by its path.

    Parameters
    ----------
    path : Path
        Where it lies.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.mark = self.mark_now()

    def mark_now(self) -> tuple[int, int] | None:
        """Return what tells the file at the path from every other; None where there is none."""
        try:
            found = self.path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino

    @property
    def gone(self) -> str:
        """Why the file at the path is not the one that was opened; empty where it is."""
        now = self.mark_now()
        if now == self.mark:
            return ""
        what = "is not there any more" if now is None else "was replaced by another file"
        return (
            f"{self.path} {what}: what was kept can be read only as long as this server runs, so "
            "export every class before it is ended; or put the file back"
        )
