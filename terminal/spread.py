"""Options that take several words: ``--vary pace trust`` as ``--vary pace --vary trust``."""

from collections.abc import Sequence
from typing import Any

from typer.core import TyperCommand

SEVERAL = ("--vary", "--arm", "--forum", "--set", "--metric")


class Spread(TyperCommand):
    """A command whose options of several values may be given them side by side."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments."""
        return super().parse_args(ctx, spread(args))


def spread(args: Sequence[str]) -> list[str]:
    """Return the arguments with the option before every further word of it.

    Only after the first word that is no option's, so that it may also come last.

    Examples
    --------
    >>> spread(["two-tracks", "--vary", "pace", "trust", "--runs", "8"])
    ['two-tracks', '--vary', 'pace', '--vary', 'trust', '--runs', '8']
    >>> spread(["--vary", "pace", "two-tracks"])
    ['--vary', 'pace', 'two-tracks']
    """
    made: list[str] = []
    option, words = "", 0
    named = bool(args) and not args[0].startswith("-")
    for arg in args:
        if arg.startswith("-"):
            option, words = (arg if arg in SEVERAL else ""), 0
        elif option and named:
            words += 1
            if words > 1:
                made.append(option)
        made.append(arg)
    return made
