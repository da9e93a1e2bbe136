"""A folder with the small world."""

from pathlib import Path

import pytest

from scenarios.load import Shelf
from scenarios.scenario import Scenario
from tests.scenarios.small import SCENARIO, put, shared


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("world"), shared(), small=SCENARIO)


@pytest.fixture(scope="session")
def shelf(folder: Path) -> Shelf:
    return Shelf(folder)


@pytest.fixture(scope="session")
def small(shelf: Shelf) -> Scenario:
    return shelf.load("small")
