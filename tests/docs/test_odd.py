"""The model description says what the code does: functions, parameters, state, order of a month."""

import ast
import importlib
import re
from pathlib import Path

import pytest

from sim.rules.block import fields
from sim.rules.codes import ASKS, OUTCOMES, REASONS
from sim.rules.compiled import rule_files
from sim.rules.measure import METRICS
from sim.rules.params import Params
from sim.rules.rule import RULES
from sim.rules.state import State
from tools import month_picture, odd, rule_pictures

HOUSE = Path(__file__).parents[2]
TEXT = odd.ODD.read_text("utf-8")
ELEMENTS = (
    "1 Purpose and patterns",
    "2 Entities, state variables and scales",
    "3 Process overview and scheduling",
    "4 Design concepts",
    "5 Initialization",
    "6 Input data",
    "7 Submodels",
)
CONCEPTS = (
    *("Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction"),
    *("Sensing", "Interaction", "Stochasticity", "Collectives", "Observation"),
)
RUNNERS = "sim.sweep.run"
"""Loops over the months of many runs; no part of the model."""


def submodels() -> dict[str, str]:
    """Return the text under each heading that names a function."""
    found = re.findall(r"^#### `(\w+)`\n(.*?)(?=^#|\Z)", TEXT, re.S | re.M)
    assert len(dict(found)) == len(found)
    return dict(found)


def rules() -> set[str]:
    for file in rule_files():
        importlib.import_module(".".join(file.relative_to(HOUSE).with_suffix("").parts))
    return {each.__name__ for each in RULES if each.__module__ != RUNNERS}


def cells(table: str) -> list[list[str]]:
    block = re.search(rf"<!-- made: {table} -->\n(.*?)<!-- end -->", TEXT, re.S)[1]
    rows = [line for line in block.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in rows]


def names(table: str) -> list[str]:
    return [re.match(r"`(\w+)`", row[0])[1] for row in cells(table)]


def test_it_opens_as_the_protocol_asks_and_has_every_element():
    assert "The model description follows the ODD (Overview, Design concepts, Details)" in TEXT
    headings = re.findall(r"^## (\d .+)$", TEXT, re.M)
    assert headings == list(ELEMENTS)


def test_every_design_concept_is_dealt_with():
    told = TEXT.split("## 4 Design concepts")[1].split("## 5 ")[0]
    assert re.findall(r"^\*\*([A-Z][a-z ]+)\.\*\*", told, re.M) == list(CONCEPTS)


def test_submodels_are_the_functions_of_the_rules():
    assert set(submodels()) == rules()


def test_every_submodel_says_something():
    assert [name for name, text in submodels().items() if len(text.strip()) < 20] == []


def test_state_variables_are_those_of_the_code():
    assert names("state") == [each.name for each in fields(State)]


def test_parameters_are_those_of_the_code():
    assert names("parameters") == [each.name for each in fields(Params)]


def test_made_tables_are_as_they_would_be_made_now():
    """Where this fails: ``python -m tools.odd``."""
    assert odd.renewed(TEXT) == TEXT


@pytest.mark.parametrize("drawing", [month_picture, rule_pictures], ids=lambda d: d.PICTURE.stem)
def test_a_picture_is_as_it_would_be_drawn_now(drawing):
    """Where this fails: ``python -m tools.month_picture``, ``python -m tools.rule_pictures``."""
    assert drawing.PICTURE.read_text("utf-8") == drawing.picture()
    assert f"images/{drawing.PICTURE.name}" in TEXT


def calls(file: str, function: str) -> list[tuple[str, bool]]:
    """Return the functions a function calls with parameters and state, and whether for each."""
    tree = ast.parse((HOUSE / file).read_text("utf-8"))
    body = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == function)
    found = []
    for statement in body.body:
        looped = isinstance(statement, ast.For) and "n_agencies" in ast.unparse(statement.iter)
        for node in ast.walk(statement):
            if isinstance(node, ast.Call) and [ast.unparse(a) for a in node.args[:2]] == ["p", "s"]:
                found.append((ast.unparse(node.func), looped))
    return found


def schedule() -> list[tuple[int, str, str]]:
    """Return the pseudo-code of a month: depth, name, remark."""
    block = TEXT.split("## 3 Process")[1].split("```")[1]
    lines = [re.match(r"( *)(\w+)(?:  +(.*))?$", line) for line in block.strip().splitlines()]
    return [(len(m[1]) // 4, m[2], m[3] or "") for m in lines]


def below(name: str) -> list[tuple[str, bool]]:
    """Return what the pseudo-code puts under a name."""
    order = schedule()
    at = next(n for n, each in enumerate(order) if each[1] == name)
    found = []
    for depth, called, remark in order[at + 1 :]:
        if depth <= order[at][0]:
            break
        if depth == order[at][0] + 1:
            found.append((called, "each agency" in remark))
    return found


@pytest.mark.parametrize(
    "name", ["open_month", "prepare", "instruct", "close_month", "carry_out", "end_month"]
)
def test_a_month_goes_in_the_order_told(name: str):
    assert below(name) == calls("sim/rules/month.py", name)


def test_a_month_has_the_parts_told():
    told = [name for depth, name, _ in schedule() if depth == 0]
    made = [name for name, _ in calls("sim/sweep/run.py", "play_month")]
    # What surrounds the order of business: chance before the month, and the seats' knowledge.
    assert [name for name in made if name not in ("deal_month", "know", "owes_bills")] == told


def test_every_measure_is_described():
    told = TEXT.split("### 7.17 Measures")[1].split("\n## ")[0]
    assert [name for name in METRICS if f"`{name}`" not in told] == []
    assert f"{len(METRICS)} measures" in TEXT


def test_codes_have_the_numbers_told():
    told = TEXT.split("Codes used above.")[1].split("**Scales.**")[0]
    for number, word in enumerate(REASONS):
        assert f"{number} {word}" in told
    assert len(ASKS) == 7
    assert len(OUTCOMES) == 5


def test_every_key_cited_is_in_the_list_of_sources():
    keys = set(re.findall(r"`([a-z]+\d{4})`", TEXT))
    assert keys == set(names_of_literature())


def names_of_literature() -> list[str]:
    block = TEXT.split("<!-- made: literature -->")[1].split("<!-- end -->")[0]
    return re.findall(r"^- `(\w+)`", block, re.M)


def test_every_file_it_names_is_there():
    named = re.findall(r"`((?:tests|sim|agents|scenarios|tools)/[\w/.]+)`", TEXT)
    assert [each for each in named if not (HOUSE / each).exists()] == []


@pytest.mark.parametrize("parameter", [each.name for each in fields(Params)])
def test_no_parameter_is_without_a_submodel(parameter: str):
    """A parameter that no equation or sentence names could not be built from the text."""
    base = parameter.removesuffix("0")
    text = TEXT.split("### 7.1 Chance")[1] + TEXT.split("## 5 ")[1].split("## 6 ")[0]
    structure = parameter in odd.STRUCTURE or parameter in ("role0", "horizon", "tick")
    assert structure or re.search(rf"\b{base}\b", text) or base.replace("_", " ") in text
