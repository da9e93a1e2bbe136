"""What is said at the table, and what becomes of it."""

from collections.abc import Iterator

from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.moves import Move
from sim.play.phrases import agency, at_levels, centre, leaders, meanings, reason, say
from sim.rules.codes import (
    CLEAN,
    CLEARING,
    CLOSING_UP,
    FULL,
    HOME_MARGIN,
    MINISTERIAL,
    PUTTING,
    UNDER_WAY,
)

Levels = tuple[tuple[str, int], ...]


def said(before: Game, move: Move) -> Iterator[Happening]:
    """Yield what a seat says when it is asked; silence, which is consent, is not told."""
    world, month, forum = before.world, before.month, before.forum
    name = agency(world, move.seat)
    if move.kind == "amend":
        text = proposal(before, move)
        yield Happening(month, forum, "tabled", text, move.seat, move.levels)
    elif move.kind == "chair text":
        text = say(world, "story.chair", seat=name, levels=meanings(world, move.levels))
        yield Happening(month, forum, "chair", text, move.seat, move.levels)
    elif move.kind == "object":
        yield objection(before, move)
    elif move.kind == "close":
        text = say(world, "story.close", seat=name)
        yield Happening(month, forum, "close", text, move.seat)
    elif move.kind == "recess":
        text = say(world, "story.recess", seat=name)
        yield Happening(month, forum, "recess", text, move.seat)
    elif move.kind == "appeal":
        side = world.sides[world.params.side[world.index("agency", move.seat)]]
        short = world.short("item", move.item)
        text = say(world, "story.appeal", seat=name, item=short, centre=centre(world, side))
        yield Happening(month, forum, "appeal", text, move.seat, ((move.item, 0),), side=side)


def proposal(before: Game, move: Move) -> str:
    """Return what an amendment asks for, as a sentence."""
    world = before.world
    name = agency(world, move.seat)
    if len(move.levels) > 1:
        return say(world, "story.links", seat=name, levels=meanings(world, move.levels))
    ((item, level),) = move.levels
    f = world.index("forum", before.forum)
    now = int(before.state.text[f, world.index("item", item)])
    if now == 0:
        return say(world, "story.tables", seat=name, levels=meanings(world, move.levels))
    return say(
        world,
        "story.raises" if level > now else "story.lowers",
        seat=name,
        item=world.short("item", item),
        now=now,
        level=level,
        label=world.label(item, level),
    )


def objection(before: Game, move: Move) -> Happening:
    """Return an objection, or a refusal in the clearance at home, with its reason."""
    world, state = before.world, before.state
    f, i = world.index("forum", before.forum), world.index("item", move.item)
    answering = before.ask == "answer"
    level = int(state.motion[f, i] if answering else state.text[f, i])
    if answering:
        key = "objects"
    elif before.ask == "clearance":
        key = "refuses"
    else:
        key = "would_not_close" if state.stage[f] == CLOSING_UP else "does_not_accept"
    text = say(
        world,
        f"story.{key}",
        seat=agency(world, move.seat),
        item=world.short("item", move.item),
        level=level,
        why=reason(world, move.reason),
    )
    kind = "refused" if before.ask == "clearance" else "objected"
    levels = ((move.item, level),)
    return Happening(before.month, before.forum, kind, text, move.seat, levels, move.reason)


def settled(before: Game, move: Move, after: Game) -> Iterator[Happening]:
    """Yield what became of the amendment, the motion to close, the text put to the ministers."""
    world, month = after.world, after.month
    for f, forum in enumerate(world.forums):
        if levels := entered(before, after, f):
            text = say(world, "story.agreed", levels=at_levels(world, levels))
            yield Happening(month, forum, "agreed", text, levels=levels)
        elif move.kind == "consent" and (loser := uncompensated(before, after, f)):
            text = say(world, "story.fell", seat=agency(world, loser))
            yield Happening(month, forum, "fell", text, loser, reason="home agency not compensated")
        yield from staged(before, after, f)


def entered(before: Game, after: Game, f: int) -> Levels:
    """Return the items that an amendment has just brought into the text, with their levels."""
    was, now = before.state, after.state
    if now.adopted[f].sum() == was.adopted[f].sum():
        return ()
    return tuple(
        (item, int(now.text[f, i]))
        for i, item in enumerate(after.world.items)
        if was.motion[f, i] >= 0
    )


def uncompensated(before: Game, after: Game, f: int) -> str:
    """Return the home agency at which a linkage that nobody objected to has just fallen, if any."""
    was, now = before.state, after.state
    if was.objections[f] or not now.objections[f] or now.mover[f] >= 0:
        return ""
    losers = [
        after.world.agencies[int(now.objector[f, i])]
        for i in range(after.world.params.n_items)
        if was.motion[f, i] >= 0 and now.reason[f, i] == HOME_MARGIN
    ]
    return losers[0] if losers else ""


def staged(before: Game, after: Game, f: int) -> Iterator[Happening]:
    """Yield the steps towards a conclusion: closing agreed, text put, initialled or held over."""
    world, was, now = after.world, before.state, after.state
    month, forum = after.month, world.forums[f]
    who = leaders(world, now.rank[f])
    if was.stage[f] == CLOSING_UP != now.stage[f] and now.closing[f]:
        left = "" if was.session[f] == MINISTERIAL else "_left"
        text = say(world, f"story.closing{left}", leaders=who)
        yield Happening(month, forum, "closing", text)
    if was.stage[f] != PUTTING == now.stage[f]:
        which = {FULL: "story.put_full", CLEAN: "story.put_clean"}[int(now.rung[f])]
        yield Happening(month, forum, "put", say(world, which, leaders=who))
    if was.stage[f] == PUTTING != now.stage[f]:
        if now.stage[f] == CLEARING:
            text = say(world, "story.initialled")
            yield Happening(month, forum, "initialled", text)
        elif now.outcome[f] == UNDER_WAY:
            text = say(world, "story.held")
            yield Happening(month, forum, "held", text)
