"""Files written whole or not at all, and a folder that only one process writes into."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scenarios.problems import Problem, ScenarioError

UNDONE = ".partial"
LOCK = ".lock"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside its place, then move it there, so that nobody sees half of it.

    What is half written goes again, whatever prevented the rest, Ctrl-C included.

    Raises
    ------
    ScenarioError
        Where the disk is full or the folder cannot be written.
    """
    partial = path.with_name(path.name + UNDONE)
    try:
        with partial.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise refused(path, error) from None
        raise


def remove_undone(folder: Path) -> None:
    """Remove the files that a kill has left half written, where nobody else writes."""
    for path in folder.glob("*" + UNDONE):
        with suppress(OSError):
            path.unlink()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep other processes from writing into a folder; the lock goes when the process does.

    Raises
    ------
    ScenarioError
        Where another process is at it, or the folder cannot be written.
    """
    try:
        stream = (folder / LOCK).open("w")
    except OSError as error:
        raise refused(folder, error) from None
    with stream:
        if not locked(stream.fileno()):
            found, allowed = "a sweep at work in it", "a folder of its own for each sweep"
            raise ScenarioError([Problem(str(folder), "", found, allowed)])
        yield


def locked(descriptor: int) -> bool:
    """Lock an open file, if nobody else has; where the system has no such locks, do without."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def refused(path: Path, error: OSError) -> ScenarioError:
    """Return what the system said about a file as a problem of it."""
    allowed = "a folder that can be written, with room on its disk; what is there is kept"
    return ScenarioError([Problem(str(path), "", error.strerror or str(error), allowed)])
