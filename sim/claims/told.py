"""What experiments say, in the language of whoever is being shown it.

``experiments.toml`` and the records of campaigns are English. What they say in another language
lies in ``scenarios/<language>/experiments.toml``, under the English words, so that a record is
told like the experiment it is of.
"""

from typing import Any

from scenarios.load import library, words_of
from scenarios.spoken import spoken
from scenarios.tongue import OWN

SAID = ("says", "arms", "off", "note", "why", "untried")
"""What a record says: a text, or several."""
CLAIMED = ("title", "nuance")
"""What a record says of its claim, which the claims' own file tells."""


def in_words(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record of a measure or of an experiment in the language that is spoken.

    Examples
    --------
    >>> from scenarios.spoken import speaking
    >>> with speaking("ja"):
    ...     in_words({"says": "trust is lower", "arms": ["as it is"]})
    {'says': 'trust is lower', 'arms': ['現状のまま']}
    """
    if spoken() == OWN:
        return record
    made = {**record, **{key: said(record[key]) for key in SAID if record.get(key)}}
    if claim := library().claims.get(record.get("id", "")):
        made |= {key: getattr(claim, key) for key in CLAIMED if key in record}
    return made


def said(text: str | list[str]) -> str | list[str]:
    """Return what an experiment says; the English where it has not been told otherwise."""
    words = words_in(spoken())
    if isinstance(text, list):
        return [words.get(each, each) for each in text]
    return words.get(text, text)


def words_in(language: str) -> dict[str, str]:
    """Return what experiments say, by their English words; empty for English."""
    return {} if language == OWN else words_of(language, "experiments")
