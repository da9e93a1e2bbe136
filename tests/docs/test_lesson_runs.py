"""The tables in the notes are what their own commands bring."""

import pytest

pytest.importorskip("numba", reason="needs the extra sweep")

from tools.lesson_runs import asked, pages, played, renewed


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
