"""The slow variables as small lines: agreement, trust and delivery since the first month."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.play.scene import Scene


def trends(scene: Scene) -> list[dict]:
    """Return one small chart per series, each with values in 0..1 and the latest in words."""
    items = max(1, sum(len(forum.lines) for forum in scene.forums))
    past = scene.history or ({"trust": scene.trust, "clean": 0, "delivered": 0.0},)
    trust, clean, delivered = (
        [month[key] for month in past] for key in ("trust", "clean", "delivered")
    )
    return [
        chart("Paragraphs agreed", f"{clean[-1]} of {items}", [count / items for count in clean]),
        chart("Trust between the sides", percent(scene.trust), trust),
        chart("Commitments carried out", percent(delivered[-1]), delivered),
    ]


def chart(name: str, latest: str, values: list[float]) -> dict:
    """Return one series, rounded to what a pixel can show."""
    return {"name": name, "latest": latest, "values": [round(value, 3) for value in values]}


def percent(share: float) -> str:
    """Return a share as per cent.

    >>> percent(0.456)
    '46 %'
    """
    return f"{round(100 * share)} %"
