"""Where figures and sentences come from: sources, and citations of places in them."""

from typing import Annotated, Any

from pydantic import Field

from scenarios.faults import Faults, fault
from scenarios.figures import Places, place_faults
from scenarios.names import Names, SourceKey, Text, one_of
from scenarios.table import Table

DOCUMENT, LITERATURE, EXTERNAL = KINDS = ("document", "literature", "external")
ALWAYS = ("title", "author")
NEEDS = {
    DOCUMENT: (*ALWAYS, "institution", "date", "paragraphs", "one_line"),
    LITERATURE: (*ALWAYS, "year", "venue"),
    EXTERNAL: ("title", "one_line"),
}
"""What a source of each kind must say about itself."""


class Source(Table):
    """A document the project is built from, a work of the literature, or a fact from outside."""

    kind: Annotated[str, one_of(*KINDS)]
    title: Text
    author: Text | None = None
    institution: Text | None = None
    date: Text | None = None
    """As the document says it."""
    year: Annotated[int, Field(ge=1500, le=2100)] | None = None
    venue: Text | None = None
    paragraphs: Annotated[int, Field(ge=1, le=10_000)] | None = None
    one_line: Text | None = None
    note: Text | None = None

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield what its kind asks for and the source lacks."""
        kind = raw.get("kind")
        for key in NEEDS.get(kind, ()) if isinstance(kind, str) else ():
            if key not in raw:
                yield fault((key,), "nothing", f'needed with kind = "{kind}"')


class Citation(Table):
    """Places in a source that bear on a table."""

    source: SourceKey
    at: Places | None = None

    def faults(self, names: Names) -> Faults:
        """Yield the places the source does not have; a document needs at least one."""
        if self.at is None and names.sources[self.source]:
            yield fault(("at",), "nothing", "the paragraphs of the document")
        yield from place_faults(("at",), self.source, self.at, names)
