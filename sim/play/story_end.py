"""How a negotiation ends, or is opened once more."""

from collections.abc import Iterator

from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.phrases import items
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
            text = f"The text is opened again on {what}; there is time until {until}."
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
    commitments = "one commitment" if count == 1 else f"{count} commitments"
    if in_force_as_before(before, after, f):
        return "They part without a new text; the statement in force remains."
    if state.outcome[f] == FULL:
        return f"The joint statement is adopted in full: {commitments}."
    if state.outcome[f] == CLEAN:
        return f"The agreed part is adopted as a joint statement: {commitments}, an early harvest."
    if state.outcome[f] == STATEMENT:
        return "They part with a statement that commits nobody to anything."
    if before.state.stage[f] == CLEARING:
        return "Home refuses a second time: there is no statement."
    if state.session[f] == 0 or state.ministerials[f] == 0:
        return "No date for a last meeting is found in time: there is no statement."
    return "Time is up, and they part without a statement."
