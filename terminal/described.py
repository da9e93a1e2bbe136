"""One scenario: its question and story, who sits where, what to compare, what to ask oneself."""

import json
from typing import Any

from rich.console import Console
from rich.text import Text

from scenarios.arrange import arrange
from scenarios.scenario import Scenario
from scenarios.world import World
from terminal.catalogue import show_scenarios
from terminal.opening import roster, show_opening
from terminal.refusal import RefusalError
from terminal.screen import console, print_hanging
from terminal.setting import found

LETTERS = "abcde"
"""Answers to a check question, in order."""


def list_or_describe(name: str | None, answers: bool, as_json: bool) -> None:
    """Print one scenario, or without a name the list of all."""
    if name is not None:
        show_scenario(console(), found(name), answers, as_json)
    elif answers:
        raise RefusalError("scenarios: --answers goes with the ID of a scenario")
    else:
        show_scenarios(console(), as_json)


def show_scenario(screen: Console, scenario: Scenario, answers: bool, as_json: bool) -> None:
    """Print what a class needs to know of a scenario before it plays.

    Parameters
    ----------
    answers : bool
        Whether to give away which answers are right, and why.
    """
    world = arrange(scenario)
    if as_json:
        print(json.dumps(as_data(world, answers), indent=2, ensure_ascii=False))
        return
    show_opening(screen, world, ())
    sheet = scenario.sheet
    for line in sheet.story:
        screen.print()
        print_hanging(screen, Text(), Text(line))
    whole = world.params.horizon * world.params.tick
    titled(screen, f"Agenda, from {sheet.start:%B %Y} for {whole} months")
    for item in world.items:
        print_hanging(screen, Text(f"  {item}  ", "cyan"), Text(world.name("item", item)))
    titled(screen, "To compare: --arm")
    for arm in sheet.arm:
        print_hanging(screen, Text(f"  {arm.id}  ", "cyan"), Text(f"{arm.title}. {arm.why}"))
    titled(screen, "To change: --set")
    for setting in sheet.setting:
        print_hanging(screen, Text(f"  {setting.path}  ", "cyan"), Text(setting.title))
    titled(screen, "Claims it bears on")
    for name in sheet.claims:
        claim = scenario.library.claims[name]
        print_hanging(screen, Text(f"  {name}  ", "cyan"), Text(claim.title))
    show_checks(screen, scenario, answers)


def titled(screen: Console, title: str) -> None:
    """Print the title of a part."""
    screen.print()
    screen.print(Text(title, "bold"))


def show_checks(screen: Console, scenario: Scenario, answers: bool) -> None:
    """Print the questions to check oneself by, with their answers if they are asked for."""
    for check in scenario.sheet.check:
        titled(screen, check.question)
        for n, answer in enumerate(check.answers, 1):
            right = answers and n == check.right
            label = Text(f"  {LETTERS[n - 1]}  ", "green" if right else "cyan")
            print_hanging(screen, label, Text(f"{answer}{' (right)' * right}"))
        if answers:
            print_hanging(screen, Text("     "), Text(check.why, "italic"))
    if scenario.sheet.check and not answers:
        screen.print()
        screen.print(Text("--answers tells which are right, and why.", "dim"))


def as_data(world: World, answers: bool) -> dict[str, Any]:
    """Return the same as plain data."""
    sheet, library = world.scenario.sheet, world.scenario.library
    return {
        "id": sheet.id,
        "title": sheet.title,
        "question": sheet.question,
        "story": list(sheet.story),
        "start": sheet.start.isoformat(),
        "months": world.params.horizon * world.params.tick,
        "tick": world.params.tick,
        "forum": sheet.forum,
        "forums": [
            {"id": forum, "title": world.name("forum", forum), "seats": dict(roster(world, f))}
            for f, forum in enumerate(world.forums)
        ],
        "agenda": [{"id": item, "title": world.name("item", item)} for item in world.items],
        "arms": [
            {"id": arm.id, "title": arm.title, "why": arm.why, "forum": arm.forum, "set": arm.set}
            for arm in sheet.arm
        ],
        "settings": [{"path": each.path, "title": each.title} for each in sheet.setting],
        "claims": [{"id": name, "title": library.claims[name].title} for name in sheet.claims],
        "checks": [check.model_dump(exclude=hidden(answers)) for check in sheet.check],
    }


def hidden(answers: bool) -> set[str]:
    """Return the parts of a check question that are kept back."""
    return set() if answers else {"right", "why"}
