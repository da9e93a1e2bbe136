"""What is said to be compiled is what numba then reads, and nothing else."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from sim.sweep.kept import kept

numba = pytest.importorskip("numba", reason="compiles")
TEXT = "def double(x):\n    return 2 * x\n"


@pytest.fixture
def file(tmp_path: Path, monkeypatch) -> Path:
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path / "cache"))
    return written(tmp_path / "here" / "tiny.py", TEXT)


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def loaded(path: Path):
    """A function that numba may compile, as a new process would see it."""
    spec = importlib.util.spec_from_file_location(path.parent.name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return numba.njit(cache=True)(module.double)


def said_and_done(path: Path) -> tuple[bool, bool]:
    """Return whether a function is said to be kept, and whether numba has then read it."""
    function = loaded(path)
    said = kept(function)
    assert function(21) == 42
    return said, sum(function.stats.cache_hits.values()) == 1


def test_it_is_compiled_once_and_then_read(file: Path):
    assert said_and_done(file) == (False, False)
    assert said_and_done(file) == (True, True)


def test_what_lies_elsewhere_is_compiled_there(file: Path):
    said_and_done(file)
    shutil.copytree(file.parent, file.parents[1] / "there")
    assert said_and_done(file.parents[1] / "there" / "tiny.py") == (False, False)


def test_another_text_is_compiled_anew(file: Path):
    said_and_done(file)
    written(file, TEXT.replace("2 * x", "x + x"))
    assert said_and_done(file) == (False, False)


@pytest.mark.parametrize("later", [-86400, 86400])
def test_the_same_text_written_at_another_time_is_as_numba_takes_it(file: Path, later: int):
    said_and_done(file)
    time = file.stat().st_mtime + later
    os.utime(file, (time, time))  # as an installation over the old one leaves it
    said, done = said_and_done(file)
    assert said == done


def test_what_another_kind_of_processor_has_compiled_is_of_no_use(file: Path, monkeypatch):
    from numba.core.registry import cpu_target

    said_and_done(file)
    other = type(cpu_target.target_context.codegen())
    monkeypatch.setattr(other, "magic_tuple", lambda self: ("elsewhere", "other", ""))
    assert said_and_done(file) == (False, False)
