"""Briefs and table cards as PDF, made from a scenario. Needs the extra ``print``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scenarios.world import World
from sim.play.brief import brief
from sim.rules.codes import PARTNER, PRINCIPAL
from terminal.files import reason
from terminal.refusal import RefusalError


def print_briefs(world: World, seat: str | None, out: Path) -> None:
    """Write the brief of a seat, or of every seat and consulted agency, a sheet each."""
    chosen = [(seat, brief(world, seat).forum)] if seat is not None else list(taking_part(world))
    from_paper().write_briefs(world, chosen, opened(out))
    print(f"Wrote {out}: {len(chosen)} brief{'s' if len(chosen) > 1 else ''}")


def print_cards(world: World, out: Path) -> None:
    """Write a folding name card for each principal of each forum, and each forum's agenda."""
    chosen = list(taking_part(world, PRINCIPAL))
    from_paper().write_cards(world, chosen, opened(out))
    print(f"Wrote {out}: {len(chosen)} cards, and the agenda")


def taking_part(world: World, role: int = PARTNER) -> Iterator[tuple[str, str]]:
    """Yield every agency with at least that role at a forum, and the forum."""
    for f, forum in enumerate(world.forums):
        for a, agency in enumerate(world.agencies):
            if world.params.role0[f, a] >= role:
                yield agency, forum


def from_paper() -> Any:
    """Return what draws; say which extra is missing where it is."""
    try:
        from terminal import paper
    except ImportError as error:
        raise RefusalError(f"print: {error}; it needs the extra print, communique[print]") from None
    return paper


def opened(out: Path) -> Path:
    """Return the path, once it is known that it can be written."""
    try:
        with out.open("ab"):
            return out
    except (OSError, ValueError) as error:
        raise RefusalError(f"--out: cannot write '{out}': {reason(error)}") from None
