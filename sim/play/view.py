"""A seat's view of the game: the one place where secrets are taken out.

A seat sees its own mind, its own capital's papers, and what was said at its forums' tables.
It does not see another seat's values, red lines or walk-away, nor another capital's mandate.
"""

from dataclasses import dataclass
from types import MappingProxyType

from sim.play.game import Game
from sim.play.knowing import knowledge
from sim.play.legal import Choices, legal_moves
from sim.rules.codes import REASONS
from sim.rules.knowledge import Knowledge


@dataclass(frozen=True)
class View:
    """What one seat sees at one forum.

    Parameters
    ----------
    seat, forum : str
        Whose view, and of which table.
    month : int
        Month of the run.
    ask : str
        What the seat is asked now; ``"nothing"`` when it is not its turn.
    items : tuple of str
        Item ids, in the order of the arrays.
    choices : Choices
        What it may do now.
    knowledge : Knowledge
        Arrays of its own mind and of the public record, which cannot be written.
    objections : mapping of item id to (agency id, reason)
        The last objection to each bracketed item.
    """

    seat: str
    forum: str
    month: int
    ask: str
    items: tuple[str, ...]
    choices: Choices
    knowledge: Knowledge
    objections: MappingProxyType[str, tuple[str, str]]


def view(game: Game, seat: str, forum: str | None = None) -> View:
    """Return what a seat sees.

    Parameters
    ----------
    seat : str
        An agency's id.
    forum : str, optional
        A forum's id; by default the one in which the seat is asked, or the first it is part of.

    Raises
    ------
    ScenarioError
        Where there is no such agency or forum in the world.
    """
    world, state = game.world, game.state
    agency = world.index("agency", seat)
    asked = game.seat == seat
    if forum is None:
        own = [f for f in range(world.params.n_forums) if state.role[f, agency] > 0]
        index = int(state.ask_forum[0]) if asked else (own[0] if own else 0)
    else:
        index = world.index("forum", forum)
        asked = asked and index == state.ask_forum[0]
    objections = {
        item: (world.agencies[state.objector[index, i]], REASONS[state.reason[index, i]])
        for i, item in enumerate(world.items)
        if state.objector[index, i] >= 0
    }
    return View(
        seat=seat,
        forum=world.forums[index],
        month=game.month,
        ask=game.ask if asked else "nothing",
        items=world.items,
        choices=legal_moves(game, seat if asked else ""),
        knowledge=knowledge(game, index, agency),
        objections=MappingProxyType(objections),
    )
