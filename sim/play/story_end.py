"""How a negotiation ends, or is opened once more."""

from collections.abc import Iterator

from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.phrases import items, said_in, say
from sim.play.picture import date_of
from sim.rules.codes import CLEAN, CLEARING, FULL, STATEMENT, UNDER_WAY


def endings(before: Game, after: Game) -> Iterator[Happening]:
    """Yield re-openings and outcomes."""
    world = after.world
    for f, forum in enumerate(world.forums):
        if after.state.reopened[f] > before.state.reopened[f]:
            again = [
                (item, int(before.state.text[f, i]))
                for i, item in enumerate(world.items)
                if before.state.clean[f, i] > after.state.clean[f, i]
                or before.state.text[f, i] > after.state.text[f, i]
            ]
            until = date_of(world, int(after.state.deadline[f]))
            what = items(world, [item for item, _ in again])
            text = say(world, "story.reopened", items=what, date=until)
            yield Happening(after.month, forum, "reopened", text, levels=tuple(again))
        if before.state.outcome[f] == UNDER_WAY != after.state.outcome[f]:
            levels = () if in_force_as_before(before, after, f) else adopted(after, f)
            yield Happening(after.month, forum, "outcome", ending(before, after, f), levels=levels)


def in_force_as_before(before: Game, after: Game, f: int) -> bool:
    """Say whether talks on a new statement have ended without one: the old one stays in force."""
    was, now = before.state, after.state
    return bool(was.in_force[f] and (was.statement[f] == now.statement[f]).all())


def adopted(game: Game, f: int) -> tuple[tuple[str, int], ...]:
    """Return the items of a forum's joint statement, with their levels."""
    return tuple(
        (item, int(game.state.statement[f, i]))
        for i, item in enumerate(game.world.items)
        if game.state.statement[f, i] > 0
    )


def ending(before: Game, after: Game, f: int) -> str:
    """Return the sentence for an outcome."""
    state, count = after.state, len(adopted(after, f))
    many = "story.outcome.one" if count == 1 else "story.outcome.several"
    if in_force_as_before(before, after, f):
        key = "remains"
    elif state.outcome[f] == FULL:
        key = "full"
    elif state.outcome[f] == CLEAN:
        key = "clean"
    elif state.outcome[f] == STATEMENT:
        key = "statement"
    elif before.state.stage[f] == CLEARING:
        key = "refused"
    elif state.session[f] == 0 or state.ministerials[f] == 0:
        key = "no_date"
    else:
        key = "time_up"
    commitments = said_in(after.world, many, count=count)
    return say(after.world, f"story.outcome.{key}", commitments=commitments)
