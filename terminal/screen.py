"""The terminal: how wide it is, what it can show."""

from typing import IO

from rich.console import Console
from rich.text import Text

WIDEST = 100
"""Columns; longer lines are hard to read."""
NARROWEST = 60
"""Columns; what is narrower breaks the lines itself."""
MARKS = {
    "event": ("◆", "*", "bold yellow"),
    "meeting": ("▸", ">", "bold"),
    "tabled": ("→", ">", ""),
    "chair": ("→", ">", ""),
    "agreed": ("✓", "+", "green"),
    "objected": ("✗", "x", "red"),
    "refused": ("✗", "x", "red"),
    "fell": ("✗", "x", "red"),
    "closing": ("✓", "+", "green"),
    "held": ("✗", "x", "red"),
    "outcome": ("■", "#", "bold"),
    "delivered": ("●", "o", "cyan"),
}
"""For each kind of line: its mark, the mark where only ASCII can be shown, and its style."""
PLAIN = ("·", "-", "dim")
WHOLE_LINE = {"event", "meeting", "outcome"}
"""Kinds of line whose text has the style of their mark."""
DIM = {"home", "cleared", "withheld", "settled", "alone", "effort", "note"}


class Output(Console):
    """A console that lets its user know when nobody reads on, where rich would just leave."""

    def on_broken_pipe(self) -> None:
        """Pass on the error that is being handled."""
        raise


def console() -> Console:
    """Return the console of standard output, no wider than text should be."""
    made = Output(highlight=False, markup=False, emoji=False)
    made.width = max(min(made.width, WIDEST), NARROWEST)
    return made


def sheet(stream: IO[str], width: int = 80) -> Console:
    """Return a console that writes plain text into a stream, wherever it runs."""
    return Console(
        file=stream, width=width, color_system=None, highlight=False, markup=False, emoji=False
    )


def print_line(screen: Console, kind: str, text: str) -> None:
    """Print one line of the story beside its mark, wrapped under itself."""
    rich, ascii_only, style = MARKS.get(kind, PLAIN)
    sign = ascii_only if screen.options.ascii_only else rich
    body = style if kind in WHOLE_LINE else ("dim" if kind in DIM else "")
    print_hanging(screen, Text(f" {sign} ", style), Text(text, body))


def print_hanging(screen: Console, label: Text, text: Text) -> None:
    """Print a text beside a label, its further lines indented as far."""
    room = screen.width - label.cell_len
    for n, line in enumerate(text.wrap(screen, room)):
        line.rstrip()
        screen.print(label + line if n == 0 else Text(" " * label.cell_len) + line)
