"""Words that stand in the program or beside figures in English, told in another language.

A file ``scenarios/<language>/told.toml`` has a table for each kind of what stands in the
program. A name that a language lacks is told in English.
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


def reason(why: str) -> str:
    """Return the reason of a figure in the language spoken; as it stands where it is not told.

    Reasons lie in ``scenarios/<language>/reasons.toml`` under their English words, since many a
    figure has the same.

    Examples
    --------
    >>> from scenarios.spoken import speaking
    >>> with speaking("ja"):
    ...     reason("Chips head the list of strategic sectors.")
    '半導体は戦略分野の筆頭にある。'
    """
    language = spoken()
    return why if language == OWN else str(words_of(language, "reasons").get(why, why))


def words_in(language: str) -> dict[str, Any]:
    """Return all tables of a language; English has none, for it stands in the program."""
    return {} if language == OWN else words_of(language, "told")
