"""What is said at the table, and what becomes of it."""

from collections.abc import Iterator

from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.moves import Move
from sim.play.phrases import (
    OBJECTIONS,
    agency,
    at_levels,
    centre,
    leaders,
    meanings,
    sentence_start,
)
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
    name = sentence_start(agency(world, move.seat))
    if move.kind == "amend":
        text = f"{name} {proposal(before, move)}."
        yield Happening(month, forum, "tabled", text, move.seat, move.levels)
    elif move.kind == "chair text":
        text = f"{name}, from the chair, tables a text of its own: {meanings(world, move.levels)}."
        yield Happening(month, forum, "chair", text, move.seat, move.levels)
    elif move.kind == "object":
        yield objection(before, move)
    elif move.kind == "close":
        text = f"{name} moves to close on what is agreed."
        yield Happening(month, forum, "close", text, move.seat)
    elif move.kind == "recess":
        text = f"{name} asks for a recess to consult home."
        yield Happening(month, forum, "recess", text, move.seat)
    elif move.kind == "appeal":
        side = world.sides[world.params.side[world.index("agency", move.seat)]]
        text = f"{name} takes {world.short('item', move.item)} to {centre(world, side)}."
        yield Happening(month, forum, "appeal", text, move.seat, ((move.item, 0),), side=side)


def proposal(before: Game, move: Move) -> str:
    """Return what an amendment asks for, as the end of a sentence."""
    world = before.world
    if len(move.levels) > 1:
        return f"links {meanings(world, move.levels)}"
    ((item, level),) = move.levels
    f = world.index("forum", before.forum)
    now = int(before.state.text[f, world.index("item", item)])
    if now == 0:
        return f"tables {meanings(world, move.levels)}"
    short = world.short("item", item)
    way = "raise" if level > now else "lower"
    return f"moves to {way} {short} from L{now} to L{level} ({world.label(item, level)})"


def objection(before: Game, move: Move) -> Happening:
    """Return an objection, or a refusal in the clearance at home, with its reason."""
    world, state = before.world, before.state
    f, i = world.index("forum", before.forum), world.index("item", move.item)
    answering = before.ask == "answer"
    level = int(state.motion[f, i] if answering else state.text[f, i])
    name, short = sentence_start(agency(world, move.seat)), world.short("item", move.item)
    why = OBJECTIONS[move.reason]
    if answering:
        text = f"{name} objects to {short} at L{level}: {why}."
    elif before.ask == "clearance":
        text = f"{name} refuses {short} at L{level} in the clearance at home: {why}."
    elif state.stage[f] == CLOSING_UP:
        text = f"{name} would not close, on {short} at L{level}: {why}."
    else:
        text = f"{name} does not accept the text, on {short} at L{level}: {why}."
    kind = "refused" if before.ask == "clearance" else "objected"
    levels = ((move.item, level),)
    return Happening(before.month, before.forum, kind, text, move.seat, levels, move.reason)


def settled(before: Game, move: Move, after: Game) -> Iterator[Happening]:
    """Yield what became of the amendment, the motion to close, the text put to the ministers."""
    world, month = after.world, after.month
    for f, forum in enumerate(world.forums):
        if levels := entered(before, after, f):
            text = f"Nobody objects; agreed: {at_levels(world, levels)}."
            yield Happening(month, forum, "agreed", text, levels=levels)
        elif move.kind == "consent" and (loser := uncompensated(before, after, f)):
            name = agency(world, loser)
            text = f"The linkage falls at home: {name} would lose and is not compensated."
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
    was, now = before.state, after.state
    month, forum = after.month, after.world.forums[f]
    who = leaders(now.rank[f])
    if was.stage[f] == CLOSING_UP != now.stage[f] and now.closing[f]:
        left = "" if was.session[f] == MINISTERIAL else f"; the {who} must still adopt the text"
        text = f"All agree to close on it{left}."
        yield Happening(month, forum, "closing", text)
    if was.stage[f] != PUTTING == now.stage[f]:
        which = {FULL: "The full text", CLEAN: "The agreed part of the text"}[int(now.rung[f])]
        yield Happening(month, forum, "put", f"{which} is put to the {who}.")
    if was.stage[f] == PUTTING != now.stage[f]:
        if now.stage[f] == CLEARING:
            text = "All accept; the text goes home for clearance."
            yield Happening(month, forum, "initialled", text)
        elif now.outcome[f] == UNDER_WAY:
            text = "The text is held over to another meeting."
            yield Happening(month, forum, "held", text)
