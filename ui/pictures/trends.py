"""The slow variables as small lines: agreement, trust and delivery since the first month."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from ui.pictures.months import span_of
from ui.pictures.words import percent
from ui.words.catalogue import words

if TYPE_CHECKING:
    from sim.play.scene import Scene


def trends(scene: Scene) -> list[dict]:
    """Return one small chart per series, each with values in 0..1 and the latest in words."""
    text = words("watch")["trends"]
    items = max(1, sum(len(forum.lines) for forum in scene.forums))
    past = scene.history or ({"trust": scene.trust, "clean": 0, "delivered": 0.0},)
    trust, clean, delivered = (
        [month[key] for month in past] for key in ("trust", "clean", "delivered")
    )
    share = text["of"].format(count=int(clean[-1]), all=items)
    return [
        chart(text["agreed"], share, [count / items for count in clean]),
        chart(text["trust"], percent(scene.trust), trust),
        chart(text["delivered"], percent(delivered[-1]), delivered),
    ]


def chart(name: str, latest: str, values: list[float]) -> dict:
    """Return one series, rounded to what a pixel can show."""
    return {"name": name, "latest": latest, "values": [round(value, 3) for value in values]}


def figures(scene: Scene) -> str:
    """Return the series of all months so far as CSV, one line a month."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("month", "date", "trust", "clean", "delivered"))
    for each in scene.history:
        month = int(each["month"])
        values = (f"{each['trust']:.4f}", int(each["clean"]), f"{each['delivered']:.4f}")
        writer.writerow((month, span_of(month, scene), *values))
    return table.getvalue()
