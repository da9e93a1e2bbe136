"""What cannot be done, in the language and the words of a page.

The rooms below say it to whoever types into a terminal or writes a file: in English, by the names
of options. What a visitor may type or open is known here by its form; anything else is left as it
is, so that nothing is kept from them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ui.words.catalogue import words

VALUES = {
    "path": re.compile(
        r"(?:--set|changes): found '(?P<path>[^']*)'; allowed: a path of this run"
        r"(?:; did you mean '(?P<like>[^']*)'\?)?"
    ),
    "form": re.compile(r"(?:--set|changes): found (?P<found>.*); allowed: a path, an equals .*"),
    "scenario": re.compile(r"catalogue: found (?P<found>.*); allowed: (?P<right>.*)"),
    "value": re.compile(
        r"(?:--set|changes): (?P<path>\S+): found (?P<found>.*); allowed: (?P<right>.*)"
    ),
    "name": re.compile(r"(?P<path>[^ ].*): found (?P<found>.*); allowed: (?P<right>.*)"),
}
"""Something that was typed or set, and why it cannot be."""
RIGHT = {
    "number": re.compile(r"a number from (?P<low>\S+) to (?P<high>\S+)"),
    "whole": re.compile(r"a whole number from (?P<low>\S+) to (?P<high>\S+)"),
    "one_of": re.compile(r"one of (?P<several>.*)"),
}
"""What would be right in its place."""
LINES = {
    "empty": re.compile(r"the file is empty"),
    "no_log": re.compile(r"not UTF-8 text|not JSON.*|no header of .*|.*, where a table is due"),
    "format": re.compile(r"log format (?P<found>.*); this version reads (?P<right>.*)"),
    "long": re.compile(r"longer than (?P<most>\d+) bytes"),
    "number_of": re.compile(r"move (?P<found>\d+) where move (?P<right>\d+) is due"),
    "month": re.compile(r"month (?P<found>\d+) where (?P<right>\d+) is due(?P<notes>; .*)?"),
    "forum": re.compile(r"forum (?P<found>.*) where (?P<right>.*) is due(?P<notes>; .*)?"),
    "chance": re.compile(r"chance drew what seed .* does not give(?P<notes>; .*)?"),
    "state": re.compile(r"the state differs: .* in the log, \S+ here(?P<notes>; .*)?"),
    "turn": re.compile(
        r"(?P<who>.*): is not asked; it is the turn of (?P<right>[^;]*)(?P<notes>; .*)?"
    ),
    "missing": re.compile(r"no key '(?P<key>.*)'"),
    "unknown": re.compile(r"a key '(?P<key>.*)', which is unknown"),
    "seat": re.compile(
        r"seat '(?P<who>.*)' held by '(?P<found>.*)', not by '(?P<right>.*?)'(?P<notes>; .*)?"
    ),
}
"""Why a line of a log cannot be played."""
EXAMPLE = "gridlock.us=0.8"
"""How a value is set."""
LINE = re.compile(r"(?:(?P<file>.*): )?line (?P<line>\d+): (?P<why>.*)")


def told(message: str) -> str:
    """Return a message from below as a page says it, line by line.

    >>> told("--set: gridlock.us: found 2; allowed: a number from 0 to 1")
    'gridlock.us cannot be 2: it may be a number from 0 to 1.'
    >>> told("something else")
    'something else'
    """
    return "\n".join(map(told_line, message.splitlines()))


def told_line(message: str) -> str:
    """Return one line of a message as a page says it."""
    text = words("faults")
    found = LINE.fullmatch(message)
    if found:
        why = put(found["why"], LINES, text["lines"]) or told_line(found["why"])
        said: str = text["line"].format(line=found["line"], why=why)
        return text["file"].format(file=found["file"], said=said) if found["file"] else said
    return put(message, VALUES, text["values"]) or message


def put(message: str, forms: Mapping[str, re.Pattern[str]], text: Mapping[str, str]) -> str:
    """Return a message of one of some forms in a page's words; nothing where it has none."""
    for key, form in forms.items():
        if found := form.fullmatch(message):
            gaps = {name: part or "" for name, part in found.groupdict().items()}
            return finished(key, gaps, text)
    return ""


def finished(key: str, gaps: dict[str, str], text: Mapping[str, str]) -> str:
    """Fill a message, and add what may be added to it."""
    known = words("faults")
    if "right" in gaps and key in VALUES:
        gaps["right"] = put(gaps["right"], RIGHT, known["right"]) or gaps["right"]
    if key in VALUES:
        gaps |= {"found": gaps.get("found", "").strip("'"), "example": EXAMPLE}
    said = text[key].format(**gaps)
    if gaps.get("like"):
        said += known["perhaps"].format(like=gaps["like"])
    # a note is in the language of the page already: what differs between the log and here
    return said + "".join(known["note"].format(note=each) for each in noted(gaps))


def noted(gaps: Mapping[str, str]) -> list[str]:
    """Return the notes that stand behind a message."""
    return [each for each in gaps.get("notes", "").split("; ") if each]
