"""The folder of a sweep: what is asked for, parts written whole, and a manifest at the end.

A part is a Parquet file named by its rows, written beside its place and then moved there, so a
reader never sees half of one. Its footer says which study and which rules it came from.
"""

import io
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from scenarios.problems import Problem, ScenarioError
from sim.rules.compiled import rules_hash
from sim.sweep.files import LOCK, UNDONE, refused, write_whole
from sim.sweep.part import check, read_part, versions
from sim.sweep.study import Study, study_from

STUDY, MANIFEST, ERRORS = "study.json", "manifest.json", "errors.parquet"
PART = "part-{first:010d}-{last:010d}.parquet"
MOST_ERRORS = 10_000
"""Rows whose failure is told in full; the status column has them all."""


@dataclass(frozen=True)
class Store:
    """The folder of one sweep."""

    folder: Path

    def open(self, study: Study) -> None:
        """Make the folder ready for a study, or for the rest of one begun earlier.

        Raises
        ------
        ScenarioError
            Where the folder holds another study, other rules or other files, or cannot be written.
        """
        wanted = self.header(study)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            if not (self.folder / STUDY).exists():
                if any(strange(each) for each in self.folder.iterdir()):
                    told, allowed = "a folder with other files", "a new or an empty folder"
                    raise ScenarioError([Problem(str(self.folder), "", told, allowed)])
                write_whole(self.folder / STUDY, as_json(wanted))
                return
        except OSError as error:
            raise refused(self.folder, error) from None
        found = self.read_header()
        for key, what in (("digest", "sweep"), ("rules", "version of the rules")):
            if found.get(key) != wanted[key]:
                told = f"results of another {what} ({found.get(key)})"
                allowed = f"a new folder, or the one of this {what} ({wanted[key]})"
                raise ScenarioError([Problem(str(self.folder), STUDY, told, allowed)])
        for *_, path in self.parts():
            check(path, path, found)

    @contextmanager
    def free_where_empty(self) -> Iterator[None]:
        """Leave the folder to any other sweep where this one breaks off before its first part."""
        try:
            yield
        except BaseException:
            if not self.parts():
                with suppress(OSError):
                    (self.folder / STUDY).unlink(missing_ok=True)
            raise

    def header(self, study: Study) -> dict[str, Any]:
        """Return what the folder says about its study."""
        return {
            "study": study.account(),
            "digest": study.digest,
            "rules": rules_hash(),
            "rows": study.rows,
            "versions": versions(),
        }

    def read_header(self) -> dict[str, Any]:
        """Return what the folder says about its study.

        Raises
        ------
        ScenarioError
            Where it is no folder of a sweep.
        """
        try:
            header = json.loads((self.folder / STUDY).read_text(encoding="utf-8"))
            header["study"], header["digest"], header["rules"], header["rows"]
        except (OSError, ValueError, KeyError, TypeError):
            allowed = "a folder that sweep has written"
            raise ScenarioError([Problem(str(self.folder), "", f"no {STUDY}", allowed)]) from None
        return dict(header)

    def study(self) -> Study:
        """Return the study of the folder."""
        return study_from(json.dumps(self.read_header()["study"], sort_keys=True))

    def parts(self) -> list[tuple[int, int, Path]]:
        """Return the parts that are there, in the order of their rows: first, last, file."""
        found = []
        for path in self.folder.glob("part-*.parquet"):
            ends = path.stem.split("-")[1:]
            if len(ends) == 2 and all(end.isdigit() for end in ends):
                found.append((int(ends[0]), int(ends[1]), path))
        return sorted(found)

    def missing(self, rows: int, size: int) -> list[tuple[int, int]]:
        """Return the rows that no part holds yet, in chunks of at most ``size``.

        Raises
        ------
        ScenarioError
            Where parts overlap.
        """
        gaps, at = [], 0
        for first, last, path in self.parts():
            if first < at or last > rows:
                allowed = "parts that follow one another"
                raise ScenarioError([Problem(str(path), "", "rows of another part", allowed)])
            gaps += [(start, min(start + size, first)) for start in range(at, first, size)]
            at = last
        return gaps + [(start, min(start + size, rows)) for start in range(at, rows, size)]

    def save(self, first: int, last: int, data: bytes, header: dict[str, Any]) -> None:
        """Write a part, whole or not at all.

        Raises
        ------
        ScenarioError
            Where it comes from a worker with other rules, or cannot be written.
        """
        path = self.folder / PART.format(first=first, last=last)
        check(path, io.BytesIO(data), header)
        write_whole(path, data)

    def save_errors(self, errors: Sequence[tuple[int, str]]) -> None:
        """Add rows that failed to those noted before; beyond ``MOST_ERRORS`` none is noted."""
        known = dict(errors) | self.errors()
        rows = sorted(known)[:MOST_ERRORS]
        table = pa.table({"row": rows, "error": [known[row] for row in rows]})
        sink = io.BytesIO()
        pq.write_table(table, sink)
        write_whole(self.folder / ERRORS, sink.getvalue())

    def errors(self) -> dict[int, str]:
        """Return why rows have failed, by row."""
        path = self.folder / ERRORS
        if not path.exists():
            return {}
        table = read_part(path)
        return dict(zip(table["row"].to_pylist(), table["error"].to_pylist(), strict=True))

    @property
    def finished(self) -> bool:
        """Say whether the manifest is there."""
        return (self.folder / MANIFEST).exists()

    def finish(self) -> None:
        """Write the manifest, which says that every row is there."""
        parts = [{"file": path.name, "bytes": path.stat().st_size} for *_, path in self.parts()]
        about = self.read_header()
        del about["study"]
        manifest = about | {"parts": parts}
        write_whole(self.folder / MANIFEST, as_json(manifest))

    def tables(self, columns: list[str] | None = None) -> Iterator[pa.Table]:
        """Yield the parts in the order of their rows.

        Raises
        ------
        ScenarioError
            Where rows are missing, or a part is of another study or other rules, or damaged.
        """
        header = self.read_header()
        if gaps := self.missing(header["rows"], header["rows"]):
            first, last = gaps[0]
            found = f"rows {first} to {last - 1} are missing"
            allowed = "a whole sweep; the same command again plays what is missing"
            raise ScenarioError([Problem(str(self.folder), "", found, allowed)])
        for *_, path in self.parts():
            check(path, path, header)
            yield read_part(path, columns)


def strange(path: Path) -> bool:
    """Say whether a file is none that a sweep leaves behind which never began."""
    return path.name != LOCK and path.suffix != UNDONE


def as_json(data: dict[str, Any]) -> bytes:
    """Return plain data as the bytes of a file."""
    return json.dumps(data, indent=1, sort_keys=True).encode()
