"""How each capital would sell a joint statement: what its agencies wanted, and what they got.

Every sentence follows from the state by a rule; nothing is added to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from scenarios.world import World
from sim.play.game import Game
from sim.play.knowing import knowledge
from sim.play.phrases import agencies, agency, items, sentence_start
from sim.rules.codes import CLEAN, FULL, PRINCIPAL
from sim.rules.knowledge import Knowledge
from sim.rules.value import text_value

MINOR = 0.05
"""Share of its stakes below which an agency does not speak of an item."""


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
        who, what = sentence_start(agency(world, each.agency)), world.short("item", each.item)
        yield f"{who} got what suits it best on {what}: {world.label(each.item, each.got)}."
    if out := [wish.item for wish in wishes if wish.level == wish.got == 0]:
        yield f"No commitment was taken on, as suits its agencies best, on {items(world, out)}."
    for each in (wish for wish in wishes if wish.level != wish.got > 0):
        yield compromise(world, each)
    if left := [wish for wish in wishes if wish.level > wish.got == 0]:
        what = items(world, [wish.item for wish in left])
        yield f"Nothing was agreed on {what}; more was hoped for."
    yield from balance(game, f, seats)


def wished(game: Game, f: int, minds: dict[int, Knowledge]) -> Iterator[Wish]:
    """Yield the side's wish for every item on the agenda, the weightiest first."""
    world, statement = game.world, game.state.statement[f]
    agenda = [i for i in range(world.params.n_items) if world.params.agenda[f, i]]
    voice = {i: max(minds, key=lambda a: float(minds[a].weight[i])) for i in agenda}
    for i in sorted(agenda, key=lambda i: -float(minds[voice[i]].weight[i])):
        mind = minds[voice[i]]
        if mind.weight[i] >= MINOR:
            yield Wish(world.items[i], world.agencies[voice[i]], best(mind, i), int(statement[i]))


def best(mind: Knowledge, i: int) -> int:
    """Return the level of an item worth most to an agency, red lines apart."""
    allowed = [level for level in range(5) if not level or not int(mind.red_line[i]) >> level & 1]
    return max(allowed, key=lambda level: (float(mind.value[i, level]), -level))


def compromise(world: World, wish: Wish) -> str:
    """Return the sentence on an item whose level is not the one that suits best."""
    who, what = agency(world, wish.agency), world.short("item", wish.item)
    got = world.label(wish.item, wish.got)
    if wish.got > wish.level:
        wanted = f"L{wish.level}" if wish.level else "no commitment"
        return f"On {what} the text goes to L{wish.got} ({got}); {wanted} would suit {who} best."
    wanted = world.label(wish.item, wish.level)
    return f"On {what}, L{wish.got} ({got}) is a step towards what suits {who} best: {wanted}."


def balance(game: Game, f: int, seats: list[int]) -> Iterator[str]:
    """Yield who is better off with the statement than without, and who is not."""
    world, state = game.world, game.state
    better: list[str] = []
    not_better: list[str] = []
    for a in seats:
        worth = text_value(world.params, state, f, a, state.statement[f])
        (better if worth > state.walk_away[f, a] else not_better).append(world.agencies[a])
    if better:
        verb = "is" if len(better) == 1 else "are"
        names = sentence_start(agencies(world, better))
        yield f"{names} {verb} better off with this text than with no deal."
    if not_better:
        verb = "is" if len(not_better) == 1 else "are"
        yield f"{sentence_start(agencies(world, not_better))} {verb} not."
