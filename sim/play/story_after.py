"""What comes of a statement: bills, work begun or left, shares carried out, measures alone."""

from collections.abc import Iterator

from scenarios.world import World
from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.phrases import agency, items, legislature, listed, said_in, say, wording
from sim.rules.codes import CHANCE, CLEAN, LAPSED, OVER, PASSED, PENDING
from sim.rules.learn import delivered_share

Levels = tuple[tuple[str, int], ...]

MILESTONES = ((0.25, "quarter"), (0.5, "half"), (0.75, "three_quarters"), (0.9, "nine_tenths"))
"""Shares of a statement whose carrying out is news, and the keys of their names."""


def aftermath(before: Game, after: Game) -> Iterator[Happening]:
    """Yield what a move led to outside the meeting rooms."""
    for f in range(after.world.params.n_forums):
        yield from bills(before, after, f)
        if month_closed(after):
            yield from efforts(before, after, f)
            yield from milestones(before, after, f)
    yield from measures(before, after)


def month_closed(game: Game) -> bool:
    """Say whether the month has run to its end: chance is next, for another, or the run is over."""
    return bool(game.state.phase[0] == 0 and game.state.ask[0] in (CHANCE, OVER))


def bills(before: Game, after: Game, f: int) -> Iterator[Happening]:
    """Yield the bills that were asked for, passed or given up."""
    world, was, now = after.world, before.state, after.state
    keys = {PENDING: "bill_pending", PASSED: "bill_passed", LAPSED: "bill_lapsed"}
    for s, side in enumerate(world.sides):
        for code, key in keys.items():
            about = [
                i
                for i in range(world.params.n_items)
                if now.bill[f, s, i] == code != was.bill[f, s, i]
            ]
            if not about:
                continue
            names = [world.items[i] for i in about]
            exempt = [world.items[i] for i in about if now.carve_outs[f, s, i]]
            text = say(
                world,
                f"story.{key}_exempt" if exempt else f"story.{key}",
                legislature=legislature(world, side),
                items=items(world, names),
                exempt=items(world, exempt),
            )
            levels = tuple((world.items[i], int(now.statement[f, i])) for i in about)
            yield Happening(after.month, world.forums[f], "bill", text, levels=levels)


def efforts(before: Game, after: Game, f: int) -> Iterator[Happening]:
    """Yield who does not carry out what it has authority over, and who changes its mind."""
    world, params, was, now = after.world, after.world.params, before.state, after.state
    if now.outcome[f] < CLEAN:
        return
    first = now.closed[f] == after.month and newly_adopted(after, f)
    for a, seat in enumerate(world.agencies):
        held = [
            i
            for i in range(params.n_items)
            if now.statement[f, i] > 0 and params.authority[a, i] > 0
        ]
        left = [i for i in held if not now.effort[f, a, i] and (first or was.effort[f, a, i])]
        begun = [i for i in held if now.effort[f, a, i] and not first and not was.effort[f, a, i]]
        stops = "story.does_not_carry_out" if first else "story.stops"
        for key, which in ((stops, left), ("story.begins", begun)):
            if which:
                about = items(world, [world.items[i] for i in which])
                text = say(world, key, seat=agency(world, seat), items=about)
                levels = tuple((world.items[i], int(now.statement[f, i])) for i in which)
                yield Happening(after.month, world.forums[f], "effort", text, seat, levels)


def newly_adopted(game: Game, f: int) -> bool:
    """Say whether the talks that have ended made the statement that is in force.

    Where new talks come to nothing, the old one stays in force whatever they had agreed on.
    """
    state = game.state
    agreed = (state.clean[f] == 1) & (state.text[f] > 0)
    return bool(agreed.any() and (state.text[f] == state.statement[f])[agreed].all())


def milestones(before: Game, after: Game, f: int) -> Iterator[Happening]:
    """Yield the milestones each side has passed in carrying a statement out."""
    world, params = after.world, after.world.params
    for s, side in enumerate(world.sides):
        was = delivered_share(params, before.state, f, s)
        now = delivered_share(params, after.state, f, s)
        passed = [key for share, key in MILESTONES if was < share <= now]
        if passed:
            share = wording(world, f"story.shares.{passed[-1]}")
            text = say(world, "story.delivered", side=world.name("side", side), share=share)
            yield Happening(after.month, world.forums[f], "delivered", text)


def measures(before: Game, after: Game) -> Iterator[Happening]:
    """Yield the measures each side has taken, or taken back, by itself.

    Those that give way to a joint statement go without saying.
    """
    world = after.world
    taken: dict[Levels, list[str]] = {}
    for s, side in enumerate(world.sides):
        if levels := new_measures(before, after, s):
            taken.setdefault(levels, []).append(side)
    for levels, sides in taken.items():
        was = before.state.measure[world.index("side", sides[0])]
        moves: dict[tuple[str, int], list[str]] = {}
        for item, level in levels:
            way = "up" if level > was[world.index("item", item)] else "down"
            moves.setdefault((way, level), []).append(item)
        parts = [
            said_in(world, f"story.{way}", level=level, items=several(world, about))
            for (way, level), about in moves.items()
        ]
        text = say(
            world,
            "story.alone" if len(sides) == 1 else "story.alone_each",
            sides=listed(world, (world.name("side", side) for side in sides)),
            moves=wording(world, "story.between_moves").join(parts),
        )
        yield Happening(after.month, "", "alone", text, levels=levels)


def new_measures(before: Game, after: Game, s: int) -> Levels:
    """Return the items on which a side's own measure has changed, with their levels."""
    world, was, now = after.world, before.state.measure[s], after.state.measure[s]
    settled = after.state.statement[: world.params.n_forums].any(axis=0)
    return tuple(
        (item, int(now[i]))
        for i, item in enumerate(world.items)
        if now[i] != was[i] and not (settled[i] and now[i] < was[i])
    )


def several(world: World, ids: list[str]) -> str:
    """Return items as a list, or that it is all of them."""
    if len(ids) == len(world.items):
        return said_in(world, "item.every")
    return items(world, ids)
