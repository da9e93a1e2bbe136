"""A seat's brief, and what a class needs beside it, on the screen."""

import json
from typing import Any

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from scenarios.origin import origin
from scenarios.world import World
from sim.play.brief import Brief, Line, brief
from terminal.screen import console, print_hanging
from terminal.setting import require


def print_brief(world: World, seat: str, as_json: bool) -> None:
    """Print the brief of a seat, as a page or as one JSON object."""
    require("SEAT", seat, world.agencies)
    page = brief(world, seat)
    if as_json:
        print(json.dumps(brief_account(world, page), ensure_ascii=False))
    else:
        show_brief(console(), world, page)


def show_brief(screen: Console, world: World, page: Brief) -> None:
    """Print a brief; the numbers behind its lines lead to the sources below it."""
    screen.print(Rule(Text(page.title, "bold")))
    notes: dict[str, int] = {}
    for heading, lines in page.parts:
        screen.print()
        screen.print(Text(heading, "bold"))
        for line in lines:
            for path in line.paths:
                notes.setdefault(path, len(notes) + 1)
            marks = "".join(f" [{notes[path]}]" for path in line.paths)
            print_hanging(screen, Text("  "), Text.assemble(line.text, (marks, "dim")))
    screen.print()
    screen.print(Text("Where the figures come from", "bold"))
    for path, number in notes.items():
        figure = world.figure(path)
        told = Text(f"{path} = {figure.value} {figure.unit}: {origin(figure)}", "dim")
        print_hanging(screen, Text(f"{number:4} ", "dim"), told)


def brief_account(world: World, page: Brief) -> dict[str, Any]:
    """Return a brief as plain data, every figure with its source."""
    return {
        "scenario": world.scenario.id,
        "forum": page.forum,
        "seat": page.seat,
        "title": page.title,
        "words": page.words,
        "parts": [
            {"heading": heading, "lines": [line_account(world, line) for line in lines]}
            for heading, lines in page.parts
        ],
    }


def line_account(world: World, line: Line) -> dict[str, Any]:
    """Return a line of a brief as plain data."""
    figures = [
        {"path": path, **world.figure(path).model_dump(exclude_none=True)} for path in line.paths
    ]
    return {"text": line.text, "figures": figures}
