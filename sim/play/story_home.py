"""What happens at home: papers cleared, withheld, and settled by the center.

Only the side itself would know of it.
"""

from collections.abc import Iterator
from itertools import groupby

from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.phrases import agency, at_levels, centre, say
from sim.rules.mandate import next_level

Levels = tuple[tuple[str, int], ...]


def at_home(before: Game, after: Game) -> Iterator[Happening]:
    """Yield what each side has cleared for each forum, what is withheld, what the center settled.

    A center settles over somebody's head, so what it settles is told apart from what is cleared.
    """
    world = after.world
    for f, forum in enumerate(world.forums):
        for s, side in enumerate(world.sides):
            levels = cleared(before, after, f, s)
            forced = tuple(pair for pair in levels if overruled(before, f, s, pair[0]))
            free = tuple(pair for pair in levels if pair not in forced)
            if free:
                name = world.name("side", side)
                text = say(world, "story.cleared", side=name, levels=at_levels(world, free))
                yield Happening(after.month, forum, "cleared", text, levels=free, side=side)
            for item, level in forced:
                loser = overruled(before, f, s, item)
                pair = ((item, level),)
                text = say(
                    world,
                    "story.settled",
                    centre=centre(world, side),
                    levels=at_levels(world, pair),
                    seat=agency(world, loser),
                )
                yield Happening(after.month, forum, "settled", text, loser, pair, side=side)
            yield from withheld(before, after, f, s)


def cleared(before: Game, after: Game, f: int, s: int) -> Levels:
    """Return the items of which a capital has just cleared more, with the highest level cleared."""
    was, now = before.state.mandate[f, s], after.state.mandate[f, s]
    return tuple(
        (item, int(now[i]).bit_length() - 1)
        for i, item in enumerate(after.world.items)
        if int(now[i]) & ~int(was[i])
    )


def overruled(before: Game, f: int, s: int, item: str) -> str:
    """Return the agency that withheld the paper on an item until now; empty if none did."""
    by = int(before.state.stalled_by[f, s, before.world.index("item", item)])
    still = by >= 0 and before.state.concur[f, by, before.world.index("item", item)] == 0
    return before.world.agencies[by] if still else ""


def withheld(before: Game, after: Game, f: int, s: int) -> Iterator[Happening]:
    """Yield the papers that agencies have newly withheld, one sentence for each agency."""
    world, was, now = after.world, before.state, after.state
    stuck = sorted(
        (int(now.stalled_by[f, s, i]), i)
        for i in range(world.params.n_items)
        if now.stalled_by[f, s, i] >= 0 and now.stalled_by[f, s, i] != was.stalled_by[f, s, i]
    )
    for by, group in groupby(stuck, key=lambda pair: pair[0]):
        levels = tuple((world.items[i], next_level(world.params, now, f, s, i)) for _, i in group)
        seat = world.agencies[by]
        what = at_levels(world, levels)
        text = say(world, "story.withheld", seat=agency(world, seat), levels=what)
        place = (after.month, world.forums[f], "withheld")
        yield Happening(*place, text, seat, levels, side=world.sides[s])
