"""What sweeps need beside the game, and what to do where it is not installed."""

from importlib.util import find_spec

from scenarios.problems import Problem, ScenarioError

PACKAGES = ("pyarrow", "scipy")
EXTRA = "of the extra sweep, communique[sweep]"


def require_packages() -> None:
    """Check that the packages are there.

    Raises
    ------
    ScenarioError
        Where any is missing; it names them, and the extra that brings them.
    """
    missing = [name for name in PACKAGES if find_spec(name) is None]
    if missing:
        found = f"no {' and no '.join(missing)} installed"
        allowed = f"{' and '.join(PACKAGES)}, {EXTRA}"
        raise ScenarioError([Problem("sweep", "", found, allowed)])
