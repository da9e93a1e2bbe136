"""Commands that cannot be carried out: one line a problem, and an exit code, never a traceback."""

import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import typer
from typer.core import TyperGroup

from scenarios.problems import ScenarioError

WRONG, UNUSABLE, INTERRUPTED, NO_READER = 1, 2, 130, 1
"""Exit codes: a file has errors; what was asked for cannot be done; Ctrl-C; a closed pipe."""
LONGEST = 500


class RefusalError(Exception):
    """What keeps a command from being carried out."""

    def __init__(self, line: str, code: int = UNUSABLE) -> None:
        self.code = code
        super().__init__(line)


def tame(text: str) -> str:
    r"""Return a text as one line of printable characters, cut where it is endless.

    Examples
    --------
    >>> print(tame("a" + chr(27) + "[31m"))
    a\x1b[31m
    >>> len(tame("a" * 1_000_000))
    503
    """
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}..."


def say(lines: Iterable[str]) -> None:
    """Write lines on standard error, whatever it can encode, if there is one."""
    if sys.stderr is None:
        return
    for line in lines:
        text = f"communique: {tame(line)}"
        encoding = sys.stderr.encoding or "utf-8"
        print(text.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)


class Commands(TyperGroup):
    """The commands of the terminal, with every error that is the user's said in one line."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run a command and leave with its exit code."""
        rest = (prog_name, complete_var, False, windows_expand_args)
        code = 0
        try:
            code = super().main(args, *rest, **extra) or 0
            if sys.stdout:
                sys.stdout.flush()
        except RefusalError as error:
            say([str(error)])
            code = error.code
        except ScenarioError as error:
            say(str(problem) for problem in error.problems)
            code = UNUSABLE
        except BrokenPipeError:
            forget_output()
            code = NO_READER
        except (typer.Abort, KeyboardInterrupt):
            code = INTERRUPTED
        except OSError as error:
            # Files say themselves what is wrong with them; what is left is our own output.
            say([f"cannot write the output: {error.strerror or error}"])
            forget_output()
            code = UNUSABLE
        except Exception as error:
            # Typer has brought its own Click since 0.26, under another name than Click's.
            if not hasattr(error, "format_message"):
                raise
            if told := error.format_message():  # nothing, where the help has been printed
                say([told])
            code = UNUSABLE
        if standalone_mode:
            sys.exit(code)
        return code


def forget_output() -> None:
    """Send what is still to be written nowhere, for nobody reads it."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
