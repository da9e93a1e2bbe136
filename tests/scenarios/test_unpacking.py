"""ZIPs that are damaged, too large, or no ZIPs."""

import io
import os
import random
import zipfile
from pathlib import Path

import pytest

from scenarios.unpacking import DamagedError, is_zip, unpacked
from terminal.brought_along import brought_along
from terminal.refusal import RefusalError

FILES = {"a.toml": b"a = 1\n" * 3000, "b/c.toml": os.urandom(3000)}


def packed(kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as archive:
        for name, data in FILES.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_a_zip_is_read():
    assert unpacked(io.BytesIO(packed()), 2, 30_000, 20_000) == FILES


@pytest.mark.parametrize("limits", [(1, 30_000, 20_000), (2, 20_000, 20_000), (2, 30_000, 9_000)])
def test_one_that_is_too_large_is_not_unpacked(limits):
    with pytest.raises(DamagedError, match="more than belongs into it"):
        unpacked(io.BytesIO(packed()), *limits)


@pytest.mark.parametrize("kind", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_whatever_is_damaged_is_said_in_a_sentence(tmp_path: Path, kind: int):
    dice, whole, told = random.Random(1), packed(kind), 0
    for n in range(60):
        data = bytearray(whole)
        for _ in range(3):
            data[dice.randrange(len(data))] = dice.randrange(256)
        file = tmp_path / f"{n}.zip"
        file.write_bytes(data)
        if is_zip(file):
            try:
                unpacked(file, 2, 30_000)
            except DamagedError as error:
                told += "\n" not in str(error)
    assert told > 30


def test_a_damaged_zip_of_a_scenario_is_refused(tmp_path: Path):
    file = tmp_path / "x.zip"
    data = bytearray(packed())
    data[60] ^= 0xFF
    file.write_bytes(data)
    with pytest.raises(RefusalError, match="a damaged ZIP"):
        brought_along(file, "economic-2-plus-2")


def test_a_device_is_not_looked_into():
    assert not is_zip(Path("/dev/zero"))
