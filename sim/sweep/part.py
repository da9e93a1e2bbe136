"""A part of a sweep: some rows as one Parquet file, what they came from in its footer."""

import io
import json
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from scenarios.problems import Problem, ScenarioError
from sim.rules.compiled import rules_hash
from sim.sweep.chunk import Chunk
from sim.sweep.study import Study

PACKAGES = ("communique", "numpy", "numba", "scipy", "pyarrow")
SAME = ("digest", "rules")
"""What all parts of a sweep share: the digest of the study, and the hash of the rules."""


def encoded(study: Study, chunk: Chunk) -> bytes:
    """Return a chunk as a Parquet file."""
    arrays: dict[str, Any] = {}
    for name, column in chunk.columns.items():
        words = isinstance(column, list)
        arrays[name] = pa.array(column).dictionary_encode() if words else pa.array(column)
    about = {
        "digest": study.digest,
        "rules": rules_hash(),
        "first": str(chunk.first),
        "last": str(chunk.last),
        "seed": str(study.seed),
        "versions": json.dumps(versions(), sort_keys=True),
    }
    table = pa.table(arrays).replace_schema_metadata(about)
    sink = io.BytesIO()
    pq.write_table(table, sink, compression="zstd", write_page_checksum=True)
    return sink.getvalue()


def read_part(path: Path, columns: list[str] | None = None) -> pa.Table:
    """Return the rows of a part.

    Raises
    ------
    ScenarioError
        Where it is damaged.
    """
    try:
        # One file, not a data set: a folder named a=b is no column.
        return pq.read_table(
            path, columns=columns, partitioning=None, page_checksum_verification=True
        )
    except (OSError, pa.ArrowException) as error:
        raise damaged(path, error) from None


def check(path: Path, file: Any, header: dict[str, Any]) -> None:
    """Check by its footer that a part belongs to a sweep.

    Parameters
    ----------
    file : path or open file
        Where the part is read from.
    header : dict
        What the folder says about its study.

    Raises
    ------
    ScenarioError
        Where it is damaged, or of another study or other rules.
    """
    try:
        about = pq.read_metadata(file).metadata or {}
    except (OSError, pa.ArrowException) as error:
        raise damaged(path, error) from None
    rows = f"{about.get(b'first', b'').decode()}-{about.get(b'last', b'').decode()}"
    named = "-".join(str(int(end)) for end in path.stem.split("-")[1:])
    if rows != named or any(about.get(key.encode()) != header[key].encode() for key in SAME):
        allowed = "parts of one sweep by one version of the rules"
        raise ScenarioError([Problem(str(path), "", "a part of another sweep", allowed)])


def damaged(path: Path, error: Exception) -> ScenarioError:
    """Return that a part cannot be read, and what to do about it."""
    reason = (str(error).splitlines() or [type(error).__name__])[0][:80]
    allowed = "a part as sweep wrote it; delete it, and the same sweep plays its rows again"
    return ScenarioError([Problem(str(path), "", f"a damaged file ({reason})", allowed)])


def versions() -> dict[str, str]:
    """Return the versions of what the numbers rest on."""
    found = {"python": platform.python_version()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "absent"
    return found
