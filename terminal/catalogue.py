"""The list of scenarios, and of the forums under which they can be played."""

import json

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scenarios.load import catalogue, library, load


def show_scenarios(screen: Console, as_json: bool = False) -> None:
    """Print every shipped scenario, then every configuration of forums."""
    if as_json:
        print(json.dumps(as_data(), indent=2))
        return
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), expand=True)
    table.add_column("Scenario", no_wrap=True)
    table.add_column("What it is about", ratio=1)
    for name in catalogue():
        sheet = load(name).sheet
        about = Text.assemble(
            (sheet.title, "bold"), f", from {sheet.start:%B %Y}\n", sheet.question
        )
        table.add_row(Text(name, "cyan"), about)
    screen.print(table)
    forums = Table(box=box.SIMPLE_HEAD, padding=(0, 1), expand=True)
    forums.add_column("--forum", no_wrap=True)
    forums.add_column("What it is", ratio=1)
    for name, each in library().configurations.items():
        forums.add_row(Text(name, "cyan"), Text(each.title))
    screen.print(forums)


def as_data() -> dict[str, list[dict[str, str]]]:
    """Return the same as plain data."""
    sheets = [(name, load(name).sheet) for name in catalogue()]
    return {
        "scenarios": [
            {
                "id": name,
                "title": sheet.title,
                "start": sheet.start.isoformat(),
                "question": sheet.question,
            }
            for name, sheet in sheets
        ],
        "forums": [
            {"id": name, "title": each.title} for name, each in library().configurations.items()
        ],
    }
