"""The schema of scenario files as JSON Schema, for editors: completion, hints, first checks.

It is made from the tables that read the files, so it cannot lag behind them. It says less than
``communique validate``: ids are offered but not enforced, since a scenario may bring its own, and
what must hold between tables is not in it.
"""

from functools import cache
from typing import Any

from scenarios.brought import KEY
from scenarios.build import SHEET
from scenarios.figures import NEEDS
from scenarios.library import Library
from scenarios.load import catalogue, library
from scenarios.ranges import field_names, param_range
from scenarios.units import UNITS
from sim.rules.block import fields
from sim.rules.codes import EFFECTS
from sim.rules.params import Params

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FIGURE = "#/$defs/Figure"
Schema = dict[str, Any]


@cache
def scenario_schema() -> Schema:
    """Return the JSON Schema of a scenario file; not to be changed.

    Examples
    --------
    >>> scenario_schema()["properties"]["extends"]["enum"][0]
    '3-plus-3-trade'
    """
    made = SHEET.json_schema()
    shared = library()
    tables = made["$defs"]
    tables["Figure"] = figure_schema(tables["Figure"])
    tables["Effect"]["properties"]["kind"]["enum"] = [kind for kind, _, _ in EFFECTS]
    tables["Citation"]["properties"]["source"] = offered(shared.sources)
    for table in (made, *tables.values()):
        describe(table.get("properties", {}))
    required = made.pop("required")
    properties = {
        "extends": {"enum": list(catalogue()), "description": "A scenario to take over from."},
        KEY: {"type": "object", "description": "Sides, agencies, items, forums of its own."},
        **made["properties"],
    }
    offer_ids(properties, shared)
    return {
        "$schema": DIALECT,
        **made,
        "title": "A scenario of Communiqué",
        "properties": properties,
        "anyOf": [{"required": ["extends"]}, {"required": required}],
    }


def figure_schema(plain: Schema) -> Schema:
    """Return the schema of a figure: its units, and what its basis asks for."""
    properties = plain["properties"]
    properties["value"] = {"type": ["number", "string"]}
    properties["unit"] = {
        "oneOf": [{"const": unit, "description": told} for unit, told in UNITS.items()]
    }
    properties["basis"] = {"enum": list(NEEDS)}
    properties["source"] = offered(library().sources)
    place = {"type": ["integer", "string"]}
    properties["at"] = {"anyOf": [place, {"type": "array", "items": place, "minItems": 1}]}
    rules = [{"if": when(basis), "then": {"required": list(keys)}} for basis, keys in NEEDS.items()]
    rules.append({"if": when("assumed"), "then": {"anyOf": [both("low", "high"), both("choices")]}})
    return {**plain, "allOf": rules}


def when(basis: str) -> Schema:
    """Return a condition on the basis of a figure."""
    return {"properties": {"basis": {"const": basis}}, "required": ["basis"]}


def both(*keys: str) -> Schema:
    """Return that some keys must be given."""
    return {"required": list(keys)}


def describe(properties: Schema) -> None:
    """Say of each figure of a parameter what it means and what it may be."""
    meanings = {row.name: row.meaning for row in fields(Params)}
    for name, schema in properties.items():
        if name in field_names() and FIGURE in str(schema):
            schema["description"] = f"{meanings[field_names()[name]]}: {param_range(name)}"


def offer_ids(properties: Schema, shared: Library) -> None:
    """Offer the ids of the shared files where ids are asked for."""
    properties["forum"] = offered(shared.configurations)
    properties["agenda"] = {**properties["agenda"], "items": offered(shared.items)}
    properties["agenda"].pop("$ref", None)
    properties["agenda"].update({"type": "array", "minItems": 1})
    for name, ids in (
        ("consulted", shared.agencies),
        ("agencies", shared.agencies),
        ("forums", shared.forums),
        ("sides", shared.sides),
        ("items", shared.items),
    ):
        table = properties[name]
        inner = table.pop("additionalProperties")
        table["properties"] = dict.fromkeys(ids, inner)
        table["additionalProperties"] = inner


def offered(ids: Any) -> Schema:
    """Return a text of which some are known: offered by an editor, none of them enforced."""
    return {"anyOf": [{"enum": list(ids)}, {"type": "string"}]}
