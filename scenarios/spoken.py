"""The language in which somebody is being shown something.

Whoever paints for a person says so once, around the painting; what makes words below it asks
here. Nothing that is played depends on it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from scenarios.tongue import LANGUAGES, OWN

SPOKEN: ContextVar[str] = ContextVar("spoken", default=OWN)


def spoken() -> str:
    """Return the language of whoever is being shown something now.

    >>> with speaking("ja"):
    ...     spoken()
    'ja'
    >>> spoken()
    'en'
    """
    return SPOKEN.get()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Show everything within in a language; one there is not counts as English."""
    token = SPOKEN.set(language if language in LANGUAGES else OWN)
    try:
        yield
    finally:
        SPOKEN.reset(token)
