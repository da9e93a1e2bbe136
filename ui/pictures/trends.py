"""The slow variables as small lines: agreement, trust and delivery since the first month."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.play.scene import Scene


def trends(scene: Scene) -> list[dict]:
    """Return one small chart per series, each with values in 0..1 and the latest in words."""
    items = max(1, sum(len(forum.lines) for forum in scene.forums))
    past = [{"trust": scene.trust, "clean": 0, "delivered": 0.0}, *scene.history]
    now = past[-1]
    return [
        chart("Paragraphs agreed", [m["clean"] / items for m in past], f"{now['clean']}"),
        chart("Trust between the sides", [m["trust"] for m in past], percent(scene.trust)),
        chart("Commitments carried out", [m["delivered"] for m in past], percent(now["delivered"])),
    ]


def chart(name: str, values: list[float], latest: str) -> dict:
    """Return one series, rounded to what a pixel can show."""
    return {"name": name, "latest": latest, "values": [round(value, 3) for value in values]}


def percent(share: float) -> str:
    """Return a share as per cent.

    >>> percent(0.456)
    '46 %'
    """
    return f"{round(100 * share)} %"
