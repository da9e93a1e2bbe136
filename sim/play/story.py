"""What a move led to, in sentences an official would recognise."""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.play.game import Game
from sim.play.moves import CHANCE_SEAT, Move
from sim.rules.codes import MINISTERIAL, UNDER_WAY

ENDINGS = (
    "",
    "ends without a statement",
    "adopts a statement without commitments",
    "adopts the clean part of the text, an early harvest",
    "adopts the full text",
)


@dataclass(frozen=True)
class Happening:
    """One thing that happened.

    Parameters
    ----------
    month : int
        Month of the run.
    forum : str
        Id of the forum it happened at; empty where it belongs to none.
    kind : str
        What sort of thing: event, meeting, tabled, objected, agreed, outcome.
    text : str
        A sentence.
    """

    month: int
    forum: str
    kind: str
    text: str


def happenings(before: Game, move: Move, after: Game) -> tuple[str, ...]:
    """Return what a move led to, as sentences, in order.

    Parameters
    ----------
    before, after : Game
        The game before the move, and what ``apply`` made of it.
    """
    return tuple(each.text for each in told(before, move, after))


def told(before: Game, move: Move, after: Game) -> Iterator[Happening]:
    """Yield what a move led to, in order."""
    if move.seat == CHANCE_SEAT:
        yield from month_opened(before, after)
    else:
        yield from answered(before, move)
    yield from settled(before, after)


def month_opened(before: Game, after: Game) -> Iterator[Happening]:
    """Yield the events that happened and the meetings that were called."""
    world, month = after.world, after.month
    if month == before.month:
        return
    for e, event in enumerate(world.events):
        if after.state.happened[e] > before.state.happened[e]:
            yield Happening(month, "", "event", f"{world.name('event', event)}.")
    for f, forum in enumerate(world.forums):
        if session := int(after.state.session[f]):
            who = "ministers meet" if session == MINISTERIAL else "officials meet"
            yield Happening(month, forum, "meeting", f"{world.short('forum', forum)}: {who}.")


def answered(before: Game, move: Move) -> Iterator[Happening]:
    """Yield what a seat said."""
    world, month, forum = before.world, before.month, before.forum
    seat = world.short("agency", move.seat)
    if move.kind in ("amend", "chair text"):
        asks = " and ".join(f"{world.short('item', i)} L{level}" for i, level in move.levels)
        yield Happening(month, forum, "tabled", f"{seat} tables {asks}.")
    if move.kind == "object":
        item = world.short("item", move.item)
        yield Happening(month, forum, "objected", f"{seat} objects to {item}: {move.reason}.")


def settled(before: Game, after: Game) -> Iterator[Happening]:
    """Yield what entered the text, and the forums that came to an end."""
    world, month = after.world, after.month
    for f, forum in enumerate(world.forums):
        for i, item in enumerate(world.items):
            level = int(after.state.text[f, i])
            if level and level != before.state.text[f, i]:
                words = f"{world.short('item', item)}: {world.label(item, level)}, agreed."
                yield Happening(month, forum, "agreed", words)
        if before.state.outcome[f] == UNDER_WAY != after.state.outcome[f]:
            ending = ENDINGS[after.state.outcome[f]]
            words = f"{world.short('forum', forum)} {ending}."
            yield Happening(month, forum, "outcome", words)
