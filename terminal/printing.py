"""Briefs and table cards as PDF, made from a scenario. Needs the extra ``print``."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from scenarios.problems import shown
from scenarios.spoken import speaking
from scenarios.tongue import LANGUAGES
from scenarios.world import World
from sim.play.brief import brief
from sim.rules.codes import PARTNER, PRINCIPAL
from terminal.files import is_pdf, reason, require_own, require_room
from terminal.refusal import RefusalError
from terminal.setting import require, setting


def told_in(
    language: str, name: str, forum: str | None, values: Sequence[str], arm: str | None
) -> World:
    """Return the world that a command asks for, its scenario told in a language.

    Raises
    ------
    RefusalError
        Where there is no such language, or the scenario is somebody's own file, which is told in
        the language it is written in.
    """
    require("--language", language, LANGUAGES)
    with speaking(language):
        world = setting(name, forum, (), values, arm).world
    if world.scenario.language != language:
        own = LANGUAGES[world.scenario.language]
        raise RefusalError(f"--language: {shown(name)} is told in {own} only, as it is a file")
    return world


def print_briefs(world: World, seat: str | None, out: Path, font: Path | None = None) -> None:
    """Write the brief of a seat, or of every seat and consulted agency, a sheet each."""
    if seat is not None:
        require("--seat", seat, world.agencies)
    chosen = [(seat, brief(world, seat).forum)] if seat is not None else list(taking_part(world))
    from_paper(font).write_briefs(world, chosen, opened(out))
    print(f"Wrote {out}: {len(chosen)} brief{'s' if len(chosen) > 1 else ''}")


def print_cards(world: World, out: Path, font: Path | None = None) -> None:
    """Write a folding name card for each principal of each forum, and each forum's agenda."""
    chosen = list(taking_part(world, PRINCIPAL))
    from_paper(font).write_cards(world, chosen, opened(out))
    print(f"Wrote {out}: {len(chosen)} cards, and the agenda")


def taking_part(world: World, role: int = PARTNER) -> Iterator[tuple[str, str]]:
    """Yield every agency with at least that role at a forum, and the forum."""
    for f, forum in enumerate(world.forums):
        for a, agency in enumerate(world.agencies):
            if world.params.role0[f, a] >= role:
                yield agency, forum


def from_paper(font: Path | None) -> Any:
    """Return what draws, with a font of one's own; say which extra is missing where it is."""
    try:
        from terminal import letters, paper
    except ImportError as error:
        raise RefusalError(f"print: {error}; it needs the extra print, communique[print]") from None
    if font is not None:
        letters.embed(font)
    return paper


def opened(out: Path) -> Path:
    """Return the path, once it is known that it can be written and nothing else is there."""
    try:
        require_own(out, "--out", "PDF", is_pdf)
        require_room(out)
    except (OSError, ValueError) as error:
        raise RefusalError(f"--out: cannot write '{out}': {reason(error)}") from None
    return out
