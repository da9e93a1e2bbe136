"""A deal in one figure, and item by item beside the one that balances all gains best."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scenarios.world import World
    from sim.solve.debrief import Debrief


def verdict(found: Debrief, text: dict) -> dict:
    """Return what a deal is worth to the seat, on a scale that ends at the best it could sign.

    Returns
    -------
    dict
        ``points`` of the deal, a sentence ``said`` of it, and ``marks``: each with its ``id``,
        ``title``, ``points``, and where it is ``at`` on the scale, in per cent.
    """
    words, seat = text["verdict"], found.seat
    worth = {
        "none": float(found.solution.domain.walk_away[seat]),
        "deal": float(found.values[seat]),
    }
    nash, edge = found.solution.points["nash"], found.solution.edge
    if nash is not None:
        worth["nash"] = float(nash.values[seat])
    every = edge.values[:, seat] if edge is not None and len(edge.values) else found.values[[seat]]
    worth["best"] = float(every.max())
    low, high = min(worth.values()), max(worth.values())
    gain, room = worth["deal"] - worth["none"], worth["best"] - worth["none"]
    if found.outcome == "none":
        said = words["lost"]
    elif gain < 0.0:
        said = words["below"]
    else:
        said = words["share"].format(percent=round(100 * gain / room)) if room > 0.0 else ""
    titles = {**text["marks"], "best": words["best"]}
    shown = [each for each in worth if each != "deal" or found.outcome != "none"]
    return {
        "points": f"{100 * worth['deal']:.1f}",
        "said": said,
        "marks": [
            {
                "id": each,
                "title": titles[each],
                "points": f"{100 * worth[each]:.1f}",
                "at": round(100 * (worth[each] - low) / (high - low), 1) if high > low else 0.0,
            }
            for each in shown
        ],
    }


def alternative(found: Debrief, world: World, text: dict) -> dict:
    """Return each item's level in the deal and in Nash's text; no ``rows`` where there is none."""
    nash, words = found.solution.points["nash"], text["alternative"]
    issues = found.solution.domain.issues if nash is not None else ()
    return {
        "lead": words["lead_none" if found.outcome == "none" else "lead"],
        "rows": [
            row(world, item, found.text[n], nash.text[n], words) for n, item in enumerate(issues)
        ],
    }


def row(world: World, item: str, made: int, best: int, words: dict) -> dict:
    """Return one item, and what is to be said of it."""
    return {
        "name": world.short("item", item),
        "made": made,
        "best": best,
        "said": words["same" if made == best else "differs"].format(
            made=made, label=world.label(item, made), best=best, other=world.label(item, best)
        ),
    }
