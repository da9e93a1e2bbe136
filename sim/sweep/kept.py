"""What was compiled before, and so only has to be read."""

from collections.abc import Callable
from typing import Any


def kept(compiled: Callable[..., Any]) -> bool:
    """Say whether what numba has made of a function lies in its cache, to be read here.

    numba itself is asked: what another checkout, other text of the rules, another version or
    another kind of processor has left there is compiled anew, while the same text written again,
    as a new installation in the same place does, is not.

    Parameters
    ----------
    compiled : callable
        What ``numba.njit(cache=True)`` has returned, compiled or not.
    """
    from numba.core.registry import cpu_target

    made: Any = compiled
    processor = cpu_target.target_context.codegen().magic_tuple()
    # numba has no open way to ask this; a test holds this one against what numba then does
    entries = made._cache._cache_file._load_index()
    return any(built_for == processor for _, built_for, _ in entries)
