"""The closed list of units a figure may have, each with what it counts."""

UNITS = {
    "level": "a level of an item, L0 to L4",
    "share": "a part of a whole, 0 to 1",
    "index": "a degree without a natural unit, mostly 0 to 1",
    "probability": "a chance, 0 to 1",
    "per month": "a rate or a chance a month",
    "month": "the number of a month of the run, the first being 1",
    "months": "a time in months",
    "items": "a count of items",
    "rounds": "a count of rounds",
    "tiers": "a count of tiers of officials",
    "value": "worth, on the scale on which an agency's best level is 1",
    "attention": "leaders' attention, 0 to 1",
    "buy-in": "an agency's commitment, 0 to 1",
    "factor": "a multiplier",
    "role": "a role at a forum",
    "mode": "one of some words, or 0 and 1",
}

DEGREES = ("index", "share", "probability", "attention", "buy-in")
RATES = ("per month", "probability")
OWN = {
    "tiers": ("tiers",),
    "outside": ("value",),
    "pressure_weight": ("value",),
    "summit_boost": ("factor",),
    "alone_cost": ("value",),
    "recess_limit": ("rounds",),
    "event_month": ("month",),
}
"""Units of parameters whose row in the table of parameters does not tell them."""

BY_START = {
    "level": ("level",),
    "months": ("months",),
    "rounds": ("rounds",),
    "items": ("items",),
    "value": ("value",),
    "attention": ("attention",),
    "buy-in": ("buy-in",),
    "0/1": ("mode",),
    "code": ("mode",),
    "0..1": DEGREES,
    "-1..1": DEGREES,
}
"""Units of the other parameters, by how the unit in their row begins."""


def units_of(name: str, stated: str) -> tuple[str, ...]:
    """Return the units that a figure of a parameter may have; none where any will do.

    Examples
    --------
    >>> units_of("horizon", "months"), units_of("pace", "0..1 per month")
    (('months',), ('per month', 'probability'))
    """
    if name in OWN:
        return OWN[name]
    if stated.endswith("per month"):
        return RATES
    return next((units for start, units in BY_START.items() if stated.startswith(start)), ())
