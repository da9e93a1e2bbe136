"""What all tables of a scenario file have in common: every fault is found in one pass.

Pydantic leaves a table at the first fault of a validator; here unknown keys and the faults
between keys are added to what Pydantic found in the single keys, and all travel up together.
"""

from typing import Any, Self, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)

from scenarios.faults import Faults, hollow, refuse, restated, wrong_word
from scenarios.names import Names


class Table(BaseModel):
    """A table of a scenario file: its keys are known, its values of the stated type."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @model_validator(mode="wrap")
    @classmethod
    def find_all(
        cls, data: Any, handler: ModelWrapValidatorHandler[Self], info: ValidationInfo
    ) -> Self:
        """Validate the table and raise all its faults together."""
        names = cast("Names", info.context)
        faults = []
        if isinstance(data, dict):
            keys = tuple(cls.model_fields)
            faults += [wrong_word((key,), key, keys) for key in data if key not in keys]
            data = {key: value for key, value in data.items() if key in keys}
            faults += cls.early_faults(data, names)
        try:
            table = handler(data)
            faults += table.faults(names)
        except ValidationError as error:
            found = error.errors(include_url=False)
            faults += [restated(each) for each in found if not hollow(each)]
        if faults:
            refuse(*faults)
        return table

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what is wrong between the keys of the table, of whatever type their values are.

        These faults are found even where others keep the table from being made.
        """
        yield from ()

    def faults(self, names: Names) -> Faults:
        """Yield what is wrong between the keys of the table, once each is right by itself."""
        yield from ()
