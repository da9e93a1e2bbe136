"""Files that commands write and read, with what goes wrong said in one line."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from sim.play.errors import LogError
from terminal.refusal import WRONG, RefusalError


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write a log into; what is there and is not a log is left alone."""
    try:
        require_own(path, "--log", "log", is_log)
        with path.open("wb") as stream:
            yield stream
    except BrokenPipeError:
        raise
    except (OSError, ValueError) as error:
        raise RefusalError(f"--log: cannot write '{path}': {reason(error)}") from None


def require_own(path: Path, option: str, kind: str, ours: Callable[[bytes], bool]) -> None:
    """Refuse to write over a file that is not empty and is none of that kind.

    Parameters
    ----------
    option : str
        The option that names the file.
    ours : callable
        Says of the first line of a file whether it is one of that kind.
    """
    if not path.is_file():
        return
    with path.open("rb") as stream:
        begins = stream.readline(100_000)
    if begins and not ours(begins):
        raise RefusalError(f"{option}: '{path}' is there and is no {kind}; name another file")


def require_room(path: Path) -> None:
    """Try whether a file can be written, and leave it, or that there is none, as it was.

    Raises
    ------
    OSError
        Where it cannot.
    """
    new = not path.exists()
    with path.open("ab"):
        pass
    if new:
        path.unlink()


def is_log(begins: bytes) -> bool:
    """Say whether a file that begins so is a log."""
    return begins.startswith(b"{") and b'"log":' in begins


def is_pdf(begins: bytes) -> bool:
    """Say whether a file that begins so is a PDF."""
    return begins.startswith(b"%PDF")


def is_zip(begins: bytes) -> bool:
    """Say whether a file that begins so is a ZIP."""
    return begins.startswith(b"PK")


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
