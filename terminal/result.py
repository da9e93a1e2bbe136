"""The result of a run: the joint statement, what was delivered, what it was worth to whom."""

from typing import Any

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from sim.play.game import Game
from sim.play.statement import bracketed, statement
from terminal.screen import print_hanging
from terminal.tables import bills, items_table, roomy, seats_table

Account = dict[str, Any]
OUTCOMES = {
    "full": "Adopted in full",
    "clean": "Adopted as far as agreed, an early harvest,",
    "statement": "Ended with a statement without commitments",
    "none": "Ended without a statement",
}
TRENDS = (
    ("trust", "trust"),
    ("stature", "stature"),
    ("buy_in", "buy-in"),
    ("turf_reluctance", "turf"),
    ("implementation_rate", "delivery"),
    ("watering_down", "watered down"),
    ("alignment", "alignment"),
)
"""Metrics that end the account, and their words; all are shares."""


def show_result(screen: Console, game: Game, account: Account) -> None:
    """Print the result of a run, forum by forum."""
    for f, each in enumerate(account.get("forums", [account])):
        screen.print()
        screen.print(Rule(Text(game.world.name("forum", each["forum"]), "bold")))
        screen.print()
        show_statement(screen, game, f)
        screen.print()
        print_hanging(screen, Text(), Text(outcome_words(each), "bold"))
        screen.print(items_table(screen, game, f, each))
        if passed := bills(game, f):
            print_hanging(screen, Text("  "), Text(passed))
        note = "Expected: the level that the compromise model forecasts."
        if not roomy(screen, game.world):
            note += " Per cent: the share that a side has carried out."
        print_hanging(screen, Text("  "), Text(note, "dim"))
        screen.print(seats_table(game, f, each))
        print_hanging(screen, Text("  "), Text(trends(each)))
    seed = f"seed {game.seed}" + (f", run {game.run}" if game.run else "")
    screen.print(Text(f"\n{game.world.scenario.id}, {seed}, digest {game.digest}", "dim"))


def show_statement(screen: Console, game: Game, f: int) -> None:
    """Print the joint statement, and what is left in brackets."""
    whole = statement(game, f)
    unit = "month" if game.world.params.tick == 1 else "step"
    date = f"  {whole.date}, {unit} {whole.month}"
    screen.print(Text.assemble((whole.heading.upper(), "bold"), (date, "dim")))
    for n, each in enumerate(whole.paragraphs, 1):
        screen.print()
        print_hanging(screen, Text(f"{n:2}. "), Text(each.text))
    if not whole.paragraphs:
        print_hanging(screen, Text("    "), Text("No commitments.", "italic"))
    if whole.brackets:
        screen.print()
    for each in whole.brackets:
        print_hanging(screen, Text("    "), Text(bracketed(each), "red"))


def outcome_words(account: Account) -> str:
    """Return the outcome of a forum as a sentence."""
    words = OUTCOMES[account["outcome"]]
    if account["outcome"] == "none":
        return f"{words}."
    return f"{words} after {time_in_words(account['months'])}."


def time_in_words(months: int) -> str:
    """Return a number of months in words.

    Examples
    --------
    >>> time_in_words(21), time_in_words(1), time_in_words(24)
    ('1 year and 9 months', '1 month', '2 years')
    """
    parts = [
        f"{count} {unit}{'' if count == 1 else 's'}"
        for count, unit in ((months // 12, "year"), (months % 12, "month"))
        if count
    ]
    return " and ".join(parts)


def trends(account: Account) -> str:
    """Return a line of metrics."""
    return ", ".join(f"{word} {account['metrics'][name]:.2f}" for name, word in TRENDS)
