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
        What their browser says it accepts, as it says it: the dearest language first, by its
        ``q`` from 0, which is none at all, to 1.

    Examples
    --------
    >>> wanted("", "tlh", accepted="fr-CH, en;q=0.8, JA-jp;q=0.9")
    'ja'
    """
    said = [liked(each) for each in accepted.split(",")]
    dearest = sorted((each for each in said if each[1] > 0.0), key=lambda each: -each[1])
    named = [*(wish.strip().lower() for wish in wishes), *(tongue for tongue, _ in dearest)]
    return next((each for each in named if each in LANGUAGES), OWN)


def liked(said: str) -> tuple[str, float]:
    """Return a language that a browser accepts and how much; 0 where that cannot be read.

    >>> liked("ja-JP;q=0.5"), liked("EN"), liked("en;q=high")
    (('ja', 0.5), ('en', 1.0), ('en', 0.0))
    """
    tag, *rest = (each.strip().lower() for each in said.split(";"))
    tongue = tag.split("-")[0]
    told = [each[2:].strip() for each in rest if each.startswith("q=")]
    try:
        much = float(told[0]) if told else 1.0
    except ValueError:
        much = 0.0
    return tongue, much if 0.0 <= much <= 1.0 else 0.0
