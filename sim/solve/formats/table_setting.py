"""What an imported scenario states about everything that an imported domain knows nothing of.

The parties are of one mind, meet every month, and nothing outside the text bears on it: no
politics at home, no agencies that are not asked, no measures of one's own, no trade tension. So
the run is the negotiation alone, on the protocol of the rules.
"""

from typing import Any

from scenarios.ranges import param_ranges

WHY = "An imported domain says nothing of it; set so that the run is the negotiation alone."
MONTHS, DEADLINE, REOPEN = 18, 12, 1

CONSTANTS = {
    "trust": (0.5, "index"),
    "tension": (0.0, "index"),
    "purpose": (0.5, "index"),
    "detail_need": (0.0, "index"),
    "tolerance": (1000.0, "value"),
    "turf_weight": (0.0, "index"),
    "anxiety": (0.0, "index"),
    "pace": (1.0, "per month"),
    "uncertainty": (0.0, "level"),
    "last_chance": (1.0, "probability"),
    "reopen_months": (REOPEN, "months"),
    "alone_weight": (0.0, "index"),
    "learning_rate": (0.0, "per month"),
    "meeting_cost": (0.0, "value"),
}
FORUM = {
    "windows": (20.0, "per month"),
    "tiers": (0, "tiers"),
    "session_rate": (0.0, "probability"),
    "capacity": (16.0, "items"),
    "standing": (0.0, "items"),
    "rank": (1.0, "index"),
    "stature": (0.5, "index"),
    "expectation": (0.5, "index"),
    "deadline": (DEADLINE, "months"),
    "session_rounds": (1, "rounds"),
    "ministerial_rounds": (4, "rounds"),
    "least_satisfied_first": (0, "mode"),
}
AGENCY = {
    "availability": (1.0, "probability"),
    "turf": (0.0, "index"),
    "expertise": (0.5, "index"),
    "patience": (0.5, "index"),
    "delivery_capacity": (1.0, "index"),
}
SIDE = {"liaison": 1.0}
"""Figures of a side that are not 0."""
ITEM_UNIT, SIDE_UNITS = "index", {"attention_decay": "per month", "side_payments": "value"}

Table = dict[str, Any]


def assumed(value: float | str, unit: str, why: str = WHY) -> Table:
    """Return an assumed figure without room."""
    room = {"choices": [value]} if isinstance(value, str) else {"low": value, "high": value}
    return {"value": value, "unit": unit, "basis": "assumed", "why": why, **room}


def constants() -> Table:
    """Return the constants of the rules that differ from the shared ones."""
    return {name: assumed(*stated) for name, stated in CONSTANTS.items()}


def forum(items: int) -> Table:
    """Return the figures of the one forum; an amendment may link all of some items."""
    made = {name: assumed(*stated) for name, stated in FORUM.items()}
    why = "A bid of the imported domain is a whole text, so all items may be linked."
    return {**made, "link_limit": assumed(items, "items", why)}


def agency() -> Table:
    """Return the figures of an agency that are the same for all parties."""
    made = {name: assumed(*stated) for name, stated in AGENCY.items()}
    why = "The neutral tactic, the same for all; name another at the command line."
    words = ["hardliner", "boulware", "linear", "conceder", "tit-for-tat", "micro", "hybrid"]
    return {**made, "strategy": {**assumed("linear", "mode", why), "choices": words}}


def side() -> Table:
    """Return the figures of a side: nobody at home to ask."""
    names = param_ranges("S")
    return {name: assumed(SIDE.get(name, 0.0), SIDE_UNITS.get(name, "index")) for name in names}


def item() -> Table:
    """Return the figures of an item: nothing but its levels."""
    return {name: assumed(0.0, ITEM_UNIT) for name in param_ranges("I", without=("posture",))}
