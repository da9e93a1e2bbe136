"""What comes of a statement: bills, work begun or left, shares carried out, measures alone."""

from collections.abc import Iterator

from scenarios.world import World
from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.phrases import agency, items, joined, legislature, sentence, sentence_start
from sim.rules.codes import CHANCE, CLEAN, LAPSED, OVER, PASSED, PENDING
from sim.rules.learn import delivered_share

Levels = tuple[tuple[str, int], ...]

MILESTONES = ((0.25, "a quarter"), (0.5, "half"), (0.75, "three quarters"), (0.9, "nine tenths"))
"""Shares of a statement whose carrying out is news."""


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
    words = {PENDING: "must act on", PASSED: "passes the bill on", LAPSED: "lets lapse the bill on"}
    for s, side in enumerate(world.sides):
        for code, verb in words.items():
            about = [
                i
                for i in range(world.params.n_items)
                if now.bill[f, s, i] == code != was.bill[f, s, i]
            ]
            if not about:
                continue
            names = [world.items[i] for i in about]
            exempt = [world.items[i] for i in about if now.carve_outs[f, s, i]]
            but = f", with an exemption for one industry in {items(world, exempt)}"
            text = sentence(f"{legislature(world, side)} {verb} {items(world, names)}")
            if exempt:
                text = f"{text[:-1]}{but}."
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
        name = sentence_start(agency(world, seat))
        stops = f"{name} does not carry out" if first else f"{name} stops carrying out"
        for verb, which in ((stops, left), (f"{name} sets to work on", begun)):
            if which:
                text = f"{verb} {items(world, [world.items[i] for i in which])}."
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
        passed = [words for share, words in MILESTONES if was < share <= now]
        if passed:
            text = f"{world.name('side', side)}: {passed[-1]} of the statement is carried out."
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
        moves: dict[str, list[str]] = {}
        for item, level in levels:
            way = "up" if level > was[world.index("item", item)] else "down"
            moves.setdefault(f"{way} to L{level} on", []).append(item)
        who = joined(world.name("side", side) for side in sides)
        each = ", on its own" if len(sides) == 1 else ", each on its own"
        parts = "; ".join(f"{move} {several(world, about)}" for move, about in moves.items())
        text = f"{who}{each}: {parts}."
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
    return "every item" if len(ids) == len(world.items) else items(world, ids)
