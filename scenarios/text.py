"""From the bytes of a file to text that is safe to hand to a TOML parser."""

import re
from typing import Any

from scenarios.problems import Problem, ScenarioError

LARGEST_FILE = 1_000_000
"""Bytes; a scenario that people write and read is a few tens of thousands."""

MOST_VALUES = 20_000
"""Values in a file, keys and entries of lists alike; the longest shipped file has a quarter."""

DEEPEST_KEY = 16
MARKS = {
    b"\xef\xbb\xbf": "a byte order mark at the start",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
STRINGS = re.compile(
    r'""".*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|\#[^\n]*+', re.DOTALL
)
LONG_KEY = re.compile(rf"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){{{DEEPEST_KEY}}}")


def bearable_text(data: bytes, file: str) -> str:
    """Return the text of a file that is small enough, in UTF-8, and quick to parse.

    Raises
    ------
    ScenarioError
        With one problem, where it is not.
    """
    if len(data) > LARGEST_FILE:
        raise refusal(file, f"more than {LARGEST_FILE:,} bytes", "a smaller file")
    for mark, name in MARKS.items():
        if data.startswith(mark):
            raise refusal(file, name, "UTF-8 without a byte order mark")
    if b"\0" in data:
        raise refusal(file, f"a NUL byte at line {line(data, data.index(0))}", "a text in UTF-8")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"bytes that are not UTF-8 at line {line(data, error.start)}"
        raise refusal(file, found, "a text in UTF-8") from None
    # The standard parser takes quadratic time over dotted keys, so long ones never reach it.
    if LONG_KEY.search(STRINGS.sub("s", text)):
        raise refusal(file, f"a key of more than {DEEPEST_KEY} parts", "a key of a few parts")
    return text


def bearable_tables(tables: dict[str, Any], file: str) -> dict[str, Any]:
    """Return the tables of a file; refuse so many values that to check each takes long."""
    count = 0
    waiting: list[dict[str, Any] | list[Any]] = [tables]
    while waiting:
        inner = waiting.pop()
        count += len(inner)
        if count > MOST_VALUES:
            raise refusal(file, f"more than {MOST_VALUES:,} values", "a smaller file")
        values = inner.values() if isinstance(inner, dict) else inner
        waiting += [value for value in values if isinstance(value, dict | list)]
    return tables


def line(data: bytes, place: int) -> int:
    """Return the number of the line in which a byte stands, the first being 1."""
    return data.count(b"\n", 0, place) + 1


def refusal(file: str, found: str, allowed: str) -> ScenarioError:
    """Return the error of a file that cannot be read at all."""
    return ScenarioError([Problem(file, "", found, allowed)])
