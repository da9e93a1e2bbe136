"""Actors of the documents that negotiate at no table, as ``actors.toml`` states them."""

from typing import Annotated

from pydantic import Field

from scenarios.names import Many, Short, Text, one_of
from scenarios.sources import Citation
from scenarios.table import Table

KINDS = ("legislature", "faction", "business", "third country", "other")


class Actor(Table):
    """Somebody whom the documents name and whom no scenario seats."""

    name: Text
    short: Short
    kind: Annotated[str, one_of(*KINDS)]
    says: Text
    """What the documents say of the actor, in our words."""
    sources: Annotated[Many[Citation], Field(min_length=1)]
