"""A solved domain as one object for machines."""

from typing import Any

from sim.solve.change import smallest_change
from sim.solve.distances import Distances
from sim.solve.domain import Domain
from sim.solve.formats.deliberation import Deliberation, acceptable
from sim.solve.points import Point
from sim.solve.solution import Forecast, Solution
from sim.solve.typical import Typical

Table = dict[str, Any]


def as_json(
    solution: Solution, text: tuple[int, ...] | None = None, runs: Typical | None = None
) -> Table:
    """Return a solution as a table; values stand in the order of its ``parties``.

    Parameters
    ----------
    text : tuple of int, optional
        A text to say more about, under ``text``.
    runs : Typical, optional
        What runs of the scenario come to, under ``typical``.
    """
    domain, edge = solution.domain, solution.edge
    made: Table = {
        "domain": domain.name,
        "parties": list(domain.parties),
        "walk_away": domain.walk_away.tolist(),
        "outcomes": domain.outcomes,
        "rational": solution.rational,
        "pareto_count": None if edge is None else len(edge),
        "opposition": solution.opposition,
    }
    if isinstance(domain, Deliberation):
        made |= {"acceptable": acceptable(domain), "unanimous": solution.rational}
    made |= {name: point_json(domain, point) for name, point in solution.points.items()}
    made |= {name: forecast_json(domain, each) for name, each in solution.forecasts.items()}
    if text is not None:
        made["text"] = text_json(solution, text)
    if runs is not None:
        made["typical"] = typical_json(domain, runs)
    return made


def named(domain: Domain, text: tuple[int, ...]) -> dict[str, str]:
    """Return a text by the names of its issues and values."""
    rows = zip(domain.issues, domain.values, text, strict=True)
    return {issue: values[chosen] for issue, values, chosen in rows}


def point_json(domain: Domain, point: Point | None) -> Table:
    """Return a point; both its entries are null where there is none."""
    if point is None:
        return {"outcome": None, "values": None}
    return {"outcome": named(domain, point.text), "values": point.values.tolist()}


def forecast_json(domain: Domain, made: Forecast) -> Table:
    """Return the text nearest to a forecast, whether it crosses a red line, and the forecast."""
    levels = dict(zip(domain.issues, made.level.tolist(), strict=True))
    allowed = domain.allowed(made.point.text)
    return {**point_json(domain, made.point), "allowed": allowed, "forecast": levels}


def distances_json(where: Distances) -> Table:
    """Return where a text lies."""
    return {
        "values": where.values.tolist(),
        "gains": where.gains.tolist(),
        "allowed": where.allowed,
        "acceptable": where.acceptable,
        "pareto_distance": where.pareto,
        "joint_gain_left": where.left,
        "nash_distance": where.nash,
        "nash_product_ratio": where.ratio,
    }


def text_json(solution: Solution, text: tuple[int, ...]) -> Table:
    """Return where a text lies, and the smallest change to it that all would accept."""
    domain, where = solution.domain, solution.distances(text)
    change = smallest_change(domain, text)
    made: Table = {"outcome": named(domain, text), "values": domain.value(text).tolist()}
    if where is not None:
        made |= distances_json(where)
    made["smallest_change"] = None
    if change is not None:
        made["smallest_change"] = {
            "outcome": named(domain, change.text),
            "values": change.values.tolist(),
            "changed": [domain.issues[n] for n in change.issues],
            "steps": change.steps,
        }
    return made


def typical_json(domain: Domain, made: Typical) -> Table:
    """Return what runs come to."""
    return {
        "runs": made.runs,
        "outcome": named(domain, made.text),
        "share_of_runs": made.share,
        **distances_json(made.where),
        "median_pareto_distance": made.pareto,
        "median_nash_product_ratio": made.ratio,
        "median_joint_gain_left": made.left,
    }
