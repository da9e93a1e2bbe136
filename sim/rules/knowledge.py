"""What a seat may use to decide: its own mind, and what everybody at the table has seen.

Strategies get this and nothing else, in the game and in the compiled runner alike.
"""

from typing import Annotated, NamedTuple

from sim.rules.block import Floats, Ints
from sim.rules.codes import (
    ANSWER,
    BELOW_WALK_AWAY,
    CHAIR,
    CLEARANCE,
    FLOOR,
    NASH,
    NO_REASON,
    OUTSIDE_MANDATE,
    RED_LINE,
)
from sim.rules.params import Params
from sim.rules.rule import rule
from sim.rules.seats import heard, seated
from sim.rules.state import State
from sim.rules.value import clip

SLACK = 1e-9
"""Differences of value smaller than this count as none."""


class Knowledge(NamedTuple):
    """The seat's own values and instructions, and the public record of its forum."""

    ask: Annotated[Ints, "", "code", "what the seat is asked"]
    last: Annotated[Ints, "", "0/1", "this is the last meeting before the deadline"]
    idle: Annotated[Ints, "", "0/1", "the text has not changed for long"]
    strategy: Annotated[Ints, "", "code", "the seat's strategy"]
    me: Annotated[Ints, "", "agency", "the seat's own index"]
    n_items: Annotated[Ints, "", "count", "items"]
    n_agencies: Annotated[Ints, "", "count", "agencies"]
    link_limit: Annotated[Ints, "", "items", "most items one amendment may link"]
    mover: Annotated[Ints, "", "agency, -1", "who moved what is on the table"]
    chair_text: Annotated[Ints, "", "0/1", "it is a chair that may still table a text of its own"]
    closing: Annotated[Ints, "", "0/1", "all have agreed to close on the clean text"]
    clock: Annotated[Floats, "", "0..1", "share of the time to the deadline that has passed"]
    walk_away: Annotated[Floats, "", "value", "own value of no deal"]
    tolerance: Annotated[Floats, "", "value", "loss on one item the agency lets pass"]
    best: Annotated[Floats, "", "value", "own value of the best text own red lines allow"]
    received: Annotated[Floats, "", "value", "what others' adopted amendments have brought"]
    lowest_offer: Annotated[Floats, "", "value", "least own value of what it has moved"]
    steps_down: Annotated[Ints, "", "count", "own offers each worth less to it than all before"]
    first_die: Annotated[Floats, "", "0..1", "the seat's dice for this turn"]
    second_die: Annotated[Floats, "", "0..1", "the seat's dice for this turn"]
    value: Annotated[Floats, "IL", "value", "own value of each level of each item"]
    text: Annotated[Ints, "I", "level", "the text on the table"]
    clean: Annotated[Ints, "I", "0/1", "items out of brackets"]
    treated: Annotated[Ints, "I", "0/1", "items on this meeting's list"]
    mandate: Annotated[Ints, "I", "bit per level", "levels own capital has cleared"]
    red_line: Annotated[Ints, "I", "bit per level", "levels it may never accept"]
    motion: Annotated[Ints, "I", "level, -1", "the amendment on the table"]
    weight: Annotated[Floats, "I", "0..1", "own weight of the item on the agenda"]
    unheard: Annotated[Ints, "I", "0/1", "items of its authority on which it was not heard"]
    target: Annotated[Ints, "I", "level", "text of the exact Nash point, for that baseline only"]
    refused: Annotated[Floats, "IL", ">= 0", "remembered refusals of a level"]
    proposed: Annotated[Floats, "AIL", "count", "how often each seat has moved a level"]
    others: Annotated[Ints, "A", "0/1", "the other principals"]
    offers: Annotated[Ints, "A", "count", "amendments of each seat that asked for something new"]


