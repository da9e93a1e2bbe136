"""How large a world may be: the fixed room each axis of the arrays has.

Every run of every scenario uses the same array shapes, so the compiled rules
are compiled once. A scenario that needs more room is refused by the loader,
which names the axis; raising a number here is safe and changes no result.
"""

FORUMS = 4
SIDES = 8
AGENCIES = 32
ITEMS = 16
LEVELS = 5
EVENTS = 24
EFFECTS = 64
PRESSURES = 16

AXES = {
    "F": FORUMS,
    "S": SIDES,
    "A": AGENCIES,
    "I": ITEMS,
    "L": LEVELS,
    "E": EVENTS,
    "X": EFFECTS,
    "K": PRESSURES,
}
"""Axis letter, as the field tables use it, to the room on that axis."""
