from pathlib import Path

import numpy as np
import pytest

from scenarios.problems import ScenarioError
from sim.solve.formats.read import read_domain
from tests.solve.formats.files import BUYER, DOMAIN, SELLER, genius


def test_evaluations_are_divided_by_the_largest_and_weighed(tmp_path: Path):
    domain = read_domain(genius(tmp_path))
    assert domain.issues == ("Price", "Date & place")
    assert domain.values == (("high", "low"), ("now", "later", "never"))
    assert domain.parties == ("a_seller", "b_buyer")
    np.testing.assert_array_equal(domain.worth[0], [[0.75, 0.75 / 4], [0.125, 0.5]])
    np.testing.assert_array_equal(domain.worth[1], [[0.125, 0.25, 0.0], [0.5, 0.3, 0.1]])
    np.testing.assert_array_equal(domain.walk_away, [0.3, 0.0])
    assert not any(lines.any() for lines in domain.forbidden)


def test_profiles_come_in_the_order_asked_for(tmp_path: Path):
    genius(tmp_path, c_other=BUYER)
    assert read_domain(tmp_path, ["b_buyer.xml", "a_seller"]).parties == ("b_buyer", "a_seller")
    assert read_domain(tmp_path).parties == ("a_seller", "b_buyer", "c_other")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_does_no_harm(tmp_path: Path, encoding: str):
    text = SELLER.replace("Date &amp; place", "Café").encode(encoding)
    other = BUYER.replace("Date &amp; place", "Café").encode("cp1252")
    plain = DOMAIN.replace("Date &amp; place", "Café").encode()
    domain = read_domain(genius(tmp_path, a_seller=text, b_buyer=other, domain=plain))
    assert domain.issues[1] == "Café"


def test_bare_ampersands_are_read_as_they_stand(tmp_path: Path):
    texts = (text.replace("&amp;", "&") for text in (DOMAIN, SELLER, BUYER))
    names = ("domain", "a_seller", "b_buyer")
    folder = genius(tmp_path, **dict(zip(names, texts, strict=True)))
    assert read_domain(folder).issues[1] == "Date & place"


def test_issues_within_objectives_count_by_their_own_weight(tmp_path: Path):
    inner = '<objective index="7" name="inner"><issue vtype="discrete" name="Price"'
    domain = DOMAIN.replace('<issue vtype="discrete" name="Price"', inner)
    domain = domain.replace(
        '</issue>\n<issue name="Date', '</issue></objective>\n<issue name="Date'
    )
    assert read_domain(genius(tmp_path, domain=domain)).issues == ("Price", "Date & place")
    nested = SELLER.replace(
        '<issue index="1" name="Price">',
        '<weight index="7" value="0.5"/><objective index="7"><issue index="1" name="Price">',
    ).replace('value="low"/></issue>', 'value="low"/></issue></objective>')
    worth = read_domain(genius(tmp_path, a_seller=nested)).worth
    assert worth[0][0, 0] == 0.75


def test_without_a_domain_file_the_first_profile_has_the_issues(tmp_path: Path):
    (genius(tmp_path) / "domain.xml").unlink()
    assert read_domain(tmp_path).values[1] == ("now", "later", "never")


def test_an_integer_issue_is_a_line_from_its_lowest_value(tmp_path: Path):
    head = '<issue index="1" name="Price" type="integer" lowerbound="10" upperbound="13">'
    items = '<item evaluation="8" value="high" index="1"/>\n<item evaluation="2" value="low"/>'
    line = '<evaluator ftype="linear" slope="0.5" offset="0.2"/>'
    old = '<evaluator ftype="linear" parameter1="-0.1" parameter0="1.5"/>'
    domain = DOMAIN.replace('<issue vtype="discrete" name="Price" index="1">', head)
    domain = domain.replace('<item index="1" value="high"/>\n<item index="2" value="low"/>', "")
    seller = SELLER.replace('<issue index="1" name="Price">', head).replace(items, line)
    buyer = BUYER.replace('<issue index="1" name="Price">', head)
    buyer = buyer.replace(
        '<item value="high" evaluation="1"/><item value="low" evaluation="4"/>', old
    )
    made = read_domain(genius(tmp_path, domain=domain, a_seller=seller, b_buyer=buyer))
    assert made.values[0] == ("10", "11", "12", "13")
    np.testing.assert_allclose(made.worth[0][0], np.array([0.2, 0.7, 1.0, 1.0]) * 0.75)
    np.testing.assert_allclose(made.worth[0][1], np.array([0.5, 0.4, 0.3, 0.2]) * 0.5)


def test_results_beside_the_files_are_passed_over(tmp_path: Path):
    genius(tmp_path, pareto="<a></a><b>results</b>")
    assert len(read_domain(tmp_path).parties) == 2


BOMB = """<?xml version="1.0"?><!DOCTYPE u [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
<utility_space><weight index="1" value="1"/>&b;</utility_space>"""
OUTSIDE = """<?xml version="1.0"?><!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<utility_space><weight index="1" value="1"/>&x;</utility_space>"""
UNFIT = '<utility_space type="nonlinear"><weight index="1" value="1"/><ufun/></utility_space>'
WRONG = [
    ("a_seller", BOMB, "document type"),
    ("a_seller", OUTSIDE, "document type"),
    ("a_seller", UNFIT, "additive"),
    ("a_seller", SELLER[:-5], "well-formed"),
    ("a_seller", SELLER + " " * 1_000_000, "smaller file"),
    ("a_seller", SELLER.replace('<weight index="1" value="0.75"/>', ""), "weight of Price"),
    ("a_seller", SELLER.replace('"0.75"', '"much"'), "'much'"),
    ("a_seller", SELLER.replace('"0.75"', '"nan"'), "'nan'"),
    ("a_seller", SELLER.replace('evaluation="8"', ""), "value high"),
    ("a_seller", SELLER.replace('value="high"', 'value="hihg"'), "did you mean 'high'"),
    ("a_seller", SELLER.replace('name="Price"', 'name="Prize"').replace('x="1"', 'x="9"'), "Price"),
    ("domain", DOMAIN.replace('vtype="discrete"', 'vtype="real"'), "'real'"),
    ("domain", DOMAIN.replace('value="low"', 'value="high"'), "twice"),
    ("domain", DOMAIN.replace('name="Price"', ""), "no name"),
]


@pytest.mark.parametrize(("name", "text", "said"), WRONG)
def test_what_is_wrong_is_said_with_the_file_and_the_place(tmp_path: Path, name, text, said):
    with pytest.raises(ScenarioError) as caught:
        read_domain(genius(tmp_path, **{name: text}))
    assert len(caught.value.problems) == 1
    assert said in str(caught.value)
    assert f"{name}.xml" in str(caught.value)


def test_a_profile_that_is_not_there_is_named_with_the_nearest(tmp_path: Path):
    with pytest.raises(ScenarioError, match=r"did you mean 'b_buyer\.xml'"):
        read_domain(genius(tmp_path), ["a_seller", "b_byer.xml"])


def test_of_several_domains_the_one_is_taken_that_the_profiles_fit(tmp_path: Path):
    other = DOMAIN.replace('value="low"', 'value="dear"')
    genius(tmp_path, other=other, c_other=BUYER.replace('value="low"', 'value="dear"'))
    with pytest.raises(ScenarioError, match="several domains"):
        read_domain(tmp_path)
    assert read_domain(tmp_path, ["a_seller", "b_buyer"]).values[0] == ("high", "low")
    with pytest.raises(ScenarioError, match="0 domains"):
        read_domain(tmp_path, ["a_seller", "c_other"])
