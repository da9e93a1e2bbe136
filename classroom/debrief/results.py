"""What one table came to, measured on the yardstick of its round."""

from __future__ import annotations

import numpy as np

from classroom.debrief.findings import Offer, Result
from classroom.debrief.picture import spot
from classroom.debrief.played import Played
from classroom.debrief.yardstick import POINTS, Yardstick
from sim.play.game import Game
from sim.rules.block import Floats
from sim.rules.codes import CLEAN, NONE, OUTCOMES, REASONS
from sim.solve.change import Change
from sim.solve.debrief import Debrief, hands, shares


def result(each: Played, yard: Yardstick) -> tuple[Result, tuple[tuple[str, Debrief], ...]]:
    """Return what a table came to at a forum; and what each of its seats can learn, by seat."""
    moment = each.moment(yard.forum)
    f, state = yard.f, moment.state
    outcome = int(state.outcome[f])
    failed = outcome <= NONE
    kept = state.text[f] * state.clean[f] if failed else state.statement[f]
    text = yard.text(kept)
    values = yard.domain.walk_away if failed else yard.domain.value(text)
    rooms = yard.rooms(values)
    gift, change = None if failed else yard.gift(text), yard.change(text)
    over = each.whole.over
    held = () if failed else hands(over, f)
    delivered = {} if failed else shares(over, f)
    found = Result(
        table=each.table,
        round=each.round,
        configuration=each.configuration,
        forum=yard.forum,
        outcome=OUTCOMES[outcome],
        month=int(state.closed[f]),
        levels=dict(zip(yard.domain.issues, text, strict=True)),
        agreed=sum(level > 0 for level in text) if outcome >= CLEAN else 0,
        of=able(moment, f),
        brackets=brackets(moment, f),
        points=by_seat(yard, values),
        spot=spot(yard, values),
        left=points_left(yard, text, values, failed),
        room={seat: points(rooms[n]) for n, seat in enumerate(yard.seats)},
        gift=offer(yard, gift, text, values),
        change=offer(yard, change, text, values),
        hands=held,
        delivered=delivered,
        people=each.people,
        share=each.share,
    )
    own = tuple(
        (
            seat,
            Debrief(
                solution=yard.solution,
                seat=n,
                outcome=OUTCOMES[outcome],
                closed=found.month,
                text=text,
                values=values,
                where=None if failed else yard.solution.distances(text),
                room=rooms[n],
                change=change,
                gift=gift,
                hands=held,
                delivered=delivered,
            ),
        )
        for n, seat in enumerate(yard.seats)
    )
    return found, own


def points(value: float) -> float:
    """Return a value in points of 100."""
    return round(POINTS * float(value), 2)


def by_seat(yard: Yardstick, values: Floats) -> dict[str, float]:
    """Return values as points, by seat."""
    return {seat: points(values[n]) for n, seat in enumerate(yard.seats)}


def points_left(
    yard: Yardstick, text: tuple[int, ...], values: Floats, failed: bool
) -> float | None:
    """Return the joint points left on the table; without a deal, measured from no deal."""
    if not failed:
        left = yard.left(text)
        return None if left is None else points(left)
    edge = yard.solution.edge
    if edge is None:
        return None
    fair = np.all(edge.values >= values - edge.grain / 2.0, axis=1)
    return points((edge.values[fair] - values).sum(axis=1).max(initial=0.0))


def offer(
    yard: Yardstick, new: Change | None, text: tuple[int, ...], values: Floats
) -> Offer | None:
    """Return another text as an offer; nothing where it is no other."""
    if new is None:
        return None
    pairs = zip(yard.domain.issues, text, new.text, strict=True)
    return Offer(
        levels=tuple((item, old, level) for item, old, level in pairs if old != level),
        gains=by_seat(yard, new.values - values),
        text=new.text,
    )


def able(moment: Game, f: int) -> int:
    """Return how many items of a forum's agenda it could take up."""
    params, state = moment.world.params, moment.state
    return sum(
        int(params.agenda[f, i] and state.admitted[f, i]) for i in range(len(moment.world.items))
    )


def brackets(moment: Game, f: int) -> dict[str, tuple[str, str]]:
    """Return the items left open, with who objected last, and why."""
    world, state = moment.world, moment.state
    found = {}
    for i, item in enumerate(world.items):
        settled = state.statement[f, i] > 0 and state.outcome[f] >= CLEAN
        if not world.params.agenda[f, i] or settled or not state.admitted[f, i]:
            continue
        a = int(state.objector[f, i])
        reason = REASONS[int(state.reason[f, i])] if a >= 0 else ""
        found[item] = (world.agencies[a] if a >= 0 else "", reason)
    return found
