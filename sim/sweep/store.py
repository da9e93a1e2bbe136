"""The folder of a sweep: what is asked for, parts written whole, and a manifest at the end.

A part is a Parquet file named by its rows, written beside its place and then moved there, so a
reader never sees half of one. Its footer says which study and which rules it came from.
"""

import hashlib
import io
import json
import os
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from scenarios.problems import Problem, ScenarioError
from sim.rules.compiled import rules_hash
from sim.sweep.chunk import Chunk
from sim.sweep.study import Study, study_from

STUDY, MANIFEST, ERRORS = "study.json", "manifest.json", "errors.parquet"
PART = "part-{first:010d}-{last:010d}.parquet"
UNDONE = ".partial"
PACKAGES = ("communique", "numpy", "numba", "scipy", "pyarrow")


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
                if any(self.folder.iterdir()):
                    found, allowed = "a folder with other files", "a new or an empty folder"
                    raise ScenarioError([Problem(str(self.folder), "", found, allowed)])
                self.write(STUDY, json.dumps(wanted, indent=1, sort_keys=True).encode())
                return
        except OSError as error:
            raise refused(self.folder, error) from None
        found = self.read_header()
        for key, what in (("digest", "sweep"), ("rules", "version of the rules")):
            if found.get(key) != wanted[key]:
                told = f"results of another {what} ({found.get(key)})"
                allowed = f"a new folder, or the one of this {what} ({wanted[key]})"
                raise ScenarioError([Problem(str(self.folder), STUDY, told, allowed)])

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
            Where parts overlap, or are of other rules.
        """
        gaps, at = [], 0
        for first, last, path in self.parts():
            if first < at or last > rows:
                allowed = "parts that follow one another"
                raise ScenarioError([Problem(str(path), "", "rows of another part", allowed)])
            gaps += [(start, min(start + size, first)) for start in range(at, first, size)]
            at = last
        return gaps + [(start, min(start + size, rows)) for start in range(at, rows, size)]

    def save(self, first: int, last: int, data: bytes) -> None:
        """Write a part, whole or not at all."""
        self.write(PART.format(first=first, last=last), data)

    def save_errors(self, errors: list[tuple[int, str]]) -> None:
        """Add rows that failed to those noted before."""
        path = self.folder / ERRORS
        known = dict(errors)
        if path.exists():
            old = pq.read_table(path)
            known = dict(zip(old["row"].to_pylist(), old["error"].to_pylist(), strict=True)) | known
        rows = sorted(known)
        table = pa.table({"row": rows, "error": [known[row] for row in rows]})
        sink = io.BytesIO()
        pq.write_table(table, sink)
        self.write(ERRORS, sink.getvalue())

    def finish(self, study: Study) -> dict[str, Any]:
        """Write the manifest, which says that every row is there, and return it."""
        parts = [{"file": path.name, "bytes": path.stat().st_size} for *_, path in self.parts()]
        manifest = self.header(study) | {"parts": parts}
        self.write(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True).encode())
        return manifest

    def write(self, name: str, data: bytes) -> None:
        """Write a file beside its place, then move it there.

        Raises
        ------
        ScenarioError
            Where the disk is full or the folder cannot be written.
        """
        partial = self.folder / (name + UNDONE)
        try:
            with partial.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            partial.replace(self.folder / name)
        except OSError as error:
            partial.unlink(missing_ok=True)
            raise refused(self.folder / name, error) from None

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
            yield read_part(path, header, columns)


def read_part(path: Path, header: dict[str, Any], columns: list[str] | None) -> pa.Table:
    """Return one part; refuse one that is damaged or comes from elsewhere."""
    try:
        table = pq.read_table(path, columns=columns)
    except (OSError, pa.ArrowException) as error:
        reason = str(error).splitlines()[0][:80]
        raise ScenarioError([Problem(str(path), "", reason, "a part that sweep wrote")]) from None
    about = table.schema.metadata or {}
    if any(about.get(key.encode()) != header[key].encode() for key in ("digest", "rules")):
        allowed = "parts of one sweep by one version of the rules"
        raise ScenarioError([Problem(str(path), "", "a part of another sweep", allowed)])
    return table


def encoded(study: Study, chunk: Chunk) -> bytes:
    """Return a chunk as a Parquet file, what it came from in its footer."""
    arrays: dict[str, Any] = {}
    for name, column in chunk.columns.items():
        words = isinstance(column, list)
        arrays[name] = pa.array(column).dictionary_encode() if words else pa.array(column)
    about = {
        "digest": study.digest,
        "rules": rules_hash(),
        "seed": str(study.seed),
        "versions": json.dumps(versions(), sort_keys=True),
    }
    table = pa.table(arrays).replace_schema_metadata(about)
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd")
    return sink.getvalue()


def digest_of(store: Store) -> str:
    """Return 64 hex digits of all result columns in the order of their rows, however chunked."""
    totals: dict[str, Any] = {}
    for table in store.tables():
        for name in table.column_names:
            total = totals.setdefault(name, hashlib.sha256())
            column = table[name].combine_chunks()
            if pa.types.is_dictionary(column.type):
                total.update("\n".join(column.to_pylist()).encode() + b"\n")
            else:
                total.update(np.ascontiguousarray(column.to_numpy(zero_copy_only=False)).tobytes())
    whole = hashlib.sha256()
    for name in sorted(totals):
        whole.update(f"{name} {totals[name].hexdigest()}\n".encode())
    return whole.hexdigest()


def versions() -> dict[str, str]:
    """Return the versions of what the numbers rest on."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "absent"
    return found


def refused(path: Path, error: OSError) -> ScenarioError:
    """Return what the system said about a file as a problem of it."""
    allowed = "a folder that can be written, with room on its disk; what is there is kept"
    return ScenarioError([Problem(str(path), "", error.strerror or str(error), allowed)])
