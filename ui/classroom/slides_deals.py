"""Two slides about the deals: the tables on the frontier, and what was at stake."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Any

from ui.classroom.letters import order, together
from ui.classroom.standing import DEALS
from ui.words.catalogue import words

if TYPE_CHECKING:
    from classroom.debrief.findings import Chart, Findings, Result
    from ui.classroom.names import Names

Parts = dict[str, Any]
MANY = 12
"""Tables of a forum from which marks carry no letters."""
NEAR = 0.05
"""Points below which nothing counts as left on the table."""


def frontier(names: Names, findings: Findings) -> Parts | None:
    """Return all tables of the latest measured round on the frontier of their seats."""
    if not findings.charts:
        return None
    text = words("wall")["slides"]["frontier"]
    last = max(each.round for each in findings.charts)
    charts = sorted(
        (each for each in findings.charts if each.round == last),
        key=lambda each: names.order(each.configuration),
    )
    many = len(charts) > 1
    tones = {name: n for n, name in enumerate(dict.fromkeys(c.configuration for c in charts))}
    found = [(chart, [each for each in findings.results if each.key == key(chart)])
             for chart in charts]  # fmt: skip
    left = [each.left for _, here in found for each in here if each.left is not None]
    short = sum(each > NEAR for each in left)
    if len(left) == 1 and short:
        headline = text["one"].format(points=points(left[0]))
    else:
        which = "every" if short == len(left) else "left"
        headline = text[which if short else "on"].format(left=short, all=len(left))
    return {
        "headline": headline,
        "says": text["says"],
        "many": any(len(here) > MANY for _, here in found),
        "panels": [
            panel(names, chart, here, tones[chart.configuration], many) for chart, here in found
        ],
    }


def key(chart: Chart) -> tuple[int, str, str]:
    """Return which results belong to a chart."""
    return chart.round, chart.configuration, chart.forum


def points(value: float) -> str:
    """Return points as they are written.

    >>> points(3.04), points(12.0)
    ('3', '12')
    >>> points(0.52)
    '0.5'
    """
    return f"{value:.1f}".removesuffix(".0")


def panel(names: Names, chart: Chart, here: list[Result], tone: int, many: bool) -> Parts:
    """Return one frontier with the tables that played there."""
    text = words("wall")["slides"]
    first, other = chart.axes
    up = text["side_points"].format(side=names.side(other)) if other else text["others_points"]
    title = names.forum(chart.forum)
    marks = [
        {
            "name": names.table(each.table),
            "at": list(each.spot),
            "deal": each.outcome in DEALS,
            "left": written(each.left, text["unmeasured"]),
        }
        for each in sorted(here, key=lambda each: order(names.table(each.table)))
    ]
    known = [each.left for each in here if each.left is not None]
    say = text["frontier"]
    said = words("teach")["list"].join(
        say["mark"].format(name=m["name"], x=m["at"][0], y=m["at"][1], left=m["left"])
        for m in marks
    )
    none = chart.marks.get("none")
    return {
        "title": title if many else "",
        "tone": tone,
        "sign": "◆" if tone else "●",
        "dots": [list(each) for each in chart.dots],
        "edge": [list(each) for each in chart.edge],
        "none": list(none) if none else None,
        "marks": marks,
        "lefts": lefts(names, here, text["unmeasured"]),
        "away": text["no_deal"],
        "across": text["side_points"].format(side=names.side(first)),
        "up": up,
        "middle": points(median(known)) if known else "–",
        "means": text["middle_left"],
        "spoken": say["spoken"].format(title=title, marks=said),
    }


def written(left: float | None, unmeasured: str) -> str:
    """Return the points left at a table, in words where they are not known."""
    return unmeasured if left is None else points(left)


def lefts(names: Names, here: list[Result], unmeasured: str) -> list[Parts]:
    """Return the tables by the points they left, those who left least in front."""
    ranked = sorted(here, key=lambda each: (each.left is None, each.left or 0.0))
    marks = [
        {"name": names.table(each.table), "left": written(each.left, unmeasured)} for each in ranked
    ]
    return together(marks, "left")


def stakes(names: Names, findings: Findings) -> Parts | None:
    """Return what every seat had at stake, in the forum with the most seats of the last round."""
    if not findings.stakes:
        return None
    last = max(round_ for round_, _, _ in findings.stakes)
    tables = [rows for (round_, _, _), rows in findings.stakes.items() if round_ == last]
    rows = max(tables, key=len)
    text = words("wall")["slides"]["stakes"]
    items = list(rows[0].weights)
    return {
        "headline": text["headline"],
        "says": text["says"],
        "items": [names.item(each) for each in items],
        "seats": [
            {
                "name": names.seat(row.seat),
                "side": names.badge(row.seat),
                "none": f"{row.walk_away:.0f}",
                "items": [
                    {
                        "weight": round(row.weights.get(item, 0.0), 1),
                        "best": row.best.get(item),
                        "red": list(row.red.get(item, ())),
                    }
                    for item in items
                ],
            }
            for row in rows
        ],
    }
