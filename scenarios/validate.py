"""From the tables of a file to a model, or to every problem of the file."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from scenarios.faults import restated
from scenarios.names import Names
from scenarios.problems import Problem, ScenarioError, key_path


def validated[Kind](
    adapter: TypeAdapter[Kind], raw: Mapping[str, Any], file: str, names: Names
) -> Kind:
    """Return the tables of a file as what ``adapter`` makes of them.

    Raises
    ------
    ScenarioError
        With every problem of the file.
    """
    try:
        return adapter.validate_python(raw, context=names)
    except ValidationError as error:
        details = error.errors(include_url=False)
    raise ScenarioError(problem(file, each) for each in details)


def problem(file: str, error: ErrorDetails) -> Problem:
    """Return an error of Pydantic as a problem of a file."""
    told = restated(error)
    key = key_path(told.get("loc", ()))
    context = told["type"].context if isinstance(told["type"], PydanticCustomError) else None
    words = context or {}
    return Problem(file, key, words["found"], words["allowed"], words["nearest"])
