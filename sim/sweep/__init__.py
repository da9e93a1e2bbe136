"""Many runs at once; ``from sim.sweep import sweep`` is the whole of it for a notebook."""

from typing import Any


def __getattr__(name: str) -> Any:
    """Return ``sweep``, for whose sake alone its libraries are then loaded."""
    if name == "sweep":
        from sim.sweep.needs import require_packages

        require_packages()
        from sim.sweep.entry import sweep

        return sweep
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
