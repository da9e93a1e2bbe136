"""A negotiator of NegMAS in a seat of ours. Needs the extra ``negmas``, and is used on request.

A NegMAS negotiator bargains by alternating offers over whole packages. At our table it is asked
the same three things: what it would propose, whether it would accept, and, where all are asked to
close, whether it accepts the text as it stands. What it proposes becomes the step towards it that
the rules allow: up to L items, within mandate and red lines, none below the walk-away.
NegMAS is under the AGPL; nothing else in this package imports it.
"""

from typing import Any

import numpy as np

from sim.play.moves import Move
from sim.play.view import View
from sim.rules.knowledge import Knowledge

try:
    from negmas import (
        LinearAdditiveUtilityFunction,
        Negotiator,
        ResponseType,
        SAOMechanism,
        SAOState,
        sao,
    )
    from negmas import make_issue as issue
    from negmas.preferences.value_fun import TableFun
except ImportError as error:
    raise ImportError(f"{error}: this needs the extra negmas, communique[negmas]") from error

from agents.chooser import GuestError

STEPS = 1000
"""Steps of the negotiation that the negotiator is told it is in; it lives by relative time."""
TABLE = "table"
"""What the others are to it: one opponent, who speaks with the text."""
DIGITS = 6
"""Values are rounded to so many, so that it is not started anew for what nobody would notice."""


class NegmasSeat:
    """Lets a kind of NegMAS negotiator choose for a seat.

    Parameters
    ----------
    kind : type
        A class of ``negmas.sao`` negotiators.
    """

    def __init__(self, kind: type[Any]) -> None:
        self.kind = kind
        self.known: tuple[Any, ...] = ()
        self.negotiator: Any = None

    def choose(self, view: View) -> Move:
        """Return the move of the seat whose view this is, when it is asked."""
        if view.ask == "floor":
            return self.speak(view)
        if "consent" not in view.choices.kinds:
            reason, item = view.choices.must
            return Move(view.seat, "object", item=item, reason=reason)
        if view.ask == "clearance" or self.accepts(view):
            return Move(view.seat, "consent")
        return Move(view.seat, "object", item=dearest(view), reason="worse than the text")

    def speak(self, view: View) -> Move:
        """Return an amendment towards what the negotiator proposes; else close, or pass."""
        items = bargained(view.knowledge)
        if not items:
            return Move(view.seat, "pass")
        offer = self.prepared(view, items).propose(state(view))
        wanted = dict(zip(items, offer, strict=True)) if offer else {}
        if levels := allowed(view, wanted):
            return Move(view.seat, "amend", levels=levels)
        if "close" in view.choices.kinds and self.accepts(view):
            return Move(view.seat, "close")
        return Move(view.seat, "pass")

    def accepts(self, view: View) -> bool:
        """Say whether the negotiator accepts the text, with the amendment on the table if any."""
        k = view.knowledge
        items = bargained(k)
        if not items:
            return True
        offer = tuple(int(k.motion[i] if k.motion[i] >= 0 else k.text[i]) for i in items)
        answer = self.prepared(view, items).respond(state(view, offer), TABLE)
        return bool(answer == ResponseType.ACCEPT_OFFER)

    def prepared(self, view: View, items: list[int]) -> Any:
        """Return the negotiator, started anew where what it wants has changed."""
        k = view.knowledge
        values = tuple(tuple(np.round(k.value[i], DIGITS)) for i in items)
        known = (tuple(items), values, round(float(k.walk_away[0]), DIGITS))
        if known != self.known:
            self.known = known
            self.negotiator = started(self.kind, view, items)
        return self.negotiator


def negotiator(name: str) -> NegmasSeat:
    """Return a seat for a negotiator of NegMAS by the name of its class.

    Raises
    ------
    GuestError
        Where ``negmas.sao`` has no such negotiator.
    """
    kind = getattr(sao, name, None)
    if not (isinstance(kind, type) and issubclass(kind, Negotiator)):
        raise GuestError(f"'{name}': negmas.sao has no negotiator of that name")
    return NegmasSeat(kind)


def bargained(k: Knowledge) -> list[int]:
    """Return the items that weigh anything with the seat, by index."""
    return [i for i in range(int(k.n_items[0])) if k.weight[i] > 0.0]


def started(kind: type[Any], view: View, items: list[int]) -> Any:
    """Return a negotiator in a negotiation of its own, against the table."""
    k = view.knowledge
    issues = [issue(list(range(5)), name=view.items[i]) for i in items]
    worth = LinearAdditiveUtilityFunction(
        values=[TableFun({level: float(k.value[i, level]) for level in range(5)}) for i in items],
        weights=[1.0] * len(items),
        issues=issues,
        reserved_value=float(k.walk_away[0]),
    )
    mechanism = SAOMechanism(issues=issues, n_steps=STEPS)
    made = kind(name=view.seat)
    mechanism.add(made, ufun=worth)
    mechanism.add(sao.RandomNegotiator(name=TABLE), ufun=worth)
    made.on_negotiation_start(state(view))
    return made


def state(view: View, offer: tuple[int, ...] | None = None) -> Any:
    """Return the negotiation as it stands, in NegMAS's form."""
    clock = float(view.knowledge.clock[0])
    return SAOState(
        running=True,
        started=True,
        step=int(clock * STEPS),
        relative_time=clock,
        n_negotiators=2,
        current_offer=offer,
        current_proposer=TABLE if offer else None,
    )


def allowed(view: View, wanted: dict[int, int]) -> tuple[tuple[str, int], ...]:
    """Return the step towards a package that the rules allow: what gains the seat most first.

    Of each item the level nearest to what is wanted, on the way there from the text.
    """
    k, choices = view.knowledge, view.choices
    gains, open_levels = dict(choices.gains), dict(choices.levels)
    steps = []
    for i, goal in wanted.items():
        item, now = view.items[i], int(k.text[i])
        between = range(min(now, goal), max(now, goal) + 1)
        able = [x for x in open_levels.get(item, ()) if x in between]
        if able:
            level = min(able, key=lambda x: abs(x - goal))
            steps.append((gains[item, level], item, level))
    steps.sort(reverse=True)
    chosen: list[tuple[str, int]] = []
    total = 0.0
    for gain, item, level in steps[: choices.link_limit]:
        if total + gain >= choices.worst:
            chosen.append((item, level))
            total += gain
    return tuple(chosen)


def dearest(view: View) -> str:
    """Return the item to name in an objection: the one that costs the seat most."""
    k = view.knowledge

    def cost(item: str) -> float:
        i = view.items.index(item)
        asked = int(k.motion[i]) if k.motion[i] >= 0 else int(k.text[i])
        base = int(k.text[i]) if k.motion[i] >= 0 else 0
        return float(k.value[i, base] - k.value[i, asked])

    return max(view.choices.items, key=cost)
