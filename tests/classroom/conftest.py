"""The export of a lesson, made once for all tests that read it."""

import io
import zipfile

import pytest

from classroom.export.archive import archive
from tests.classroom.lessons import found, lesson


@pytest.fixture(scope="session")
def whole() -> bytes:
    """The export of a rehearsed lesson."""
    return archive(lesson().entries, found(), lesson().papers)


@pytest.fixture(scope="session")
def files(whole: bytes) -> dict[str, bytes]:
    """Its files, by name."""
    with zipfile.ZipFile(io.BytesIO(whole)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}
