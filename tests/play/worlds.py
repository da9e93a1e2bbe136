"""Small worlds to play in: made by hand, or at random over all that a scenario may say."""

from typing import Any

import numpy as np
from hypothesis import strategies as st

from scenarios.cast import Cast
from scenarios.ranges import field_range
from scenarios.world import World
from sim.play.apply import apply
from sim.play.chance import drawn_slots
from sim.play.game import Game, new_game
from sim.play.moves import CHANCE_SEAT, Move
from sim.rules.block import Block, empty_block, fields, views
from sim.rules.codes import CHAIR, EFFECTS, PRINCIPAL, STRATEGIES
from sim.rules.params import Params
from tests.rules.small import params_block

NO_LUCK = 0
SEEDS = st.integers(0, 2**32 - 1)


def small_world(**changes: Any) -> World:
    """Return the small world of the rules' tests, with names: ``a0`` and on, ``I00`` and on."""
    return named(params_block(**changes))


def named(block: Block) -> World:
    """Return a world around a block of parameters."""
    p = views(Params, block)
    cast = Cast(
        forum=tuple(f"forum-{n}" for n in range(p.n_forums)),
        side=tuple(f"s{n}" for n in range(p.n_sides)),
        agency=tuple(f"a{n}" for n in range(p.n_agencies)),
        item=tuple(f"I{n:02}" for n in range(p.n_items)),
        event=tuple(f"E{n:02}" for n in range(p.n_events)),
        pressure=tuple(f"pressure-{n}" for n in range(p.n_pressures)),
    )
    return World(None, "small", cast, {}, p, block)


def lucky(game: Game, word: int = NO_LUCK) -> Game:
    """Return the game after chance has drawn one and the same word for everything it owes."""
    words = tuple((phase, (word,) * count) for phase, count in drawn_slots(game).items())
    return apply(game, Move(CHANCE_SEAT, "draw", words=words))


def at_the_table(**changes: Any) -> Game:
    """Return a game in its first month, ministers in session, L1 cleared and a seat asked."""
    return lucky(new_game(small_world(**changes)))


@st.composite
def worlds(draw: st.DrawFn, **changes: Any) -> World:
    """Return a world of random shape and figures, most of it lively enough to bargain."""
    return random_world(draw(SEEDS), **changes)


def random_world(seed: int, **changes: Any) -> World:
    """Return the random world of a seed; ``changes`` set figures by name."""
    rng = np.random.default_rng(seed)
    counts = {
        "n_forums": int(rng.integers(1, 3)),
        "n_sides": int(rng.integers(2, 4)),
        "n_items": int(rng.integers(1, 4)),
        "n_events": int(rng.integers(0, 3)),
        "n_effects": int(rng.integers(0, 4)),
        "n_pressures": int(rng.integers(0, 3)),
    }
    counts["n_agencies"] = counts["n_sides"] + int(rng.integers(0, 4))
    counts["horizon"] = int(rng.integers(4, 13))
    block = empty_block(Params)
    for field in fields(Params):
        shape = block[field.name][0].shape
        block[field.name] = counts.get(field.name, figures(rng, field, shape))
    enliven(block, rng)
    for name, value in changes.items():
        block[name] = value
    return named(block)


def figures(rng: np.random.Generator, field, shape: tuple[int, ...]) -> np.ndarray:
    """Return random figures within the range of a field; its bounds turn up often."""
    allowed = field_range(field)
    low, high = allowed.low, min(allowed.high, 8.0)
    if field.name == "strategy":
        low, high = 0, len(STRATEGIES) - 1
    drawn = low + (high - low) * rng.random(shape)
    at_bound = rng.random(shape)
    drawn = np.where(at_bound < 0.15, low, np.where(at_bound > 0.85, high, drawn))
    return np.floor(drawn) if field.whole else drawn


def enliven(block: Block, rng: np.random.Generator) -> None:
    """Make what refers to something refer to what there is, and let most worlds bargain."""
    row = block[0]
    n = {name: int(row["n_" + name]) for name in ("sides", "agencies", "forums", "items")}
    row["side"][: n["agencies"]] = np.arange(n["agencies"]) % n["sides"]
    row["role0"][:, : n["sides"]] = CHAIR
    rest = row["role0"][:, n["sides"] :]
    rest[...] = np.minimum(rest, PRINCIPAL)
    row["authority"] = np.round(row["authority"] * 2) / 2
    row["red_line"] = np.where(rng.random(row["red_line"].shape) < 0.8, 0, row["red_line"] & ~1)
    row["pressure_side"] %= n["sides"]
    row["effect_event"] = 0 if row["n_events"] == 0 else row["effect_event"] % row["n_events"]
    row["n_effects"] = row["n_effects"] if row["n_events"] else 0
    aim_effects(row, rng, n)
    row["deadline"] = np.maximum(2, np.minimum(row["deadline"], row["horizon"] - 2))
    row["session_rounds"] = np.minimum(row["session_rounds"], 2)
    row["ministerial_rounds"] = np.minimum(row["ministerial_rounds"], 3)
    if rng.random() < 0.75:
        row["windows"] = row["availability"] = row["pace"] = row["agenda"] = 1
        row["capacity"], row["detail_need"], row["turf_weight"] = 8.0, 0.0, 0.25
        row["authority"][: n["sides"]] = 1.0
        row["position"] = np.maximum(row["position"], 1.0 + 3.0 * rng.random())
        row["pressure_weight"] *= 0.1
        row["protection"] = row["outside"] = row["alone_weight"] = 0.0
        row["extra"] *= 0.02
        row["no_deal"] *= 0.02
        row["legal_friction"] *= 0.2
        row["side_payments"] = 0.0
        row["settle_cost"] *= 0.02
        row["tolerance"] *= 0.02
        row["stall_limit"] = np.minimum(row["stall_limit"], 1)
        row["ministerial_rounds"] = np.maximum(row["ministerial_rounds"], 2)
        row["deadline"] = row["horizon"] - 1


def aim_effects(row, rng: np.random.Generator, n: dict[str, int]) -> None:
    """Let every effect name something that exists; roles stay what the loader would allow."""
    counts = {
        "item": n["items"],
        "side": n["sides"],
        "forum": n["forums"],
        "agency": n["agencies"],
        "pressure": max(1, int(row["n_pressures"])),
        "": 1,
    }
    for x in range(int(row["n_effects"])):
        row["effect_kind"][x] = rng.integers(0, len(EFFECTS))
        name, on, of = EFFECTS[row["effect_kind"][x]]
        row["effect_on"][x] = rng.integers(0, counts[on])
        row["effect_of"][x] = rng.integers(-1, counts[of])
        if name in ("role", "summit"):
            row["effect_size"][x] = rng.integers(0, 5)
