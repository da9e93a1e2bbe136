from pathlib import Path

import numpy as np
import pytest

from scenarios.problems import ScenarioError
from sim.solve.forecast import weighted_mean, weighted_median
from sim.solve.formats.read import read_domain
from tests.solve.formats.files import EMISSIONS

LONG = """Issue;Actor;Position;Salience;Capability
Tax;A;0;50;1
Tax;B;10;100;2
Tax;C;2,5;20;1
Loan;A;3;10;1
Loan;B;1;40;1
"""


def table(folder: Path, text: str) -> Path:
    file = folder / "emissions.csv"
    file.write_text(text, "utf-8")
    return file


def test_the_values_of_an_issue_are_the_positions_taken(tmp_path: Path):
    file = table(tmp_path, EMISSIONS)
    domain = read_domain(file)
    assert domain.issues == ("emissions",)
    assert domain.values == (("4", "7", "10"),)
    np.testing.assert_allclose(domain.worth[0][1], [0.8, 1.0, 0.8])
    np.testing.assert_allclose(domain.worth[0][8], [1.0, 0.5, 0.0])
    assert weighted_mean(domain.stances)[0] == pytest.approx(7.389955686853766, abs=1e-9)
    assert weighted_median(domain.stances)[0] == 7
    assert read_domain(tmp_path).parties == domain.parties


def test_a_long_table_has_issues_percentages_and_decimal_commas(tmp_path: Path):
    domain = read_domain(table(tmp_path, LONG))
    assert domain.issues == ("Tax", "Loan")
    assert domain.values[0] == ("0", "2.5", "10")
    np.testing.assert_allclose(domain.worth[0][0], [0.5, 0.4375, 0.25])
    np.testing.assert_allclose(domain.worth[1][2], [0.5, 0.5])  # without a line, all the same
    # B weighs 2 on the tax and 1 on the loan: the forecasts see these products.
    np.testing.assert_allclose(domain.stances.weights[1], [2 * 1.0, 1 * 0.4])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("actor,position\nA,1\n", "salience"),
        (EMISSIONS + "Greece,1,1,1\n", "Greece on emissions"),
        (EMISSIONS + "Spain,1,1\n", "line 12"),
        (EMISSIONS + "Spain,far,1,1\n", "'far'"),
        (EMISSIONS + "Spain,1,-1,1\n", "at least 0"),
        (EMISSIONS + "Spain,1,1,inf\n", "'inf'"),
        (EMISSIONS + "Spain,1,101,1\n", "to 100"),
        ("actor,position,salience,capability\nA,1,1,1\n", "1 actor"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, text: str, said: str):
    with pytest.raises(ScenarioError) as caught:
        read_domain(table(tmp_path, text))
    assert said in str(caught.value)
