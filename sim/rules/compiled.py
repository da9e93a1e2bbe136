"""The same rules, compiled by numba where it is installed.

The compiled rules are copies of the plain functions whose calls to one another lead to the
compiled copies, so one process holds both and can compare them bit for bit. numba keeps
compiled callers of a rule that has since changed (numba issue 1833); its cache therefore lies in
a folder named by a hash of all rule files.
"""

import hashlib
import importlib.util
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import FunctionType
from typing import Any

from sim.rules.rule import RULES

Function = Callable[..., Any]

HOUSE = Path(__file__).parents[2]
RULE_FOLDERS = ("sim/rules", "agents/strategies", "agents/tactics")
RULE_FILES = ("agents/decide.py", "sim/sweep/run.py")
"""Where rules are defined. A fixed list, so that their hash depends on no import."""


def rule_files() -> tuple[Path, ...]:
    """Return the files that hold rules, whether or not they are imported yet, in order of path."""
    found = {HOUSE / file for file in RULE_FILES}
    for folder in RULE_FOLDERS:
        found |= set((HOUSE / folder).glob("*.py"))
    return tuple(sorted(found, key=house_path))


def house_path(path: Path) -> str:
    """Return the path of a file from the folder of the project, the same on every system."""
    return path.relative_to(HOUSE).as_posix()


def rules_hash() -> str:
    """Return 12 hex digits that change with the text of any rule file."""
    total = hashlib.sha256()
    for path in rule_files():
        total.update(house_path(path).encode())
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
