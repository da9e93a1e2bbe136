"""What was compiled before, and so only has to be read."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def kept(compiled: Callable[..., Any]) -> bool:
    """Say whether what numba has made of a function lies in its cache, for this installation.

    numba keeps it by the folder of the function's file, by the version of Python and by when the
    file was written. What another checkout has left there, or an older version of this one, is
    not read but compiled anew.

    Parameters
    ----------
    compiled : callable
        What ``numba.njit(cache=True)`` has returned, compiled or not.
    """
    made: Any = compiled
    code = made.py_func.__code__
    source = Path(code.co_filename)
    python = f"py{sys.version_info.major}{sys.version_info.minor}"
    index = f"{source.stem}.{made.py_func.__qualname__}-{code.co_firstlineno}.{python}*.nbi"
    written = source.stat().st_mtime
    return any(each.stat().st_mtime >= written for each in Path(made.stats.cache_path).glob(index))
