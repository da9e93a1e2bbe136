"""A witness of a game: what the text must be, told from nothing but what was said at the table."""

from sim.play.game import Game
from sim.play.moves import Move
from sim.rules.codes import PRINCIPAL, REASONS

TABLED = ("amend", "chair text")
MARGIN = "home agency not compensated"
Objection = tuple[str, str]


class Witness:
    """Keeps the minutes of one forum.

    The text changes in two ways only: nobody objected to an amendment, or home refused an item.
    """

    def __init__(self, forum: str) -> None:
        self.forum = forum
        self.text: dict[str, int] = {}
        self.objections: dict[str, Objection] = {}
        self.motion: dict[str, int] = {}
        self.mover = ""
        self.awaited: set[str] = set()
        self.silence = True
        self.refused: set[str] = set()

    def hear(self, before: Game, move: Move, after: Game) -> None:
        """Take down one move."""
        if before.forum == self.forum:
            if move.kind in TABLED:
                self.put(before, move)
            elif before.ask == "answer":
                self.answer(move)
            elif before.ask == "clearance" and move.kind == "object":
                self.refused.add(move.item)
                self.objections[move.item] = (move.seat, move.reason)
            if self.motion and not self.awaited:
                self.settle(after)
        self.reopen(before, after)

    def put(self, before: Game, move: Move) -> None:
        self.motion, self.mover, self.silence = dict(move.levels), move.seat, True
        forum = before.world.index("forum", self.forum)
        roles = before.state.role[forum]
        names = before.world.agencies
        self.awaited = {n for a, n in enumerate(names) if roles[a] >= PRINCIPAL} - {move.seat}

    def answer(self, move: Move) -> None:
        self.awaited.remove(move.seat)
        if move.kind == "object":
            self.silence = False
            self.objections[move.item] = (move.seat, move.reason)

    def settle(self, after: Game) -> None:
        margin = self.margins(after) if self.silence and len(self.motion) > 1 else {}
        self.objections |= margin
        if self.silence and not margin:
            self.text |= self.motion
            self.objections = {i: x for i, x in self.objections.items() if i not in self.motion}
        self.motion = {}

    def margins(self, after: Game) -> dict[str, Objection]:
        """Return the objections in the name of a home agency, which no move records."""
        found = {}
        for item, (agency, reason) in recorded(after, self.forum).items():
            if item in self.motion and reason == MARGIN:
                found[item] = (agency, reason)
        return found if after.state.text[self.index(after)].tolist() != self.whole(after) else {}

    def whole(self, after: Game) -> list[int]:
        """Return what the text would be were the motion adopted."""
        wanted = self.text | self.motion
        room = after.state.text.shape[1] - len(after.world.items)
        return [wanted.get(item, 0) for item in after.world.items] + [0] * room

    def index(self, game: Game) -> int:
        return game.world.index("forum", self.forum)

    def reopen(self, before: Game, after: Game) -> None:
        """Go back to what is in force, on the items refused at home or, in new talks, on all."""
        f = self.index(after)
        if after.state.reopened[f] > before.state.reopened[f]:
            kept = {i: x for i, x in self.text.items() if i not in self.refused}
            bound = text_of(before, self.forum, in_force=True)
            self.text = kept | {i: x for i, x in bound.items() if i in self.refused}
        if after.state.opened[f] > before.state.opened[f]:
            self.text, self.objections = text_of(before, self.forum, in_force=True), {}
        if after.month != before.month or after.state.reopened[f] > before.state.reopened[f]:
            self.refused = set()


def recorded(game: Game, forum: str) -> dict[str, Objection]:
    """Return the last objection to each item, as the state has it."""
    f, state = game.world.index("forum", forum), game.state
    return {
        item: (game.world.agencies[state.objector[f, i]], REASONS[state.reason[f, i]])
        for i, item in enumerate(game.world.items)
        if state.objector[f, i] >= 0
    }


def text_of(game: Game, forum: str, in_force: bool = False) -> dict[str, int]:
    """Return the levels above 0 of the text or of the statement in force, as the state has it."""
    f = game.world.index("forum", forum)
    levels = game.state.statement[f] if in_force else game.state.text[f]
    return {item: int(levels[i]) for i, item in enumerate(game.world.items) if levels[i] > 0}
