"""The claims of the documents and the tensions between them, as ``claims.toml`` states them."""

import re
from typing import Annotated, Any

from pydantic import Field

from scenarios.faults import Faults, fault, repeats, wrong_word
from scenarios.names import ClaimId, Id, Many, Names, Text, one_of, shaped
from scenarios.sources import Citation
from scenarios.table import Table

STATED, IN_PART, INFERRED = MARKS = ("stated", "stated in part", "inferred")
"""Whether the documents say a claim, say its premise only, or merely lean its way."""
BUILT_IN, EMERGENT = EFFECTS = ("built in", "emergent")
NORMATIVE = "normative"

Key = Annotated[str, shaped(re.compile(r"H[1-9][0-9]?"), "an H and a number, such as H26")]


class Claim(Table):
    """Something the documents claim, which the model puts to the test."""

    title: Text
    statement: Text
    """The claim in our words."""
    tag: Annotated[str, one_of("A", "B", "C")]
    """Its weight here: core, secondary, background."""
    mark: Annotated[str, one_of(*MARKS)]
    effect: Annotated[str, one_of(*EFFECTS)]
    """Whether the rules have the mechanism in them, or it comes of what agencies choose."""
    normative: bool = False
    """Whether the documents call for it rather than report it."""
    nuance: Text | None = None
    sources: Annotated[Many[Citation], Field(min_length=1)]

    @property
    def kind(self) -> str:
        """Return ``normative`` for what is called for, else whether it is built in or emergent."""
        return NORMATIVE if self.normative else self.effect

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield a mark that needs a word on what is ours and lacks it."""
        mark = raw.get("mark")
        if mark in (IN_PART, INFERRED) and "nuance" not in raw:
            yield fault(("nuance",), "nothing", f'what is stated and what is ours: mark = "{mark}"')

    def faults(self, names: Names) -> Faults:
        """Yield sources that are no documents: only these make claims."""
        documents = tuple(key for key, paragraphs in names.sources.items() if paragraphs)
        for n, each in enumerate(self.sources):
            if each.source not in documents:
                yield wrong_word(("sources", n, "source"), each.source, documents)


class Tension(Table):
    """Claims that pull against each other, and the question they leave a class with."""

    id: Id
    title: Text
    claims: Many[ClaimId]
    question: Text

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield claims that are named twice, and a claim by itself."""
        claims = raw.get("claims")
        yield from repeats(("claims",), claims)
        if isinstance(claims, list) and len(claims) < 2:
            yield fault(("claims",), f"{len(claims)} claims", "two claims or more")


class ClaimsFile(Table):
    """The whole of ``claims.toml``."""

    claim: dict[Key, Claim]
    tension: Many[Tension] = ()

    @classmethod
    def early_faults(cls, raw: dict[str, Any], names: Names) -> Faults:
        """Yield tensions that are named twice."""
        yield from repeats(("tension",), raw.get("tension"), "id")
