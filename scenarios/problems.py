"""What is wrong with a scenario file, said so that its author can put it right."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from difflib import SequenceMatcher, get_close_matches
from itertools import takewhile

LONGEST_SHOWN = 60
LIKE = 0.7
"""From 0 to 1, how like a wrong word a right one must be to be suggested."""
SHORT, LIKE_SHORT = 3, 0.65
"""Letters of a word so short that one slip is a third of it, and how like its right one must be."""
BARE_KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong: where, what was found, what would be right.

    Examples
    --------
    >>> print(Problem("my.toml", "agenda[2]", "'I1'", "a known item", nearest="I01"))
    my.toml: agenda[2]: found 'I1'; allowed: a known item; did you mean 'I01'?
    """

    file: str
    key: str
    """Path of the key in the file, such as ``event[0].effects[1].on``; empty for the whole file."""
    found: str
    allowed: str
    nearest: str = ""
    """The right word that is most like the wrong one, where there is one."""

    def __str__(self) -> str:
        """Return the problem as one line."""
        where = f"{self.file}: {self.key}" if self.key else self.file
        hint = f"; did you mean '{self.nearest}'?" if self.nearest else ""
        return f"{where}: found {self.found}; allowed: {self.allowed}{hint}"


class ScenarioError(Exception):
    """A scenario, or a change to one, that cannot be used, with every problem at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type["ScenarioError"], tuple[tuple[Problem, ...]]]:
        """Let the error travel from a worker process."""
        return (ScenarioError, (self.problems,))


def shown(value: object) -> str:
    """Return any value found in a file as a short, printable text.

    Examples
    --------
    >>> shown(True), shown([1, 2]), shown(10**5000)
    ('true', 'a list', 'a number of more than 18 digits')
    >>> shown(10**18 - 1), shown(10**18)
    ('999999999999999999', 'a number of more than 18 digits')
    """
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < 10**18 else "a number of more than 18 digits"
        case float():
            return repr(value)
        case str():
            short = value[:LONGEST_SHOWN]
            return ascii(short) + ("..." if short != value else "")
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case date() | time():
            return value.isoformat()
    return f"a {type(value).__name__}"


def nearest(word: object, choices: Iterable[str], sure: bool = False) -> str:
    """Return the choice that a wrong word is likely to stand for, or an empty text.

    Most of its letters are those of the word, in the same order, or one of the two begins with
    the other and no second choice does so. Of choices equally like it, the one that begins as it
    does.

    Parameters
    ----------
    sure : bool
        Whether one of the choices is meant in any case: then the most like is returned.

    Examples
    --------
    >>> nearest("agneda", ["agenda", "forum"]), nearest("econ", ["economic-2-plus-2", "forum"])
    ('agenda', 'economic-2-plus-2')
    >>> nearest("nonsense", ["none"]), nearest("nonsense", ["none"], sure=True)
    ('', 'none')
    """
    if not isinstance(word, str):
        return ""
    given = word[:LONGEST_SHOWN].casefold()
    spelt = {choice.casefold(): choice for choice in choices if choice.isprintable()}
    least = LIKE if len(given) > SHORT else LIKE_SHORT
    close = get_close_matches(given, spelt, cutoff=0.0 if sure else least)
    begun = [
        each
        for each in spelt
        if min(len(given), len(each)) >= SHORT
        and (each.startswith(given) or given.startswith(each))
    ]
    if close:
        return spelt[max(close, key=lambda each: likeness(given, each))]
    return spelt[begun[0]] if len(begun) == 1 else ""


def likeness(given: str, word: str) -> tuple[float, int]:
    """Return how like two words are, 0 to 1 as ``get_close_matches`` counts, then how they begin.

    Examples
    --------
    >>> likeness("abcd", "abce") > likeness("abcd", "zbcd")
    True
    """
    begun = takewhile(lambda pair: pair[0] == pair[1], zip(given, word, strict=False))
    return SequenceMatcher(None, word, given).ratio(), len(list(begun))


def listed(choices: Iterable[str], most: int = 40) -> str:
    """Return choices as a text: ``one of a, b, c``."""
    words = [word if BARE_KEY.fullmatch(word) else shown(word) for word in choices]
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return f"one of {', '.join(words[:most])}{more}" if words else "nothing"


def key_path(parts: Iterable[str | int]) -> str:
    """Return the path of a key as a person would write it.

    Examples
    --------
    >>> key_path(("event", 0, "effects", 1, "on")), key_path(("a b", "c"))
    ('event[0].effects[1].on', '"a b".c')
    """
    text = ""
    for part in parts:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            plain = part if BARE_KEY.fullmatch(part) else json.dumps(part[:LONGEST_SHOWN])
            text += f".{plain}" if text else plain
    return text
