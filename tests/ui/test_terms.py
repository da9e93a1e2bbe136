"""What the model calls things by single words has a word in every language of the pages."""

import pytest

from scenarios.figures import NEEDS
from scenarios.load import catalogue as scenarios
from scenarios.sheet_of_sources import account
from scenarios.tongue import LANGUAGES
from sim.claims.verdict import VERDICTS
from sim.rules.codes import ROLES, STRATEGIES
from ui.words.catalogue import catalogue


@pytest.fixture(params=LANGUAGES)
def terms(request):
    return catalogue("terms", request.param)


def figures():
    for name in scenarios():
        for table in account(name)["tables"]:
            for group in table["groups"]:
                yield from group["figures"]


def test_units_and_choices_are_known(terms):
    found = list(figures())
    assert {each["unit"] for each in found} - {"mode"} <= set(terms["amounts"])
    words = {word for each in found for word in each["choices"] or ()}
    assert words | set(ROLES) | set(STRATEGIES) <= set(terms["choices"])
    assert set(terms["units"]) == set(terms["amounts"])


def test_bases_are_known(terms):
    assert set(NEEDS) == set(terms["bases"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_verdicts_are_known(language):
    assert set(catalogue("claims", language)["verdicts"]) == set(VERDICTS)