@rule
def know(p: Params, s: State, f: int, a: int, k: Knowledge) -> None:
    """Write into ``k`` what agency ``a`` knows at forum ``f``; its dice are added apart."""
    side = p.side[a]
    k.ask[0] = s.ask[0]
    k.last[0] = int(s.month[0] >= s.deadline[f])
    still = s.month[0] - max(s.moved[f], s.opened[f])
    k.idle[0] = int(still >= p.harvest_after)
    k.strategy[0] = p.strategy[a]
    k.me[0] = a
    k.n_items[0] = p.n_items
    k.n_agencies[0] = p.n_agencies
    k.link_limit[0] = p.link_limit[f]
    k.mover[0] = s.mover[f]
    k.closing[0] = s.closing[f]
    k.chair_text[0] = int(s.role[f, a] == CHAIR and s.chair_texts[f, side] == 0)
    k.clock[0] = clip((s.month[0] - s.opened[f]) / (s.deadline[f] - s.opened[f]), 0.0, 1.0)
    k.walk_away[0] = s.walk_away[f, a]
    k.best[0] = s.best[f, a]
    k.tolerance[0] = p.tolerance
    k.received[0] = s.received[f, a]
    k.lowest_offer[0] = s.lowest_offer[f, a]
    k.steps_down[0] = s.steps_down[f, a]
    for i in range(p.n_items):
        k.text[i] = s.text[f, i]
        k.clean[i] = s.clean[f, i]
        k.treated[i] = s.treated[f, i]
        k.mandate[i] = s.mandate[f, side, i]
        k.red_line[i] = p.red_line[a, i]
        k.motion[i] = s.motion[f, i]
        k.target[i] = s.target[f, i] if p.strategy[a] == NASH else 0
        k.weight[i] = s.weight[f, a, i]
        k.unheard[i] = int(p.authority[a, i] > 0.0 and not heard(s, f, a))
        for level in range(5):
            k.value[i, level] = s.weight[f, a, i] * s.worth[a, i, level]
    for b in range(p.n_agencies):
        k.others[b] = int(b != a and seated(s, f, b))
        k.offers[b] = s.offers[f, b]
    if s.ask[0] == FLOOR:
        recall(p, s, f, k)


@rule
def recall(p: Params, s: State, f: int, k: Knowledge) -> None:
    """Write into ``k`` what the table has heard, which matters to whoever has the floor."""
    for i in range(p.n_items):
        for level in range(1, 5):
            k.refused[i, level] = s.refused[f, i, level]
            for b in range(p.n_agencies):
                if k.others[b] == 1:
                    k.proposed[b, i, level] = s.proposed[f, b, i, level]


@rule
def text_worth(k: Knowledge) -> float:
    """Return the seat's own value of the text on the table."""
    total = 0.0
    for i in range(k.n_items[0]):
        total += k.value[i, k.text[i]]
    return total


@rule
def motion_gain(k: Knowledge) -> float:
    """Return what the amendment on the table would add to the seat's value of the text."""
    total = 0.0
    for i in range(k.n_items[0]):
        if k.motion[i] >= 0:
            total += k.value[i, k.motion[i]] - k.value[i, k.text[i]]
    return total


@rule
def dearest_item(k: Knowledge) -> int:
    """Return the item that costs the seat most, of the motion or else of the text; -1 if none."""
    worst = -1
    loss = 0.0
    for i in range(k.n_items[0]):
        if k.ask[0] == ANSWER:
            cost = k.value[i, k.text[i]] - k.value[i, max(k.motion[i], 0)]
            concerned = k.motion[i] >= 0
        else:
            cost = k.value[i, 0] - k.value[i, k.text[i]]
            concerned = k.clean[i] == 1
        if concerned and (worst < 0 or cost > loss):
            worst = i
            loss = cost
    return worst


@rule
def bound(k: Knowledge) -> tuple[int, int]:
    """Return the reason and item for which the seat has no choice but to object, if any.

    Whoever holds the seat, nobody agrees to a level outside the mandate or across a
    red line, or to a text worth less than no deal. The reason is ``NO_REASON`` and the item
    -1 where the seat is free.
    """
    answering = k.ask[0] == ANSWER
    for i in range(k.n_items[0]):
        level = k.motion[i] if answering else k.text[i]
        if level > 0:
            if (k.red_line[i] >> level) & 1:
                return RED_LINE, i
            if k.ask[0] != CLEARANCE and not (k.mandate[i] >> level) & 1:
                return OUTSIDE_MANDATE, i
    if not (affordable(k, motion_gain(k)) if answering else worthwhile(k)):
        return BELOW_WALK_AWAY, dearest_item(k)
    return NO_REASON, -1


@rule
def worthwhile(k: Knowledge) -> bool:
    """Say whether the text as it stands is worth no less to the seat than no deal."""
    return text_worth(k) >= k.walk_away[0] - SLACK


@rule
def affordable(k: Knowledge, change: float) -> bool:
    """Say whether the seat may live with a change of the text's value to it.

    The text must stay worth no less than no deal; where events have already put it below, a
    change must not make it worse.
    """
    now = text_worth(k)
    return now + change >= min(now, k.walk_away[0]) - SLACK
