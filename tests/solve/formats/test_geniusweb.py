import json
from pathlib import Path

import numpy as np
import pytest

from scenarios.problems import ScenarioError
from sim.solve.formats.read import read_domain
from tests.solve.formats.files import ISSUES, geniusweb, profile


def test_words_and_numbers_of_a_range_have_utilities(tmp_path: Path):
    other = profile(name="other", reservationBid=None)
    domain = read_domain(geniusweb(tmp_path, profile(), other))
    assert domain.name == "fruit"
    assert domain.values == (("apple", "pear"), ("1", "1.5", "2"))
    assert domain.parties == ("eater", "other")
    np.testing.assert_array_equal(domain.worth[0][0], [0.4, 0.1])
    np.testing.assert_array_equal(domain.worth[1][0], [0.0, 0.3, 0.6])
    np.testing.assert_array_equal(domain.walk_away, [domain.value((1, 1))[0], 0.0])


def test_without_a_domain_file_the_first_profile_has_the_issues(tmp_path: Path):
    (geniusweb(tmp_path, profile(), profile()) / "fruit.json").unlink()
    domain = read_domain(tmp_path)
    assert domain.issues == ("Fruit", "Kilos")
    assert domain.parties == ("eater", "eater 2")


def test_a_bid_may_leave_issues_open(tmp_path: Path):
    partial = profile(reservationBid={"issuevalues": {"Fruit": "apple"}})
    assert read_domain(geniusweb(tmp_path, partial, profile())).walk_away[0] == 0.4


def test_settings_beside_the_files_are_passed_over(tmp_path: Path):
    (geniusweb(tmp_path, profile(), profile()) / "settings.json").write_text("{ not json")
    assert len(read_domain(tmp_path).parties) == 2


OTHER = {"name": "fruit", "issuesValues": {**ISSUES, "Fruit": {"values": ["apple", "plum"]}}}
HALF = {"discreteutils": {"valueUtilities": {"apple": 1}}}
KILOS = profile()["LinearAdditiveUtilitySpace"]["issueUtilities"]["Kilos"]
WRONG = [
    (profile(domain=OTHER), "domain.issuesValues.Fruit"),
    (profile(issueWeights={"Fruit": 1}), "issueWeights.Kilos"),
    (profile(issueWeights={"Fruit": 1, "Kilos": "x"}), "'x'"),
    (profile(issueWeights={"Fruit": -1, "Kilos": 2}), "at least 0"),
    (profile(issueUtilities={"Fruit": HALF, "Kilos": KILOS}), "issueUtilities.Fruit.pear"),
    (profile(reservationBid={"issuevalues": {"Fruit": "plum"}}), "reservationBid.Fruit"),
    (profile(reservationBid=[1]), "reservationBid"),
    ({"SumOfGroupsUtilitySpace": profile()["LinearAdditiveUtilitySpace"]}, "additive"),
]


@pytest.mark.parametrize(("wrong", "said"), WRONG)
def test_what_is_wrong_is_said_with_the_file_and_the_place(tmp_path: Path, wrong, said):
    with pytest.raises(ScenarioError) as caught:
        read_domain(geniusweb(tmp_path, profile(), wrong))
    assert said in str(caught.value)
    assert "profile1.json" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (json.dumps(profile())[:-1], "valid JSON"),
        (json.dumps(profile()).replace("0.25", "NaN"), "NaN"),
        (json.dumps(profile()).replace("0.25", "1" * 300), "digits"),
        (json.dumps(profile()).replace('"pear": 0.25', '"pear": 0, "pear": 1'), "twice"),
        ("[" * 50_000 + '"issueUtilities"', "nested"),
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, text: str, said: str):
    (geniusweb(tmp_path, profile(), profile()) / "profile1.json").write_text(text)
    with pytest.raises(ScenarioError, match=said):
        read_domain(tmp_path)
