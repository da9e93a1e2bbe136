"""How hypothesis searches, and a class for whatever test wants one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tests.classroom.hands import Hands

# by no clock, and on a machine that checks changes always alike
settings.register_profile(
    "house",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
    max_examples=30,
)
settings.register_profile("long", settings.get_profile("house"), max_examples=200)
settings.load_profile("house")


@pytest.fixture
def hands(tmp_path: Path) -> Iterator[Hands]:
    """A server's classes in the test's hands."""
    from tests.classroom.hands import Hands  # only tests of classes load what classes need

    made = Hands(tmp_path / "data")
    yield made
    made.store.close()
