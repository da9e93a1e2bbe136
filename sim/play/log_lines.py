"""Reading a log line by line, trusting nothing in it."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, NoReturn

from scenarios.problems import shown
from sim.play.errors import LogError
from sim.play.log import FORMAT, Entry, Header
from sim.play.moves import from_json, whole

LONGEST_LINE = 100_000
"""Bytes. The longest line a run can have, with every array full, is about a fifth of it."""
LONGEST_WORD = 200
Shape = Mapping[str, type]
HEADER: Shape = {
    "log": int,
    "scenario": str,
    "configuration": str,
    "changes": list,
    "world": str,
    "rules": str,
    "seed": int,
    "run": int,
    "seats": dict,
    "state": str,
}
ENTRY: Shape = {"n": int, "month": int, "seat": str, "move": str, "state": str}
ENTRY_MAY: Shape = {"forum": str, "levels": dict, "item": str, "reason": str, "words": dict}
KINDS: Mapping[type, str] = {str: "a text", int: "a whole number", list: "a list", dict: "a table"}
HEX = re.compile(r"[0-9a-f]{12}|[0-9a-f]{64}")

Table = dict[str, Any]


class Log:
    """A log that is being read: its header at once, its entries one by one.

    Parameters
    ----------
    stream : binary file
        It is read on as the entries are asked for.

    Raises
    ------
    LogError
        Here and while reading on: the line, and why it is no line of a log.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.line = 0
        self.torn = False
        """Whether the last line was cut off, as when a run is killed while it writes."""
        raw = self.next_raw()
        if not raw:
            raise LogError(1, "the file is empty")
        self.header = header_from(self.parsed(raw))

    def __iter__(self) -> Iterator[Entry]:
        """Yield the entries that are left, up to a last line that was cut off."""
        while raw := self.next_raw():
            try:
                entry = entry_from(self.parsed(raw), self.line)
            except LogError:
                if raw.endswith(b"\n"):
                    raise
                self.torn = True
                return
            if entry.n != self.line - 1:
                raise LogError(self.line, f"move {entry.n} where move {self.line - 1} is due")
            yield entry

    def next_raw(self) -> bytes:
        """Return the bytes of the next line, nothing at the end."""
        self.line += 1
        raw = self.stream.readline(LONGEST_LINE + 1)
        if len(raw) > LONGEST_LINE:
            raise LogError(self.line, f"longer than {LONGEST_LINE} bytes")
        return raw

    def parsed(self, raw: bytes) -> Table:
        """Return the table that a line is."""
        return parsed(raw, self.line)


def parsed(raw: bytes, line: int) -> Table:
    """Return the table in one line of JSON.

    Raises
    ------
    LogError
        Where it is none, or has a key twice, a fraction or a number without end.
    """
    try:
        table = json.loads(
            raw.decode(),
            object_pairs_hook=once,
            parse_float=no_number,
            parse_constant=no_number,
        )
    except UnicodeDecodeError:
        raise LogError(line, "not UTF-8 text") from None
    except json.JSONDecodeError as error:
        why = f"not JSON: {error.msg.lower()} at column {error.colno}"
        raise LogError(line, why) from None
    except RecursionError:
        raise LogError(line, "lists or tables nested too deep") from None
    except UnfitError as error:
        raise LogError(line, str(error)) from None
    except ValueError:
        raise LogError(line, "a number of too many digits") from None
    if not isinstance(table, dict):
        raise LogError(line, f"{shown(table)}, where a table is due")
    return table


class UnfitError(ValueError):
    """What JSON allows and a log does not."""


def once(pairs: list[tuple[str, Any]]) -> Table:
    """Return the table of some pairs, none of whose keys may come twice."""
    table = dict(pairs)
    if len(table) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        raise UnfitError(f"the key {shown(max(counts, key=lambda key: counts[key]))} twice")
    return table


def no_number(text: str) -> NoReturn:
    """Refuse fractions, and what JSON writes for no number and for infinity."""
    raise UnfitError(f"the number {shown(text)}; a log has whole numbers only")


def header_from(table: Table) -> Header:
    """Return the header that the first line is."""
    if "log" not in table:
        raise LogError(1, "no header of a Communiqué log")
    if not whole(table["log"]) or table["log"] != FORMAT:
        raise LogError(1, f"log format {shown(table['log'])}; this version reads {FORMAT}")
    require(table, HEADER, {}, 1)
    for key in ("world", "rules", "state"):
        require_hex(table, key, 1)
    for key, bits in (("seed", 63), ("run", 32)):
        if not 0 <= table[key] < 2**bits:
            raise LogError(1, f"{key} {shown(table[key])}; allowed: 0..{2**bits - 1}")
    if not all(isinstance(change, str) for change in table["changes"]):
        raise LogError(1, "changes must be a list of texts")
    if not all(isinstance(word, str) for word in table["seats"].values()):
        raise LogError(1, "seats must be a table of agency to strategy")
    fields = {key: table[key] for key in HEADER if key != "log"}
    return Header(**{**fields, "changes": tuple(table["changes"])})


def entry_from(table: Table, line: int) -> Entry:
    """Return the entry that a later line is."""
    require(table, ENTRY, ENTRY_MAY, line)
    require_hex(table, "state", line)
    for key, value in table.items():
        if isinstance(value, str) and len(value) > LONGEST_WORD:
            raise LogError(line, f"{key}: a text of more than {LONGEST_WORD} characters")
    try:
        move = from_json(table)
    except ValueError as error:
        raise LogError(line, str(error)) from None
    return Entry(table["n"], table["month"], table.get("forum", ""), move, table["state"])


def require(table: Table, must: Shape, may: Shape, line: int) -> None:
    """Check that a line has the keys it must have, and no others, each of its kind."""
    for key in must:
        if key not in table:
            raise LogError(line, f"no key {key!r}")
    for key, value in table.items():
        kind = must.get(key) or may.get(key)
        if kind is None:
            raise LogError(line, f"a key {shown(key)}, which is unknown")
        if not (whole(value) if kind is int else isinstance(value, kind)):
            raise LogError(line, f"{key}: {shown(value)}, where {KINDS[kind]} is due")


def require_hex(table: Table, key: str, line: int) -> None:
    """Check that a digest has the form of one."""
    if not HEX.fullmatch(table[key]):
        raise LogError(line, f"{key}: {shown(table[key])}, where hex digits are due")
