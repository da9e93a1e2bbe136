"""Words that stand in the programme in English, as they are told in another language.

A file ``scenarios/<language>/told.toml`` has a table for each kind of them. A name that a language
lacks is told in English.
"""

from typing import Any

from scenarios.load import words_of
from scenarios.spoken import spoken
from scenarios.tongue import OWN


def told(table: str, name: str, plain: str) -> str:
    """Return what stands under a name, in the language of whoever is being shown something.

    Parameters
    ----------
    table : str
        A table of the file, such as ``manner``.
    plain : str
        The same in English.

    Examples
    --------
    >>> from scenarios.spoken import speaking
    >>> with speaking("ja"):
    ...     told("table", "Seats", "Seats")
    '席'
    >>> told("table", "Seats", "Seats")
    'Seats'
    """
    return str(words_in(spoken()).get(table, {}).get(name, plain))


def words_in(language: str) -> dict[str, Any]:
    """Return all tables of a language; English has none, for it stands in the programme."""
    return {} if language == OWN else words_of(language, "told")
