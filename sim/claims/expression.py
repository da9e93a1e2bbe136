"""Measures written as expressions of metrics: ``domestic_support * efficiency``.

Names are those of ``sim.rules.measure.METRICS``. ``level.I12`` is the level of an item adopted by
any forum, ``agreed(I01, I02)`` the share of items adopted at all, ``depth(I01, I02)`` their mean
level. Numbers, ``+ - * /``, ``min`` and ``max`` join them.
"""

import ast
from collections.abc import Callable, Sequence

import numpy as np

from sim.rules.block import Floats
from sim.rules.measure import METRICS

Column = Callable[[str], Floats]
"""Gives a metric, or ``level.`` and an item, as one number for each world."""
JOINED = {ast.Add: np.add, ast.Sub: np.subtract, ast.Mult: np.multiply, ast.Div: np.divide}
BETWEEN = {"min": np.minimum, "max": np.maximum}
OF_ITEMS = ("agreed", "depth")
ALLOWED = "metrics, level.ITEM, agreed(ITEM...), depth(ITEM...), numbers, + - * /, min and max"


def value_of(text: str, column: Column) -> Floats:
    """Return what an expression comes to, world by world; one that has no complaint.

    Examples
    --------
    >>> value_of("2 * level.I01 - depth(I01, I02)", lambda name: np.array([1.0, 3.0])).tolist()
    [1.0, 3.0]
    """
    return np.asarray(worked_out(ast.parse(text, mode="eval").body, column), dtype=np.float64)


def worked_out(node: ast.expr, column: Column) -> Floats:
    """Return the value of one part of an expression."""
    match node:
        case ast.Constant(value=int() | float() as number):
            return np.asarray(float(number))
        case ast.Name(id=name):
            return column(name)
        case ast.Attribute(value=ast.Name(id="level"), attr=item):
            return column(f"level.{item}")
        case ast.BinOp(left=left, op=op, right=right):
            both = worked_out(left, column), worked_out(right, column)
            return np.asarray(JOINED[type(op)](*both))
        case ast.Call(func=ast.Name(id=name), args=parts) if name in BETWEEN:
            return np.asarray(BETWEEN[name](*(worked_out(part, column) for part in parts)))
        case ast.Call(func=ast.Name(id=name), args=parts):
            levels = np.stack([column(f"level.{ast.unparse(part)}") for part in parts])
            return np.asarray(
                (levels > 0).mean(axis=0) if name == "agreed" else levels.mean(axis=0)
            )
    raise ValueError(ast.unparse(node))


def complaint(text: str, items: Sequence[str]) -> str:
    """Return what would be right in place of an expression; empty where it is right.

    Examples
    --------
    >>> complaint("joint_value - level.I01", ["I01"]), complaint("value", ["I01"]) == ALLOWED
    ('', True)
    """
    try:
        node = ast.parse(text, mode="eval").body
    except (SyntaxError, ValueError, RecursionError):
        return ALLOWED
    return "" if sound(node, items) else ALLOWED


def sound(node: ast.expr, items: Sequence[str]) -> bool:
    """Say whether one part of an expression can be worked out."""
    match node:
        case ast.Constant(value=value):
            return isinstance(value, int | float)
        case ast.Name(id=name):
            return name in METRICS
        case ast.Attribute(value=ast.Name(id="level"), attr=item):
            return item in items
        case ast.BinOp(left=left, op=op, right=right):
            return type(op) in JOINED and sound(left, items) and sound(right, items)
        case ast.Call(func=ast.Name(id=name), args=parts, keywords=[]) if name in BETWEEN:
            return len(parts) == 2 and all(sound(part, items) for part in parts)
        case ast.Call(func=ast.Name(id=name), args=parts, keywords=[]) if name in OF_ITEMS:
            return bool(parts) and all(ast.unparse(part) in items for part in parts)
    return False
