"""The language in which somebody is being shown something.

Whoever paints for a person says so once, around the painting; what makes words below it asks
here. Where nobody has said, somebody further up may know: see ``ask``. Nothing that is played
depends on it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache, wraps
from typing import cast

from scenarios.tongue import LANGUAGES, OWN

SPOKEN: ContextVar[str] = ContextVar("spoken", default="")
KEPT_AS = "communique-language"
"""What a browser keeps somebody's choice under."""
KNOWING: list[Callable[[], str]] = []
"""Who is asked where nobody has said; empty where nobody else knows."""


def spoken() -> str:
    """Return the language of whoever is being shown something now.

    >>> with speaking("ja"):
    ...     spoken()
    'ja'
    >>> spoken()
    'en'
    """
    return SPOKEN.get() or next(filter(None, (each() for each in KNOWING)), OWN)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Show everything within in a language; one there is not counts as English."""
    token = SPOKEN.set(language if language in LANGUAGES else OWN)
    try:
        yield
    finally:
        SPOKEN.reset(token)


def by_language[**P, T](kept: int | None = None) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Keep what a function returns, as ``lru_cache`` does, for each language by itself.

    Parameters
    ----------
    kept : int, optional
        How many answers are kept for a language; without a number all of them.

    Examples
    --------
    >>> @by_language()
    ... def said() -> list[str]:
    ...     return [spoken()]
    >>> said() is said(), said()
    (True, ['en'])
    >>> with speaking("ja"):
    ...     said()
    ['ja']
    """

    def keeping(made: Callable[P, T]) -> Callable[P, T]:
        told = {each: cast("Callable[P, T]", lru_cache(kept)(made)) for each in LANGUAGES}

        @wraps(made)
        def asked(*args: P.args, **kwargs: P.kwargs) -> T:
            return told[spoken()](*args, **kwargs)

        return asked

    return keeping


def ask(knowing: Callable[[], str]) -> None:
    """Have somebody asked for the language where nobody has said; they say "" for not knowing."""
    if knowing not in KNOWING:
        KNOWING.append(knowing)


def wanted(*wishes: str, accepted: str = "") -> str:
    """Return the language somebody wants.

    Parameters
    ----------
    *wishes : str
        What they have asked for, the strongest first; those that are no language are passed over.
    accepted : str
        What their browser says it accepts, as it says it.

    Examples
    --------
    >>> wanted("", "tlh", accepted="fr-CH, ja-JP;q=0.9, en;q=0.8")
    'ja'
    """
    said = (each.split(";")[0].strip().split("-")[0] for each in accepted.split(","))
    return next((each for each in (*wishes, *said) if each in LANGUAGES), OWN)
