"""What options and arguments of several commands have in common."""

from pathlib import Path
from typing import Annotated

import typer


def file_name(text: str) -> Path:
    """Return the path that an argument names; refuse an empty one, which would be this folder."""
    if not text:
        raise typer.BadParameter("no file name")
    return Path(text)


SET = "Change a figure, as often as needed; `communique settings ID` lists the paths."
ScenarioName = Annotated[str, typer.Argument(metavar="ID", help="A scenario, or a .toml file.")]
Words = Annotated[
    list[str] | None, typer.Argument(metavar="WORD", help="Only what has all of these words.")
]
Forum = Annotated[
    str | None,
    typer.Option(help="At another forum, or set of forums; `communique scenarios` lists them."),
]
Arm = Annotated[
    str | None,
    typer.Option(help="In one of the scenario's arms; `communique scenarios ID` lists them."),
]
Values = Annotated[list[str] | None, typer.Option("--set", metavar="PATH=VALUE", help=SET)]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")]
Folder = Annotated[
    Path, typer.Argument(metavar="DIR", parser=file_name, help="A folder of a sweep.")
]
