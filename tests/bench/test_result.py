"""The benchmark's figures, worked out by hand, as data and as a table."""

import io
import json

from rich.console import Console

from bench.contest import Lap
from bench.report import report
from bench.result import Result

LAPS = (Lap(2, 1.0, 500, 1.0, ""), Lap(2, 3.0, 500, 1.0, ""), Lap(2, 1.0, 500, 4.0, ""))


def result(laps: tuple[Lap, ...] = LAPS, **more) -> Result:
    given = {
        "scenario": "two-tracks",
        "seed": 3,
        "mesa": "Mesa 3, batch_run",
        "compiled": True,
        "compile_seconds": 12.34,
        "from_cache": False,
        "laps": laps,
        "months_ms": {"the rules, in plain Python": 4.25},
    }
    return Result(**{**given, **more})


def printed(found: Result) -> str:
    console = Console(file=io.StringIO(), width=100)
    console.print(report(found))
    return console.file.getvalue()


def test_the_ratio_is_the_median_of_the_laps():
    # 250, 750 and 62.5
    assert result().ratio == 250


def test_the_rates_are_over_all_laps():
    assert result().mesa_rate == 6 / 5
    assert result().rules_rate == 1500 / 6


def test_the_figures_are_plain_data():
    found = json.loads(json.dumps(result().as_json()))
    assert found["ratio"] == 250
    assert found["ratio_goal"] == 100
    assert found["mesa_runs_per_second"] == 1.2
    assert found["compared"] == 6
    assert found["differences"] == []
    assert found["laps"][1]["slow_seconds"] == 3.0
    assert found["months_ms"] == {"the rules, in plain Python": 4.25}


def test_the_table_tells_the_rates_the_ratio_and_that_outcomes_agree():
    text = printed(result())
    for told in ("Mesa 3, batch_run", "1,500", "250.0", "Ratio 250", "62 to 750", "goal 100"):
        assert told in text
    assert "equal in all 6 runs" in text
    assert "12.3 s (compiled anew)" in text
    assert "4.2" in text


def test_the_table_tells_where_outcomes_differ():
    text = printed(result((*LAPS, Lap(1, 1.0, 1, 1.0, "run 7, forum 0, trust: 1 against 2"))))
    assert "Outcomes differ" in text
    assert "run 7, forum 0, trust" in text
    assert "equal" not in text


def test_without_numba_the_table_says_so():
    text = printed(result(compiled=False, compile_seconds=0.0))
    assert "numba is missing or off" in text
    assert "ready after" not in text
