"""Addresses of comparisons."""

import pytest

from ui.claims.names import comparison
from ui.compare.address import Setup, in_all, setup_of

CASES = {"one": ["own", "arm", "forum"], "two": ["table", "other"]}


def read(query):
    return setup_of(query, list(CASES), CASES.__getitem__, ["mean_level", "trust"])


def test_an_address_leads_back_to_what_it_says():
    setup = Setup(
        "one", ("own", "arm", "own"), ((-1, "pace", 0.5), (2, "event.E33", "off")), "trust"
    )
    assert read(setup.address) == (setup, [])


def test_without_an_address_two_cases_of_the_first_scenario_stand_there():
    assert read(None)[0] == Setup("one", ("own", "arm"))


def test_what_there_is_not_is_named_and_replaced():
    setup, lost = read("scenario=three&b=nothing&measure=luck")
    assert setup == Setup("one", ("own", "arm"))
    assert lost == [("scenario", "three"), ("case", "nothing"), ("measure", "luck")]


@pytest.mark.parametrize("value", ["nan", "inf", "-Infinity", "1e999"])
def test_what_is_no_finite_number_goes_on_as_a_word_that_is_refused(value):
    setup, _ = read(f"scenario=one&set=pace={value}&a.set=trust={value}")
    assert setup.sets == ((-1, "pace", value), (0, "trust", value))


def test_a_value_for_every_case_ends_those_of_single_ones():
    setup = Setup("one", ("own", "arm")).with_set(0, "pace", 0.1).with_set(1, "pace", 0.2)
    assert setup.with_set(-1, "pace", 0.3).sets == ((-1, "pace", 0.3),)
    assert setup.with_set(1, "pace", 0.4).sets == ((0, "pace", 0.1), (1, "pace", 0.4))
    assert setup.without("pace").sets == ()


@pytest.mark.parametrize(("several", "said"), [(4, 0), (5, 5), (7, 7)])
def test_an_address_to_the_first_of_many_settings_says_how_many_there_are(several, said):
    _, _, query = comparison("one", [("own", [])] * several).partition("?")
    assert len(read(query)[0].names) == 4
    assert in_all(query) == said
