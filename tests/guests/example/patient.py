"""A strategy that waits for a third of the time, and then asks for one thing at a time."""

from sim.play.moves import Move
from sim.play.view import View

WAIT = 1 / 3
"""Share of the time to the deadline that it lets pass."""


class Patient:
    """Asks for the single level that gains it most, and lets pass what does not cost it."""

    def choose(self, view: View) -> Move:
        """Return the move of the seat whose view this is, when it is asked."""
        if view.ask == "floor":
            return self.ask(view)
        if view.choices.must[0]:
            reason, item = view.choices.must
            return Move(view.seat, "object", item=item, reason=reason)
        if view.ask == "answer" and gain(view) < 0:
            item = view.choices.items[0]
            return Move(view.seat, "object", item=item, reason="worse than the text")
        return Move(view.seat, "consent")

    def ask(self, view: View) -> Move:
        """Return the amendment it asks for, or pass."""
        if view.knowledge.clock[0] >= WAIT and view.choices.gains:
            (item, level), most = max(view.choices.gains, key=lambda each: each[1])
            if most > 0:
                return Move(view.seat, "amend", levels=((item, level),))
        return Move(view.seat, "pass")


def gain(view: View) -> float:
    """Return what the amendment on the table would bring the seat."""
    k = view.knowledge
    asked = [i for i in range(len(view.items)) if k.motion[i] >= 0]
    return float(sum(k.value[i, k.motion[i]] - k.value[i, k.text[i]] for i in asked))
