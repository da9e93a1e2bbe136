"""The same rules, compiled by numba where it is installed.

The compiled rules are copies of the plain functions whose calls to one another lead to the
compiled copies, so one process holds both and can compare them bit for bit. numba keeps
compiled callers of a rule that has since changed (numba issue 1833); its cache therefore lies in
a folder named by a hash of all rule files.
"""

import hashlib
import importlib.util
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from sim.rules.rule import RULES

Function = Callable[..., Any]


def rule_files() -> tuple[Path, ...]:
    """Return the files that hold the rules registered so far, in order of name."""
    modules = {function.__module__ for function in RULES}
    names = {sys.modules[name].__file__ or "" for name in modules}
    package = Path(__file__).parent
    return tuple(sorted({Path(name) for name in names} | set(package.glob("*.py"))))


def rules_hash() -> str:
    """Return 12 hex digits that change with the text of any rule file."""
    total = hashlib.sha256()
    for path in sorted(rule_files(), key=lambda path: path.name):
        total.update(path.name.encode())
        total.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()[:12]


def cache_folder() -> Path:
    """Return the folder for compiled rules: below the user's cache, named by the rules' hash."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    root = Path(base) if base else Path.home() / ".cache"
    return root / "communique" / "rules" / rules_hash()


def can_compile() -> bool:
    """Say whether numba is installed and not switched off."""
    if os.environ.get("NUMBA_DISABLE_JIT", "0") not in ("", "0"):
        return False
    return importlib.util.find_spec("numba") is not None


@cache
def compiled_rules() -> dict[Function, Function]:
    """Return the compiled copy of every registered rule."""
    import numba

    numba.config.CACHE_DIR = str(cache_folder())
    jit = numba.njit(cache=True, nogil=True, error_model="numpy")
    spaces: dict[Function, dict[str, Any]] = {}
    copies: dict[Function, Function] = {}
    for plain in RULES:
        assert isinstance(plain, FunctionType)
        spaces[plain] = {"__name__": plain.__module__, "__builtins__": __builtins__}
        copy = FunctionType(plain.__code__, spaces[plain], plain.__name__)
        copy.__module__ = plain.__module__
        copy.__qualname__ = plain.__qualname__
        copies[plain] = jit(copy)
    # numba looks names up when it compiles, which is later, so the order of rules is free.
    for plain, space in spaces.items():
        for name, value in plain.__globals__.items():
            if name in plain.__code__.co_names:
                space[name] = copies.get(value, value) if callable(value) else value
    return copies


def fast(function: Function) -> Function:
    """Return the compiled copy of a rule, or the rule itself where numba is missing or off."""
    return compiled_rules()[function] if can_compile() else function
