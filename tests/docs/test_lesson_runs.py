"""The tables in the notes are what their own commands bring."""

import pytest

pytest.importorskip("numba", reason="needs the extra sweep")

from classroom.plan import plans
from sim.sweep.entry import sweep
from tools.lesson_runs import TEACH, asked, pages, played, renewed, row

TABLES = {"economic-2-plus-2": "2+2", "3-plus-3-trade": "3+3"}


def test_all_pages_of_a_scenario_ask_for_the_same_runs():
    told: dict[str, set[str]] = {}
    for page, _ in pages():
        told.setdefault(page.stem, set()).add(repr(asked(page.read_text("utf-8"))))
    assert [name for name, ways in told.items() if len(ways) != 1] == []


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("name", sorted({page.stem for page, _ in pages()}))
def test_the_tables_are_what_the_runs_bring(name: str):
    """``python -m tools.lesson_runs`` writes them anew where the rules have changed."""
    runs = None
    for page, language in pages():
        if page.stem == name:
            text = page.read_text("utf-8")
            runs = runs or played(*asked(text))
            assert renewed(text, language, runs) == text


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_what_usually_happens_in_the_lesson_does():
    plan = plans()["economic-75"]
    frame = sweep(
        plan.scenario,
        256,
        vary=["nothing"],
        forums=plan.configurations,
        changes=plan.changes,
    )
    for page in (TEACH / "75-minutes.md", TEACH / "ja" / "75-minutes.md"):
        text = page.read_text("utf-8")
        assert f"--set {' '.join(plan.changes)} " in text
        for case, name in TABLES.items():
            columns = frame.filter(frame["case"].cast(str) == case).to_dict(as_series=False)
            assert row(name, columns, []) in text
