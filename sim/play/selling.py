"""How each capital would sell a joint statement: what its agencies wanted, and what they got.

Every sentence follows from the state by a rule; nothing is added to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.world import World
from sim.play.game import Game
from sim.play.knowing import MINOR, best_level, knowledge
from sim.play.phrases import agencies, agency, items, said_in, say
from sim.rules.codes import CLEAN, FULL, PRINCIPAL
from sim.rules.knowledge import Knowledge
from sim.rules.value import text_value


@dataclass(frozen=True)
class Sale:
    """What one capital says of a joint statement.

    Parameters
    ----------
    side : str
        Id of the side.
    lines : tuple of str
        Sentences: what was won, what was kept out, what is less than hoped for, who gains.
    """

    side: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Wish:
    """The level of an item that suits best the agency to which the item matters most."""

    item: str
    agency: str
    level: int
    got: int


def sales(game: Game, f: int) -> tuple[Sale, ...]:
    """Return what each side would say of the joint statement of the ``f``-th forum.

    Empty where there is none: nobody sells what was not agreed.
    """
    if game.state.outcome[f] not in (CLEAN, FULL):
        return ()
    return tuple(
        Sale(side, tuple(lines(game, f, seats)))
        for s, side in enumerate(game.world.sides)
        if (seats := seated(game, f, s))
    )


def seated(game: Game, f: int, s: int) -> list[int]:
    """Return the agencies of a side that sit at the table."""
    params, role = game.world.params, game.state.role
    return [a for a in range(params.n_agencies) if params.side[a] == s and role[f, a] >= PRINCIPAL]


def lines(game: Game, f: int, seats: list[int]) -> Iterator[str]:
    """Yield the sentences of one side."""
    world = game.world
    minds = {a: knowledge(game, f, a) for a in seats}
    wishes = list(wished(game, f, minds))
    for each in (wish for wish in wishes if wish.level == wish.got > 0):
        who, what = agency(world, each.agency), world.short("item", each.item)
        label = world.label(each.item, each.got)
        yield say(world, "sale.got_best", seat=who, item=what, label=label)
    if out := [wish.item for wish in wishes if wish.level == wish.got == 0]:
        yield say(world, "sale.kept_out", items=items(world, out))
    for each in (wish for wish in wishes if wish.level != wish.got > 0):
        yield compromise(world, each)
    if left := [wish for wish in wishes if wish.level > wish.got == 0]:
        what = items(world, [wish.item for wish in left])
        yield say(world, "sale.nothing", items=what)
    yield from balance(game, f, seats)


def wished(game: Game, f: int, minds: dict[int, Knowledge]) -> Iterator[Wish]:
    """Yield the side's wish for every item on the agenda, the weightiest first."""
    world, statement = game.world, game.state.statement[f]
    agenda = [i for i in range(world.params.n_items) if world.params.agenda[f, i]]
    voice = {i: max(minds, key=lambda a: float(minds[a].weight[i])) for i in agenda}
    for i in sorted(agenda, key=lambda i: -float(minds[voice[i]].weight[i])):
        mind = minds[voice[i]]
        if mind.weight[i] >= MINOR:
            yield Wish(
                world.items[i], world.agencies[voice[i]], best_level(mind, i), int(statement[i])
            )


def compromise(world: World, wish: Wish) -> str:
    """Return the sentence on an item whose level is not the one that suits best."""
    who, what = agency(world, wish.agency), world.short("item", wish.item)
    got = world.label(wish.item, wish.got)
    if wish.got > wish.level:
        key, best_key = "sale.further", "further_level" if wish.level else "further_none"
        wanted = said_in(world, f"sale.{best_key}", level=wish.level)
    else:
        key, wanted = "sale.step", world.label(wish.item, wish.level)
    return say(world, key, item=what, got=wish.got, label=got, wanted=wanted, seat=who)


def balance(game: Game, f: int, seats: list[int]) -> Iterator[str]:
    """Yield who is better off with the statement than without, and who is not."""
    world, state = game.world, game.state
    better: list[str] = []
    not_better: list[str] = []
    for a in seats:
        worth = text_value(world.params, state, f, a, state.statement[f])
        (better if worth > state.walk_away[f, a] else not_better).append(world.agencies[a])
    for key, which in (("sale.better", better), ("sale.worse", not_better)):
        if which:
            one = "_one" if len(which) == 1 else ""
            yield say(world, f"{key}{one}", seats=agencies(world, which))
