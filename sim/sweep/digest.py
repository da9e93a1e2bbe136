"""One hash of all that a sweep has found, whoever played it in whatever pieces."""

import hashlib
from typing import Any

import numpy as np
import pyarrow as pa

from sim.sweep.store import Store


def digest_of(store: Store) -> str:
    """Return 64 hex digits of all result columns in the order of their rows, however chunked.

    Raises
    ------
    ScenarioError
        Where rows are missing, or a part is of another study or other rules, or damaged.
    """
    totals: dict[str, Any] = {}
    for table in store.tables():
        for name in table.column_names:
            total = totals.setdefault(name, hashlib.sha256())
            column = table[name].combine_chunks()
            if pa.types.is_dictionary(column.type):
                total.update("".join(f"{word}\n" for word in column.to_pylist()).encode())
            else:
                total.update(np.ascontiguousarray(column.to_numpy(zero_copy_only=False)).tobytes())
    whole = hashlib.sha256()
    for name in sorted(totals):
        whole.update(f"{name} {totals[name].hexdigest()}\n".encode())
    return whole.hexdigest()
