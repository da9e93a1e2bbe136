"""What makes a function a rule: it is registered, and otherwise left alone.

A rule is plain Python over numbers and small arrays, so the game, the Mesa model
and a debugger run it as it stands. ``sim.rules.compiled`` hands the very same
functions to numba where many runs are wanted.
"""

from collections.abc import Callable

RULES: list[Callable[..., object]] = []
"""Every rule, in the order of definition."""


def rule[Function: Callable[..., object]](function: Function) -> Function:
    """Register a function as a rule of the simulation.

    A rule uses numbers, arrays, loops and other rules, nothing else: no strings,
    containers or exceptions, only ``+ - * /`` and ``sqrt`` on floats (every
    machine rounds those alike), and sums from left to right.
    """
    RULES.append(function)
    return function
