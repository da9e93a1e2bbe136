"""From the bytes of a file to its tables, or to one clear problem."""

import re
import tomllib
from typing import Any

from scenarios.problems import Problem, ScenarioError

LARGEST_FILE = 1_000_000
"""Bytes; a scenario that people write and read is a few tens of thousands."""

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


def parsed(data: bytes, file: str) -> dict[str, Any]:
    """Return the tables of a TOML file.

    Raises
    ------
    ScenarioError
        With one problem, where the bytes are not a TOML text of bearable size.
    """
    text = decoded(data, file)
    # The standard parser takes quadratic time over dotted keys, so long ones never reach it.
    if LONG_KEY.search(STRINGS.sub("s", text)):
        raise refusal(file, f"a key of more than {DEEPEST_KEY} parts", "a key of a few parts")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise refusal(file, f"a mistake in the TOML: {error}", "valid TOML 1.0") from None
    except RecursionError:
        raise refusal(file, "lists or tables nested too deep", "a few levels") from None
    except ValueError as error:
        # Such as a whole number of more digits than Python converts.
        raise refusal(file, f"a value that cannot be read: {error}", "valid TOML 1.0") from None


def decoded(data: bytes, file: str) -> str:
    """Return the text of a file that is small enough and in UTF-8."""
    if len(data) > LARGEST_FILE:
        raise refusal(file, f"more than {LARGEST_FILE:,} bytes", "a smaller file")
    for mark, name in MARKS.items():
        if data.startswith(mark):
            raise refusal(file, name, "UTF-8 without a byte order mark")
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise refusal(file, f"a NUL byte at line {line}", "a text file in UTF-8")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise refusal(file, f"bytes that are not UTF-8 at line {line}", "UTF-8") from None


def refusal(file: str, found: str, allowed: str) -> ScenarioError:
    """Return the error of a file that cannot be read at all."""
    return ScenarioError([Problem(file, "", found, allowed)])
