"""A rule keeps to what every machine, and every compiler, reckons alike.

IEEE 754 fixes ``+ - * /`` and ``sqrt`` to the last bit; powers, logarithms and the like it leaves
to libraries, and a sum depends on its order, which a loop shows and ``sum`` hides.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable, Iterator
from math import sqrt
from pathlib import Path
from types import ModuleType

import pytest

import sim.sweep.run  # registers every rule of a run
from sim.rules.rule import RULES

SUMS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.Mod, ast.USub)
BITS = (ast.BitAnd, ast.BitOr, ast.BitXor, ast.LShift, ast.RShift)
LOGIC = (ast.And, ast.Or, ast.Not, ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.In)
STEPS = (ast.Assign, ast.AugAssign, ast.Expr, ast.For, ast.While, ast.If, ast.Return)
MORE = (ast.Continue, ast.Break, ast.Load, ast.Store, ast.FunctionDef, ast.arguments, ast.arg)
VALUES = (ast.Name, ast.Constant, ast.Attribute, ast.Subscript, ast.Slice, ast.Tuple, ast.keyword)
SHAPES = (ast.BinOp, ast.BoolOp, ast.Compare, ast.UnaryOp, ast.IfExp, ast.Call, ast.Module)
ALLOWED = (*SUMS, *BITS, *LOGIC, *STEPS, *MORE, *VALUES, *SHAPES)
CALLED = {"range", "min", "max", "abs", "int", "np.zeros"}


def faults(rule: Callable[..., object]) -> Iterator[str]:
    """Yield what a rule uses that it may not."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(rule)))
    body = tree.body[0].body[1:]  # the docstring aside
    for node in (node for statement in body for node in ast.walk(statement)):
        if not isinstance(node, ALLOWED):
            yield type(node).__name__
        if isinstance(node, ast.Constant) and not isinstance(node.value, int | float):
            yield f"the constant {node.value!r}"
        if isinstance(node, ast.Call) and ast.unparse(node.func) not in CALLED:
            called = rule.__globals__.get(ast.unparse(node.func))
            if called not in RULES and called is not sqrt:
                yield f"a call of {ast.unparse(node.func)}"


def not_fixed(rule: Callable[..., object]) -> Iterator[str]:
    """Yield the names a rule takes from its module that stand for something that may change."""
    for name in rule.__code__.co_names:
        value = rule.__globals__.get(name)
        fixed = value is None or value in RULES or isinstance(value, int | float | ModuleType)
        if not fixed and value is not sqrt:
            yield name


def test_rules_keep_to_plain_arithmetic():
    found = {rule.__name__: [*faults(rule), *not_fixed(rule)] for rule in RULES}
    assert {name: what for name, what in found.items() if what} == {}


TABLE = [1.0]
FORBIDDEN = [
    "return x ** 2",
    "return x // 1",
    "return np.sum(x)",
    "return sum([x])",
    "return np.exp(x)",
    "return pow(x, 2)",
    "return [y for y in x]",
    "return {0: x}",
    "return 'x'",
    "raise ValueError(x)",
    "return lambda y: y",
    "return TABLE[0]",
]


@pytest.mark.parametrize("line", FORBIDDEN)
def test_a_planted_fault_is_found(tmp_path: Path, line: str):
    file = tmp_path / "planted.py"
    file.write_text(f'def planted(x):\n    """Doc."""\n    {line}\n', "utf-8")
    space = {"np": __import__("numpy"), "TABLE": TABLE}
    exec(compile(file.read_text("utf-8"), str(file), "exec"), space)
    assert [*faults(space["planted"]), *not_fixed(space["planted"])]


def test_every_function_a_rule_calls_is_a_rule_with_a_name_of_its_own():
    names = [rule.__name__ for rule in RULES]
    assert len(names) == len(set(names))
    assert sim.sweep.run.play_run in RULES
