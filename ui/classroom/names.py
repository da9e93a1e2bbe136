"""What things of a class are called on its slides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from classroom.setup import lobby_for
from ui.classroom.letters import name
from ui.pictures.sides import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from classroom.room import Room
    from scenarios.world import World


class Names:
    """The names of a class's seats, items, forums and tables.

    Parameters
    ----------
    room : Room
    """

    def __init__(self, room: Room) -> None:
        self.state = room.state
        self.first = lobby_for(room.first_setup).world

    def world(self, configuration: str) -> World:
        """Return the world in which a configuration is played."""
        return lobby_for(self.state.setup_of(configuration, 1)).world

    def table(self, tid: int) -> str:
        """Return what a table is called on the wall now."""
        return name(self.state, tid)

    def configuration(self, each: str) -> str:
        """Return the name of a configuration."""
        library = self.first.scenario.library
        forums = library.configurations[each].forums
        if len(forums) == 1:
            return str(library.forums[forums[0]].short)
        return str(library.configurations[each].title)

    def order(self, configuration: str) -> int:
        """Return the place of a configuration among those of the plan; others come after them.

        The same forum comes first, and has the same mark, on every slide.
        """
        planned = self.state.plan.configurations
        return planned.index(configuration) if configuration in planned else len(planned)

    def strategies(self, configurations: Iterable[str]) -> list[str]:
        """Return what the strategies of AI are called in the seats of some configurations."""
        lobbies = [lobby_for(self.state.setup_of(each, 1)) for each in configurations]
        return list(
            dict.fromkeys(card.title for each in lobbies for card in each.seats if card.seated)
        )

    def forum(self, each: str) -> str:
        """Return the short name of a forum."""
        return str(self.first.scenario.library.forums[each].short)

    def seat(self, each: str) -> str:
        """Return the short name of an agency."""
        return str(self.first.scenario.library.agencies[each].short)

    def item(self, each: str) -> str:
        """Return the short name of an item."""
        return str(self.first.scenario.library.items[each].short)

    def side(self, each: str) -> str:
        """Return the name of a side."""
        return str(self.first.scenario.library.sides[each].name)

    def badge(self, seat: str) -> dict[str, Any]:
        """Return shape and tone of a seat's side."""
        side = self.first.scenario.library.agencies[seat].side
        sides = list(self.first.sides)
        n = sides.index(side) if side in sides else len(sides)
        return {"shape": SHAPES[n % len(SHAPES)], "tone": n % len(SHAPES), "name": self.side(side)}
