"""The minutes of a month: what happened, short enough to be read for years of months."""

from collections.abc import Iterable, Iterator

from scenarios.world import World
from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.phrases import joined
from terminal.floor import AMENDING, Minute, agreements, closings, refusals, sorted_out

HOME = ("withheld", "settled")
FEW = 2
"""Lines of one forum in a month that need no heading."""


def minutes(start: Game, happenings: Iterable[Happening]) -> Iterator[Minute]:
    """Yield the minutes of what happened in a month: at large, at each forum, by each side.

    Parameters
    ----------
    start : Game
        The game as the month began.
    """
    world, told = start.world, list(happenings)
    yield from (Minute("event", each.text) for each in told if each.kind == "event")
    for forum in world.forums:
        here = [each for each in told if each.forum == forum]
        lines = list(forum_minutes(start, forum, here))
        yield from lines if len(world.forums) == 1 else named(world, forum, lines)
    yield from (Minute("alone", each.text) for each in told if each.kind == "alone")


def named(world: World, forum: str, lines: list[Minute]) -> Iterator[Minute]:
    """Yield a forum's lines under its name, or each with its name where they are few."""
    short = world.short("forum", forum)
    if len(lines) <= FEW:
        yield from (Minute(each.kind, f"{short}: {each.text}") for each in lines)
    else:
        yield Minute("forum", short)
        yield from lines


def forum_minutes(start: Game, forum: str, here: list[Happening]) -> Iterator[Minute]:
    """Yield the minutes of one forum: home first, then the meeting, then what came of it."""
    world = start.world
    yield from papers(world, [each for each in here if each.kind == "cleared"])
    yield from (Minute("home", each.text) for each in here if each.kind in HOME)
    yield from (Minute("meeting", each.text) for each in here if each.kind == "meeting")
    rest = [each for each in here if each.kind not in (*HOME, "cleared", "meeting")]
    attempts, rest = sorted_out(rest)
    amendments = [each for each in attempts if each.moved.kind in AMENDING]
    text = start.state.text[world.index("forum", forum)]
    yield from agreements(world, amendments, dict(zip(world.items, text.tolist(), strict=False)))
    yield from refusals(world, amendments)
    yield from closings(world, [each for each in attempts if each.moved.kind == "close"])
    yield from (Minute(each.kind, each.text) for each in rest)


def papers(world: World, cleared: list[Happening]) -> Iterator[Minute]:
    """Yield in one line what the sides have cleared at home."""
    sides: dict[str, dict[str, int]] = {}
    for each in cleared:
        sides.setdefault(each.side, {}).update(each.levels)
    if sides:
        parts = (
            f"{world.short('side', side)} {joined(levels_of(world, levels))}"
            for side, levels in sides.items()
        )
        yield Minute("home", f"Cleared at home: {'; '.join(parts)}.")


def levels_of(world: World, levels: dict[str, int]) -> Iterator[str]:
    """Yield items with their levels."""
    return (f"{world.short('item', item)} L{level}" for item, level in levels.items())
