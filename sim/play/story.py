"""What a move led to, in sentences an official would recognize.

The rules keep no diary. Everything here is read off the game before a move and the game after.
"""

from collections.abc import Iterator

from scenarios.world import World
from sim.play.game import Game
from sim.play.happening import Happening
from sim.play.moves import CHANCE_SEAT, Move
from sim.play.phrases import ended, items, leaders, said_in, say
from sim.play.story_after import aftermath
from sim.play.story_end import endings
from sim.play.story_home import at_home
from sim.play.story_table import said, settled
from sim.rules.codes import MINISTERIAL


def headed(world: World, happening: Happening) -> str:
    """Return a happening's sentence, with its forum's name where there are several."""
    if not happening.forum or len(world.forums) == 1:
        return happening.text
    forum = world.short("forum", happening.forum)
    return said_in(world, "story.headed", forum=forum, text=happening.text)


def told(before: Game, move: Move, after: Game) -> Iterator[Happening]:
    """Yield what a move led to, in order.

    Parameters
    ----------
    before, after : Game
        The game before the move, and what ``apply`` made of it.
    """
    if move.seat == CHANCE_SEAT:
        yield from shocks(before, after)
        yield from at_home(before, after)
        yield from meetings(before, after)
    else:
        yield from said(before, move)
        yield from settled(before, move, after)
        yield from at_home(before, after)
    yield from endings(before, after)
    yield from aftermath(before, after)


def shocks(before: Game, after: Game) -> Iterator[Happening]:
    """Yield the events that happened."""
    world = after.world
    for e, event in enumerate(world.events):
        if after.state.happened[e] > before.state.happened[e]:
            text = ended(world, world.name("event", event))
            yield Happening(after.month, "", "event", text)


def meetings(before: Game, after: Game) -> Iterator[Happening]:
    """Yield the meetings that were called, and what they treat."""
    if after.month == before.month:
        return
    world, state = after.world, after.state
    for f, forum in enumerate(world.forums):
        if session := int(state.session[f]):
            listed = [each for i, each in enumerate(world.items) if state.treated[f, i]]
            top = said_in(world, "who.top", leaders=leaders(world, state.rank[f]))
            who = top if session == MINISTERIAL else said_in(world, "who.officials")
            last = session == MINISTERIAL and after.month >= state.deadline[f]
            when = said_in(world, "story.last_time") if last else ""
            what = subject(after, f, listed)
            text = say(world, "story.meeting", who=who, subject=what, last=when)
            levels = tuple((item, 0) for item in listed)
            yield Happening(after.month, forum, "meeting", text, levels=levels)


def subject(game: Game, f: int, listed: list[str]) -> str:
    """Return what a meeting treats, as the end of a sentence."""
    if len(listed) == game.state.admitted[f].sum():
        return said_in(game.world, "story.whole_agenda")
    if not listed:
        return ""
    return said_in(game.world, "story.some_items", items=items(game.world, listed))
