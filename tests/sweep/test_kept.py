"""What another installation has compiled is of no use to this one, and is not taken for ready."""

import importlib.util
import os
import shutil
from pathlib import Path

import pytest

from sim.sweep.kept import kept

numba = pytest.importorskip("numba", reason="compiles")


def compiled(file: Path):
    spec = importlib.util.spec_from_file_location(file.parent.name, file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return numba.njit(cache=True)(module.double)


def test_only_what_this_installation_compiled_is_ready(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(numba.config, "CACHE_DIR", str(tmp_path / "cache"))
    here, there = tmp_path / "here" / "tiny.py", tmp_path / "there" / "tiny.py"
    here.parent.mkdir()
    here.write_text("def double(x):\n    return 2 * x\n", "utf-8")
    made = compiled(here)
    assert not kept(made)
    made(1)
    assert kept(made)
    assert kept(compiled(here))

    shutil.copytree(here.parent, there.parent)
    assert not kept(compiled(there))

    later = here.stat().st_mtime + 60
    os.utime(here, (later, later))  # as an installation over the old one leaves it
    assert not kept(compiled(here))
