"""A domain small enough to solve by hand, for examples and tests.

Two friends choose a dish and a drink. Ann values the dishes 3, 2, 0 and the drinks 1, 0; Bob
the dishes 0, 2, 3 and the drinks 0, 1. No dinner is worth 1 to each.
"""

import numpy as np

from sim.solve.domain import Domain

DINNER = Domain(
    name="dinner",
    issues=("dish", "drink"),
    values=(("soup", "stew", "roast"), ("tea", "wine")),
    parties=("Ann", "Bob"),
    worth=(np.array([[3.0, 2.0, 0.0], [0.0, 2.0, 3.0]]), np.array([[1.0, 0.0], [0.0, 1.0]])),
    base=np.zeros(2),
    walk_away=np.ones(2),
    forbidden=(np.zeros((2, 3), dtype=np.int64), np.zeros((2, 2), dtype=np.int64)),
)
