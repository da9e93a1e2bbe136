"""``communique bench``: which of the benchmarks is meant."""

from scenarios.problems import Problem, ScenarioError, shown
from sim.sweep.needs import require_packages

SWEEP, BROWSER = "sweep", "browser"


def measure(what: str, as_json: bool) -> int:
    """Measure, print, and return the exit code.

    Raises
    ------
    ScenarioError
        Where there is no such benchmark, or packages are missing that it needs.
    """
    if not what:
        from bench.main import main

        return main(as_json=as_json)
    if what == BROWSER:
        from bench.browser import main as browser_main

        return browser_main(as_json=as_json)
    if what != SWEEP:
        raise ScenarioError([Problem("bench", "", shown(what), f"{SWEEP}, {BROWSER}, or nothing")])
    require_packages()
    from bench.sweep import main as sweep_main

    return sweep_main(as_json=as_json)
