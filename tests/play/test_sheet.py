"""The statement as a page: its clauses come from moves, its sales from what was wanted and got."""

import pytest

from agents.show import Show, show
from sim.play.knowing import best_level, knowledge
from sim.play.selling import sales, seated
from sim.play.statement import statement
from sim.rules.codes import CLEAN, FULL, UNDER_WAY


@pytest.fixture(scope="module")
def films() -> list[Show]:
    found = [show("economic-2-plus-2", 2), show("two-tracks", 3), show("core-partnership", 1)]
    for film in found:
        while not film.over and (film.game.state.outcome == UNDER_WAY).any() and film.length < 900:
            film.step_month()
            if all(each.outcome != "under way" for each in film.scene.forums):
                break
    return found


def test_every_clause_is_linked_to_the_moves_that_made_it(films: list[Show]):
    seen = 0
    for film in films:
        for sheet in film.sheets():
            for clause in sheet.clauses:
                seen += 1
                made = [step for step in clause.steps if step.made_it]
                assert made, clause
                assert made[-1].move <= film.length
                assert clause.label
    assert seen > 3


def test_a_sheet_is_the_statement_as_it_was_made(films: list[Show]):
    for film in films:
        for sheet in film.sheets():
            f = film.game.world.forums.index(sheet.forum)
            whole = statement(film.game, f)
            assert [each.paragraph for each in sheet.clauses] == list(whole.paragraphs)
            assert (sheet.date, sheet.month) == (whole.date, whole.month)


def test_nobody_sells_what_was_not_agreed():
    film = show("economic-2-plus-2")
    assert film.sheets() == ()
    assert sales(film.game, 0) == ()


def test_a_sale_says_what_each_item_came_to(films: list[Show]):
    told = 0
    for film in films:
        game, world = film.game, film.game.world
        for f in range(len(world.forums)):
            if game.state.outcome[f] not in (CLEAN, FULL):
                continue
            for sale in sales(game, f):
                s = world.sides.index(sale.side)
                text = " ".join(sale.lines)
                for a in seated(game, f, s):
                    mind = knowledge(game, f, a)
                    for i, item in enumerate(world.items):
                        if mind.weight[i] < 0.2 or not world.params.agenda[f, i]:
                            continue
                        told += 1
                        assert world.short("item", item) in text
                        assert 0 <= best_level(mind, i) <= 4
                assert "no deal" in text or " not." in text
    assert told
