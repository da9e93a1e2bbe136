"""Files that commands write and read, with what goes wrong said in one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sim.play.errors import LogError
from terminal.refusal import WRONG, RefusalError


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write a log into; what is there and is not a log is left alone."""
    try:
        if path.is_file() and not replaceable(path):
            raise RefusalError(f"--log: '{path}' is there and is not a log; name another file")
        with path.open("wb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise RefusalError(f"--log: cannot write '{path}': {reason(error)}") from None


def replaceable(path: Path) -> bool:
    """Say whether a file is empty or a log, which a new log may replace."""
    with path.open("rb") as stream:
        begins = stream.readline(100_000)
    return not begins or (begins.startswith(b"{") and b'"log":' in begins)


@contextmanager
def log_read(path: Path) -> Iterator[BinaryIO]:
    """Give a log to read; what is wrong with it is said with the file's name."""
    try:
        with path.open("rb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except LogError as error:
        raise RefusalError(f"{path}: {error}", code=WRONG) from None
    except (OSError, ValueError) as error:
        raise RefusalError(f"cannot read '{path}': {reason(error)}") from None


def write_new(path: Path, text: str, option: str = "") -> None:
    """Write a text into a file that is not there yet.

    Parameters
    ----------
    option : str
        The option that names the file, for refusals; empty where none does.

    Raises
    ------
    RefusalError
        Where it is there already, or cannot be written.
    """
    head = f"{option}: " if option else ""
    try:
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise RefusalError(f"{head}'{path}' is there already; name another file") from None
    except (OSError, ValueError) as error:
        raise RefusalError(f"{head}cannot write '{path}': {reason(error)}") from None


def reason(error: Exception) -> str:
    """Return why a file cannot be used."""
    return getattr(error, "strerror", None) or str(error)
