"""Kernels of the solvers, compiled by numba where it is installed.

Each gives what a plain function here gives, faster where there is much to do. A kernel calls no
other function of ours, so numba notices when it changes; what it has compiled lies in a folder
named by a hash of the kernels' files, like that of the rules.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from sim.rules.compiled import cache_folder, can_compile

Marks = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


@cache
def compiled(kernel: Callable[..., Any]) -> Callable[..., Any] | None:
    """Return a kernel compiled; nothing where numba is missing, off, or has no place for it."""
    if not can_compile():
        return None
    import numba

    before = numba.config.CACHE_DIR
    numba.config.CACHE_DIR = str(folder())
    try:
        made: Callable[..., Any] = numba.njit(cache=True, nogil=True)(kernel)
    except (RuntimeError, OSError):  # nowhere to keep it, and compiling takes longer than it saves
        return None
    finally:
        numba.config.CACHE_DIR = before
    return made


def folder() -> Path:
    """Return the folder for compiled kernels: below the user's cache, named by their text."""
    files = sorted(Path(__file__).parent.glob("kernel*.py"))
    total = hashlib.sha256()
    for file in files:
        total.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return cache_folder().parents[1] / "solve" / total.hexdigest()[:12]
