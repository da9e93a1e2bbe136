"""The rooms of the house: imports point down only, and each thing is known in its room alone."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

HOUSE = Path(__file__).parents[1]
TOP = ("sim", "agents", "scenarios", "classroom", "ui", "terminal", "bench", "app.py", "cli.py")

# Each room may import itself and any room of a lower floor. Rooms of one floor may use one
# another as long as no circle of rooms comes of it.
FLOORS = {
    "sim.rules": 0,
    "scenarios": 1,
    "sim.play": 2,
    "agents": 3,
    "sim.model": 4,
    "sim.solve": 4,
    "sim.sweep": 4,
    "sim.claims": 4,
    "sim.env": 4,
    "classroom": 5,
    "ui": 6,
    "terminal": 6,
    "bench": 6,
    "app": 7,
    "cli": 7,
}
COMPILER = "sim.rules.compiled"  # hands the rules to numba and names the cache by their hash
COMPILER_MAY = {"os", "hashlib", "pathlib", "numba"}
NO_RULE_HAS = {
    *("random", "secrets", "uuid", "time", "datetime", "os", "pathlib", "io", "shutil"),
    *("tempfile", "glob", "logging", "socket", "subprocess", "threading"),
}
PAGE = {"solara", "reacton", "ipyvue", "ipyvuetify", "ipywidgets"}
READERS = {"tomllib", "importlib.resources"}
WORDS = {"ui.words.catalogue", "classroom.plan", "classroom.said"}
"""Read the catalogues and lesson plans that lie beside them, which are no scenario files."""
GONE = {
    *("mesa.batchrunner", "mesa.space", "mesa.experimental", "mesa.visualization"),
    *("batch_run", "SolaraViz"),
}
STREAMS = {"np.random", "numpy.random"}


class Import(NamedTuple):
    """One imported name; ``early`` if it is imported as soon as the module is."""

    name: str
    line: int
    early: bool


class Module(NamedTuple):
    """A file of ours, parsed."""

    name: str
    tree: ast.Module
    imports: tuple[Import, ...]


def room(name: str) -> str:
    """Return the room a dotted name lies in, "" if it is not ours."""
    return next((r for r in FLOORS if name == r or name.startswith(r + ".")), "")


def under(name: str, tops: set[str]) -> bool:
    return any(name == top or name.startswith(top + ".") for top in tops)


def late(node: ast.AST) -> bool:
    """Say whether what is below does not run when the module is imported."""
    typing_only = isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    return typing_only or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)


def imports_of(node: ast.AST, early: bool = True) -> Iterator[Import]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import):
            yield from (Import(n.name, child.lineno, early) for n in child.names)
        elif isinstance(child, ast.ImportFrom):
            base = "." * child.level + (child.module or "")
            yield from (Import(f"{base}.{n.name}", child.lineno, early) for n in child.names)
        else:
            yield from imports_of(child, early and not late(child))


def modules(house: Path) -> dict[str, Module]:
    found = {}
    for top in TOP:
        path = house / top
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path] * path.exists():
            name = ".".join(file.relative_to(house).with_suffix("").parts)
            name = name.removesuffix(".__init__")
            tree = ast.parse(file.read_text("utf-8"))
            found[name] = Module(name, tree, tuple(imports_of(tree)))
    return found


def wrong_floor(here: Module) -> Iterator[str]:
    for name, line, _ in here.imports:
        if name.startswith("."):
            yield f"{here.name}:{line} imports {name}: write imports in full"
        if room(name) and FLOORS[room(name)] > FLOORS[room(here.name)]:
            yield f"{here.name}:{line} imports {name}: imports point down only"
        if room(here.name) in ("ui", "app") and room(name) == "sim.rules":
            yield f"{here.name}:{line} imports {name}: the page knows no rule"


def wrong_package(here: Module) -> Iterator[str]:
    place = room(here.name)
    for name, line, _ in here.imports:
        top = name.split(".")[0]
        if place == "sim.rules" and not room(name):
            allowed = COMPILER_MAY if here.name == COMPILER else set()
            fits = top == "numpy" or (top in sys.stdlib_module_names and top not in NO_RULE_HAS)
            if not (fits or top in allowed):
                yield f"{here.name}:{line} imports {name}: a rule has numpy and pure stdlib"
        if top in PAGE and place not in ("ui", "app"):
            yield f"{here.name}:{line} imports {name}: only the page knows Solara"
        if top == "mesa" and place not in ("agents", "sim.model", "bench"):
            yield f"{here.name}:{line} imports {name}: only agents, model and bench know Mesa"
        if under(name, READERS) and here.name not in {"scenarios.load", *WORDS}:
            yield f"{here.name}:{line} imports {name}: only scenarios.load opens scenario files"


def wrong_call(here: Module) -> Iterator[str]:
    place = room(here.name)
    for node in ast.walk(here.tree):
        if isinstance(node, ast.Call) and place in ("sim.rules", "scenarios", "agents"):
            called = ast.unparse(node.func).split(".")[-1]
            opens = called in ("open", "read_text", "read_bytes", "write_text", "write_bytes")
            if opens and here.name not in ("scenarios.load", COMPILER):
                yield f"{here.name}:{node.lineno} calls {called}: this room opens no file"
        stream = isinstance(node, ast.Attribute) and ast.unparse(node) in STREAMS
        if stream and place == "sim.rules":
            yield f"{here.name}:{node.lineno} draws from a stream: chance has addresses"


def gone_from_mesa(here: Module) -> Iterator[str]:
    # The benchmark measures us beside what Mesa still has.
    gone = GONE - {"mesa.batchrunner", "batch_run"} if room(here.name) == "bench" else GONE
    with_mesa = any(under(i.name, {"mesa"}) for i in here.imports)
    for name, line, _ in here.imports:
        if under(name, gone) or name.split(".")[-1] in gone:
            yield f"{here.name}:{line} imports {name}: gone in Mesa 4"
    for node in ast.walk(here.tree):
        if isinstance(node, ast.Attribute):
            whose = ast.unparse(node.value).split(".")[-1]
            if node.attr in gone:
                yield f"{here.name}:{node.lineno} uses {node.attr}: gone in Mesa 4"
            if node.attr == "steps" and (with_mesa or whose == "model"):
                yield f"{here.name}:{node.lineno} uses .steps: gone in Mesa 4, use .time"
        if isinstance(node, ast.Call) and any(k.arg == "seed" for k in node.keywords):
            called = ast.unparse(node.func)
            if (with_mesa and called == "super().__init__") or called.endswith("Model"):
                yield f"{here.name}:{node.lineno} passes seed= to a Model: gone in Mesa 4, use rng="


def circles(house: dict[str, Module]) -> Iterator[str]:
    """Yield each kind of circle: of modules at import, of rooms."""
    graph: dict[str, set[str]] = {}
    rooms: dict[str, set[str]] = {}
    for here in house.values():
        for name, _, early in here.imports:
            target = name if name in house else name.rpartition(".")[0]
            if target in house and early:
                graph.setdefault(here.name, set()).add(target)
            if room(name) not in ("", room(here.name)):
                rooms.setdefault(room(here.name), set()).add(room(name))
    for what, edges in (("modules", graph), ("rooms", rooms)):
        try:
            TopologicalSorter(edges).prepare()
        except CycleError as error:
            yield f"a circle of {what}: {' < '.join(error.args[1])}"


def breaches(house: Path) -> list[str]:
    found = modules(house)
    rules = (wrong_floor, wrong_package, wrong_call, gone_from_mesa)
    nowhere = [
        f"{name} lies in no room"
        for name, here in found.items()
        if here.tree.body and not room(name)
    ]
    if nowhere:
        return nowhere
    placed = [here for name, here in found.items() if room(name)]
    return [*(b for here in placed for rule in rules for b in rule(here)), *circles(found)]


def test_the_house_is_in_order():
    assert breaches(HOUSE) == []


# One row a way to break it: where, what, and the complaint.
PLANTED = [
    ("sim/rules/x.py", "from scenarios.load import load", "imports point down only"),
    ("scenarios/x.py", "from sim.play.moves import Move", "imports point down only"),
    ("sim/play/x.py", "import agents.agency", "imports point down only"),
    ("agents/x.py", "from sim import model", "imports point down only"),
    ("sim/sweep/x.py", "def f():\n    import classroom.tables", "imports point down only"),
    ("classroom/x.py", "import ui.page", "imports point down only"),
    ("ui/x.py", "import app", "imports point down only"),
    ("terminal/x.py", "import cli", "imports point down only"),
    ("sim/rules/x.py", "from .value import clip", "write imports in full"),
    ("ui/x.py", "from sim.rules.codes import ROLES", "the page knows no rule"),
    ("sim/rules/x.py", "import pandas", "a rule has numpy and pure stdlib"),
    ("sim/rules/x.py", "import numba", "a rule has numpy and pure stdlib"),
    *(
        ("sim/rules/x.py", f"import {name}", "a rule has numpy and pure stdlib")
        for name in ("random", "time", "os.path", "pathlib", "datetime", "logging")
    ),
    ("sim/rules/x.py", "import numpy as np\nnp.random.default_rng(1)", "chance has addresses"),
    ("sim/rules/compiled.py", "import random", "a rule has numpy and pure stdlib"),
    ("sim/play/x.py", "import solara", "only the page knows Solara"),
    ("cli.py", "import solara", "only the page knows Solara"),
    ("classroom/x.py", "import reacton.ipyvuetify as v", "only the page knows Solara"),
    ("sim/sweep/x.py", "import mesa", "only agents, model and bench know Mesa"),
    ("sim/play/x.py", "import tomllib", "only scenarios.load opens scenario files"),
    ("cli.py", "from importlib import resources", "only scenarios.load opens scenario files"),
    ("scenarios/x.py", "open('a')", "opens no file"),
    ("agents/x.py", "from pathlib import Path\nPath('a').read_text()", "opens no file"),
    ("agents/x.py", "import mesa.space", "gone in Mesa 4"),
    ("agents/x.py", "from mesa.experimental import cell_space", "gone in Mesa 4"),
    ("sim/model.py", "from mesa.batchrunner import batch_run", "gone in Mesa 4"),
    ("sim/model.py", "import mesa\nmesa.batch_run", "gone in Mesa 4"),
    ("bench/x.py", "import mesa.space", "gone in Mesa 4"),
    ("app.py", "from mesa.visualization import SolaraViz", "gone in Mesa 4"),
    ("agents/x.py", "def f(model):\n    return model.steps", "use .time"),
    ("sim/model.py", "import mesa\nclass M(mesa.Model):\n    f = lambda s: s.steps", "use .time"),
    ("sim/sweep/x.py", "from sim.model import Model\nModel(seed=1)", "use rng="),
    (
        "sim/model.py",
        "import mesa\nclass M(mesa.Model):\n    def __init__(s):\n        super().__init__(seed=1)",
        "use rng=",
    ),
    ("sim/x.py", "X = 1", "lies in no room"),
    ("ui/a.py", "from ui import b", "a circle of modules"),
    ("sim/solve/a.py", "def f():\n    from sim.sweep import run", "a circle of rooms"),
]
ALREADY_THERE = {"ui/b.py": "import ui.a\n", "sim/sweep/run.py": "import sim.solve.nash\n"}


@pytest.mark.parametrize(("file", "text", "complaint"), PLANTED)
def test_a_planted_breach_is_found(tmp_path: Path, file: str, text: str, complaint: str):
    for name, content in {**ALREADY_THERE, file: text}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    assert any(re.search(complaint, breach) for breach in breaches(tmp_path))


def test_what_is_allowed_is_not_found(tmp_path: Path):
    fine = {
        "sim/rules/compiled.py": "import os, hashlib, pathlib, numba\nopen('x')",
        "sim/rules/x.py": "import numpy as np\nimport math, typing, functools",
        "scenarios/load.py": "import tomllib\nimport importlib.resources\nopen('x')",
        "sim/model.py": "import mesa\nclass M(mesa.Model): ...\nM(rng=1).time",
        "ui/page.py": "import solara\nfrom sim.play.show import Show",
        "ui/a.py": "def f():\n    import ui.b",
        "ui/b.py": "import ui.a",
        "sim/sweep/steps.py": "def f(plan):\n    return plan.steps",
        "bench/x.py": "from mesa.batchrunner import batch_run\nimport sim.model",
        "cli.py": "import typer\nimport ui.server, app, bench.x",
    }
    for name, content in fine.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, "utf-8")
    assert breaches(tmp_path) == []
