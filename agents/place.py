"""What a person in a seat has before them: their question, their points, their choices.

All of it comes from the seat's view and from what was said at its table, so nothing here can
give away what another seat wants, may accept, or has been cleared to sign.
"""

from dataclasses import dataclass

from sim.play.game import Game
from sim.play.legal import Choices
from sim.play.phrases import agency
from sim.play.view import View, view
from sim.rules.codes import POSTURES
from sim.rules.knowledge import Knowledge, motion_gain, text_worth

SCALE = 100.0
"""Points in a value of 1, as the brief counts them."""


@dataclass(frozen=True)
class ItemPlace:
    """One item, as the seat has it before it; points are of 100.

    Parameters
    ----------
    level, motion, cleared : int
        Level of the text, 0..4; level the amendment on the table asks for, -1 where it leaves
        the item alone; highest level the own capital has cleared.
    clean, treated : bool
        Whether it is agreed, and whether it is on this meeting's list.
    weight : float
        Its share of the seat's stakes, in points.
    points : tuple of float
        The seat's own points at each of the five levels.
    open : tuple of int
        Levels the seat may ask for now.
    red : tuple of int
        Levels across the seat's own red line.
    refused : tuple of int
        How often each level was refused at this table, 0 where that is not known now.
    asked : tuple of (name of an agency, level)
        Who else has asked for which level, as far as the seat remembers it now.
    objector, reason : str
        Whose objection was the last, and why; empty where there is none.
    """

    id: str
    short: str
    labels: tuple[str, ...]
    posture: str
    level: int
    motion: int
    cleared: int
    clean: bool
    treated: bool
    weight: float
    points: tuple[float, ...]
    open: tuple[int, ...]
    red: tuple[int, ...]
    refused: tuple[int, ...]
    asked: tuple[tuple[str, int], ...]
    objector: str
    reason: str

    @property
    def best(self) -> int:
        """The level that suits the seat best, red lines aside."""
        allowed = [level for level in range(5) if level not in self.red]
        return max(allowed, key=lambda level: (self.points[level], -level))


@dataclass(frozen=True)
class Place:
    """A seat's place at its table; points are of 100.

    Parameters
    ----------
    ask : str
        What the seat is asked; ``"nothing"`` when it is not its turn.
    mover : str
        Who moved what is on the table; empty where nothing is.
    last : bool
        Whether this is the last meeting before the deadline.
    now, after, walk_away, best : float
        Own points of the text, of the text with the amendment on the table, of no deal, and of
        the best text.
    """

    seat: str
    forum: str
    month: int
    round: int
    ask: str
    mover: str
    last: bool
    closing: bool
    now: float
    after: float
    walk_away: float
    best: float
    items: tuple[ItemPlace, ...]
    choices: Choices


def place(game: Game, seat: str, forum: str | None = None) -> Place:
    """Return the place of a seat at its table.

    Raises
    ------
    ScenarioError
        Where there is no such agency or forum in the world.
    """
    seen = view(game, seat, forum)
    k, f = seen.knowledge, game.world.index("forum", seen.forum)
    mover = int(k.mover[0])
    now = float(text_worth(k))
    return Place(
        seat=seat,
        forum=seen.forum,
        month=seen.month,
        round=int(game.state.round[f]) + 1,
        ask=seen.ask,
        mover=game.world.agencies[mover] if mover >= 0 else "",
        last=bool(k.last[0]),
        closing=bool(k.closing[0]),
        now=SCALE * now,
        after=SCALE * (now + float(motion_gain(k))),
        walk_away=SCALE * float(k.walk_away[0]),
        best=SCALE * float(k.best[0]),
        items=tuple(
            item_place(game, seen, i)
            for i in range(game.world.params.n_items)
            if game.world.params.agenda[f, i]
        ),
        choices=seen.choices,
    )


def item_place(game: Game, seen: View, i: int) -> ItemPlace:
    """Return one item of a seat's place."""
    world, k, item = game.world, seen.knowledge, seen.items[i]
    objector, reason = seen.objections.get(item, ("", ""))
    return ItemPlace(
        id=item,
        short=world.short("item", item),
        labels=tuple(world.label(item, level) for level in range(5)),
        posture=POSTURES[world.params.posture[i]],
        level=int(k.text[i]),
        motion=int(k.motion[i]),
        cleared=max(0, int(k.mandate[i]).bit_length() - 1),
        clean=bool(k.clean[i]),
        treated=bool(k.treated[i]),
        weight=SCALE * float(k.weight[i]),
        points=tuple(SCALE * float(each) for each in k.value[i]),
        open=dict(seen.choices.levels).get(item, ()),
        red=tuple(level for level in range(5) if int(k.red_line[i]) >> level & 1),
        refused=tuple(int(each) for each in k.refused[i]),
        asked=tuple(asked(game, k, i)),
        objector=agency(world, objector) if objector else "",
        reason=reason,
    )


def asked(game: Game, k: Knowledge, i: int) -> list[tuple[str, int]]:
    """Return by name which level each other seat has asked for most, if it asked for any."""
    found = []
    for name, counts in zip(game.world.agencies, k.proposed[:, i].tolist(), strict=False):
        if any(counts):
            most = max(range(5), key=lambda level: (counts[level], level))
            found.append((agency(game.world, name), most))
    return found
