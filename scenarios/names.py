"""The names a file may use: what the shared files declare, and types that check them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo

from scenarios.faults import Words, fault, refuse, wrong_word
from scenarios.problems import shown

NOT_PRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
LONGEST_TEXT = 2000
PATHS = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*")
IDS = re.compile(r"(?=.{1,40}\Z)[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


@dataclass(frozen=True)
class Names:
    """The names that exist, by kind."""

    sources: Mapping[str, int]
    """Paragraphs of each source; 0 for one that is not a document of the project."""
    sides: tuple[str, ...]
    agencies: Mapping[str, str]
    """The side of each agency."""
    items: tuple[str, ...]
    forums: tuple[str, ...]
    configurations: tuple[str, ...]
    claims: tuple[str, ...]
    pressures: tuple[str, ...] = ()
    """Those of the scenario that is being read."""


def one_of(*choices: str) -> AfterValidator:
    """Return a check that a text is one of some words."""
    return AfterValidator(lambda word: checked(word, choices))


def known(kind: str) -> AfterValidator:
    """Return a check that a text names something of that kind, such as ``agencies``."""

    def check(word: str, info: ValidationInfo) -> str:
        return checked(word, getattr(info.context, kind))

    return AfterValidator(check)


def checked(word: str, choices: Words) -> str:
    """Return the word; refuse it where it is not among the choices."""
    if word not in choices:
        refuse(wrong_word((), word, choices))
    return word


def shaped(pattern: re.Pattern[str], allowed: str) -> AfterValidator:
    """Return a check that a text has a given shape, which ``allowed`` puts in words."""

    def check(word: str) -> str:
        if not pattern.fullmatch(word):
            refuse(fault((), shown(word), allowed))
        return word

    return AfterValidator(check)


def printable(text: str) -> str:
    """Return the text; refuse one that is blank or that a terminal would obey in part."""
    if not text.strip() or NOT_PRINTABLE.search(text):
        refuse(fault((), shown(text), "a text that can be printed and is not blank"))
    return text


type Many[T] = Annotated[tuple[T, ...], Field(strict=False)]
"""A list of a file, kept as a tuple."""

Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), AfterValidator(printable)]
Short = Annotated[str, StringConstraints(max_length=24), AfterValidator(printable)]
Id = Annotated[str, shaped(IDS, "an id of up to 40 letters and digits, parts joined by hyphens")]
SourceKey = Annotated[str, known("sources")]
SideId = Annotated[str, known("sides")]
AgencyId = Annotated[str, known("agencies")]
ItemId = Annotated[str, known("items")]
ForumId = Annotated[str, known("forums")]
ConfigurationId = Annotated[str, known("configurations")]
ClaimId = Annotated[str, known("claims")]
