"""Drawing a scene from a game: the arrays' numbers and ids turned into what a spectator sees."""

from collections.abc import Mapping

from scenarios.calendar import month_name
from scenarios.world import World
from sim.play.game import Game
from sim.play.objection import standing_objector
from sim.play.scene import ForumPicture, Line, Scene, SeatPicture
from sim.rules.codes import (
    BILLS,
    CLEAN,
    OUTCOMES,
    POSTURES,
    REASONS,
    ROLES,
    STRATEGIES,
    UNDER_WAY,
)
from sim.rules.learn import delivered_share, satisfaction
from sim.rules.seats import heard

MEETINGS = ("none", "working", "ministerial")


def scene(
    game: Game, news: tuple[str, ...] = (), history: tuple[Mapping[str, float], ...] = ()
) -> Scene:
    """Return the scene of a game, with what the watcher remembers of it."""
    world = game.world
    sheet = world.scenario.sheet
    return Scene(
        scenario=sheet.id,
        title=sheet.title,
        question=sheet.question,
        month=game.month,
        horizon=world.params.horizon,
        date=date_of(game.world, game.month),
        over=game.over,
        forums=tuple(forum_picture(game, f) for f in range(world.params.n_forums)),
        sides=tuple(
            {"id": side, "name": world.name("side", side), "short": world.short("side", side)}
            for side in world.sides
        ),
        trust=trust_between(game),
        tension=float(game.state.tension[0]),
        news=news,
        history=history,
        tick=int(world.params.tick),
    )


def date_of(world: World, month: int) -> str:
    """Return the calendar month in which a month of the run begins."""
    start, language = world.scenario.start, world.scenario.language
    return month_name(start, 1 + (max(month, 1) - 1) * world.params.tick, language)


def month_figures(game: Game) -> Mapping[str, float]:
    """Return what the history keeps of a month: trust, items agreed, mean share carried out."""
    params, state = game.world.params, game.state
    clean, shares = 0, []
    for f in range(params.n_forums):
        clean += int((state.clean[f] * (state.text[f] > 0)).sum())
        if state.outcome[f] >= CLEAN:
            shares += [delivered_share(params, state, f, side) for side in range(params.n_sides)]
    delivered = sum(shares) / len(shares) if shares else 0.0
    trust = trust_between(game)
    return {"month": game.month, "trust": trust, "clean": clean, "delivered": float(delivered)}


def trust_between(game: Game) -> float:
    """Return the mean trust between heard agencies of different sides, 0..1."""
    params, state = game.world.params, game.state
    seats = [
        a
        for a in range(params.n_agencies)
        if any(heard(state, f, a) for f in range(params.n_forums))
    ]
    pairs = [
        float(state.trust[a, b]) for a in seats for b in seats if params.side[a] != params.side[b]
    ]
    return sum(pairs) / len(pairs) if pairs else 0.0


def forum_picture(game: Game, f: int) -> ForumPicture:
    """Return the picture of one forum."""
    world, state = game.world, game.state
    forum = world.forums[f]
    seats = [a for a in range(world.params.n_agencies) if shown(game, f, a)]
    return ForumPicture(
        id=forum,
        title=world.name("forum", forum),
        short=world.short("forum", forum),
        label=world.scenario.library.forums[forum].label,
        meeting=MEETINGS[state.session[f]],
        round=int(state.round[f]) + 1,
        outcome=OUTCOMES[state.outcome[f]],
        closed=int(state.closed[f]),
        lines=tuple(
            line(game, f, i) for i in range(world.params.n_items) if world.params.agenda[f, i]
        ),
        seats=tuple(seat_picture(game, f, a) for a in seats),
        ministerials=int(state.ministerials[f]),
        sessions=int(state.sessions[f]),
        stature=float(state.stature[f]),
        expectation=float(state.expectation[f]),
        deadline=int(state.deadline[f]),
        trust=tuple(tuple(float(state.trust[a, b]) for b in seats) for a in seats),
    )


def shown(game: Game, f: int, a: int) -> bool:
    """Say whether a forum's picture shows an agency: it has a role there, or authority."""
    params = game.world.params
    return bool(game.state.role[f, a] > 0 or (params.authority[a] * params.agenda[f]).any())


def line(game: Game, f: int, i: int) -> Line:
    """Return one item of a forum's draft."""
    world, state = game.world, game.state
    item = world.items[i]
    status = line_status(game, f, i)
    level = int(state.statement[f, i] if status == "adopted" else state.text[f, i])
    tabled = int(state.tabled[f, i])
    objector = standing_objector(game, f, i)
    against = world.agencies[objector] if objector >= 0 and status == "bracketed" else ""
    return Line(
        id=item,
        title=world.name("item", item),
        short=world.short("item", item),
        posture=POSTURES[world.params.posture[i]],
        level=level,
        levels=tuple(world.label(item, each) for each in range(5)),
        clause=world.clause(item, level if level > 0 else max(tabled, 0)),
        status=status,
        tabled=tabled,
        objector=world.short("agency", against) if against else "",
        objector_side=world.sides[world.params.side[objector]] if against else "",
        reason=REASONS[state.reason[f, i]] if against else "",
        cleared={
            side: int(state.mandate[f, s, i]).bit_length() - 1 if state.mandate[f, s, i] else 0
            for s, side in enumerate(world.sides)
        },
        delivered={side: float(state.delivered[f, s, i]) for s, side in enumerate(world.sides)},
        bill={side: BILLS[state.bill[f, s, i]] for s, side in enumerate(world.sides)},
    )


def line_status(game: Game, f: int, i: int) -> str:
    """Return where an item of the draft stands."""
    state = game.state
    if state.statement[f, i] > 0 and state.outcome[f] != UNDER_WAY:
        return "adopted"
    if not state.admitted[f, i]:
        return "not admissible"
    if state.outcome[f] != UNDER_WAY:
        return "dropped"
    return "clean" if state.clean[f, i] else "bracketed"


def seat_picture(game: Game, f: int, a: int) -> SeatPicture:
    """Return the picture of one agency at a forum."""
    world, state = game.world, game.state
    agency = world.agencies[a]
    open_items = range(world.params.n_items) if state.outcome[f] == UNDER_WAY else ()
    return SeatPicture(
        id=agency,
        name=world.name("agency", agency),
        short=world.short("agency", agency),
        side=world.sides[world.params.side[a]],
        role=ROLES[state.role[f, a]],
        turf=float(state.turf[a]),
        buy_in=float(state.buy_in[a]),
        satisfaction=float(satisfaction(world.params, state, f, a)),
        speaking=game.seat == agency and game.forum == world.forums[f],
        objecting=any(standing_objector(game, f, i) == a for i in open_items),
        strategy=STRATEGIES[world.params.strategy[a]],
        authority=held_items(world, f, a),
    )


def held_items(world: World, f: int, a: int) -> tuple[str, ...]:
    """Return the items of a forum's agenda over which an agency has authority."""
    params = world.params
    return tuple(
        item
        for i, item in enumerate(world.items)
        if params.agenda[f, i] and params.authority[a, i] > 0
    )
