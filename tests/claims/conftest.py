"""The rules compiled once, as for sweeps."""

from tests.sweep.conftest import compiled

__all__ = ["compiled"]
