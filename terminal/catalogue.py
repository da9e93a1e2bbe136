"""The list of scenarios, and of the forums under which they can be played."""

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from scenarios.load import catalogue, library, load


def show_scenarios(screen: Console) -> None:
    """Print every shipped scenario, then every configuration of forums."""
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
