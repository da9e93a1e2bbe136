"""A sheet of an export: a CSV that spreadsheets open as it is, and run nothing from."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

MARK = "\ufeff"
"""Without it, Excel takes a file for one of its own old encodings."""
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet take a text for a formula: in some, in full width as well."""


@dataclass(frozen=True)
class Column:
    """A column and what it holds."""

    name: str
    means: str


@dataclass(frozen=True)
class Sheet:
    """A sheet.

    Parameters
    ----------
    name : str
        File name without ending.
    about : str
        What a row is.
    columns : tuple of Column
    rows : tuple of rows
        A value for each column; None is an empty cell.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    rows: tuple[Sequence[Any], ...]

    def csv(self) -> bytes:
        """Return it as CSV in UTF-8."""
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([column.name for column in self.columns])
        writer.writerows([cell(value) for value in row] for row in self.rows)
        return (MARK + stream.getvalue()).encode()


def cell(value: Any) -> str:
    """Return a value as a cell; a text that a spreadsheet would run is made harmless.

    Examples
    --------
    >>> cell(1.50), cell(True), cell(None), cell("=1+1")
    ('1.5', 'yes', '', "'=1+1")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.6f}".rstrip("0").rstrip(".")
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text


def sheet(
    name: str, about: str, columns: Iterable[tuple[str, str]], rows: Iterable[Sequence[Any]]
) -> Sheet:
    """Return a sheet of columns given as (name, what it holds)."""
    return Sheet(name, about, tuple(Column(*each) for each in columns), tuple(rows))
