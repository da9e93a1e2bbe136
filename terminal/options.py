"""What options and arguments of several commands have in common."""

from pathlib import Path
from typing import Annotated

import typer


def file_name(text: str) -> Path:
    """Return the path that an argument names; refuse an empty one, which would be this folder."""
    if not text:
        raise typer.BadParameter("no file name")
    return Path(text)


Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Folder = Annotated[
    Path, typer.Argument(metavar="DIR", parser=file_name, help="A folder of a sweep.")
]
