"""Ranges: read from the table of parameters, for every parameter there is."""

import pytest

from scenarios.ranges import LARGEST, Range, field_names, field_range, param_range, toml_name
from scenarios.units import UNITS
from sim.rules.block import Field, fields
from sim.rules.params import Params


def field(unit: str, whole: bool = False, name: str = "x") -> Field:
    return Field(name, "F", unit, "", whole, False)


@pytest.mark.parametrize(
    ("unit", "low", "high"),
    [
        ("0..1", 0, 1),
        ("level 0..4", 0, 4),
        ("-1..1", -1, 1),
        ("0.5..2.5 of it", 0.5, 2.5),
        ("items 1..16", 1, 16),
        ("0..1 per month", 0, 1),
        ("0/1", 0, 1),
        (">= 0", 0, LARGEST),
        (">= -2", -2, LARGEST),
        ("per month", 0, LARGEST),
        ("months, 0 none", 0, LARGEST),
        ("", -100, 100),
    ],
)
def test_units_state_ranges(unit: str, low: float, high: float):
    found = field_range(field(unit))
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("name", ["horizon", "deadline", "session_rounds", "tiers"])
def test_what_the_rules_count_up_to_is_bounded(name: str):
    assert param_range(name).high <= 600


def test_every_parameter_has_a_range_and_one_name():
    table = fields(Params)
    assert len({toml_name(each.name) for each in table}) == len(table)
    for each in table:
        assert field_names()[toml_name(each.name)] == each.name
        allowed = field_range(each)
        assert allowed.words or allowed.low < allowed.high


@pytest.mark.parametrize(
    ("allowed", "value", "yes"),
    [
        (Range(0, 1), 0, True),
        (Range(0, 1), 1.0, True),
        (Range(0, 1), 1.0001, False),
        (Range(0, 1), float("nan"), False),
        (Range(0, 1), float("inf"), False),
        (Range(0, 1), True, False),
        (Range(0, 1), "1", False),
        (Range(0, 1), None, False),
        (Range(0, 9, whole=True), 2.0, True),
        (Range(0, 9, whole=True), 2.5, False),
        (Range(0, 9, whole=True), 10**400, False),
        (Range(words=("a",), numbers=False), "a", True),
        (Range(words=("a",), numbers=False), "b", False),
        (Range(words=("a",), numbers=False), 0, False),
        (Range(0, 4, words=("a",)), 0, True),
        (Range(0, 4, words=("a",)), "a", True),
    ],
)
def test_admits(allowed: Range, value: object, yes: bool):
    assert allowed.admits(value) is yes


def test_a_range_reads_as_a_sentence():
    assert str(Range(0, 4, whole=True)) == "a whole number from 0 to 4"
    assert str(Range(words=("a", "b"), numbers=False)) == "one of a, b"
    assert str(Range(-1, 1, words=("a",))) == "a number from -1 to 1 or one of a"


def test_every_unit_is_told():
    assert all(UNITS.values())
