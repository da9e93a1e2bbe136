import pytest

from tests.solve.formats.files import ABSENT, CASES


@pytest.fixture
def cases():
    if not (CASES / "solutions.json").is_file():
        pytest.skip(ABSENT)
    return CASES
