"""How a side is told apart on screen: a name, a shape and a tone, never a color alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.play.scene import Scene

SHAPES = "■●▲◆▼★✚✖"


def badges(scene: Scene) -> dict[str, dict]:
    """Return the badge of every side: its names, its shape and the number of its tone."""
    return {
        side["id"]: {
            "id": side["id"],
            "name": side["name"],
            "short": side["short"],
            "shape": SHAPES[place % len(SHAPES)],
            "tone": place % len(SHAPES),
        }
        for place, side in enumerate(scene.sides)
    }
