"""The forecasts: weighted mean and median, and the challenge model against its publication."""

import numpy as np
import pytest

from sim.solve.challenge import challenge
from sim.solve.example import DINNER
from sim.solve.forecast import challenged, weighted_mean, weighted_median
from sim.solve.implied import implied
from sim.solve.stances import Stances, nearest_text

# Emission standards for cars in the European Community: capability, position (years of delay),
# salience (scholz2011, Table 1, after Bueno de Mesquita 1994).
ACTORS = {
    "Netherlands": (0.08, 4, 0.8),
    "Belgium": (0.08, 7, 0.4),
    "Luxembourg": (0.03, 4, 0.2),
    "Germany": (0.16, 4, 0.8),
    "France": (0.16, 10, 0.6),
    "Italy": (0.16, 10, 0.6),
    "UK": (0.16, 10, 0.9),
    "Ireland": (0.05, 7, 0.1),
    "Denmark": (0.05, 4, 1.0),
    "Greece": (0.08, 7, 0.7),
}
CAPABILITY, POSITION, SALIENCE = np.array(list(ACTORS.values()), dtype=np.float64).T
PRINTED_MEDIANS = [8.4, 9.9, 9.9, 9.9, 9.9, 7.4, 8.8, 9.6]  # Table 2, rounds 1 to 8
PRINTED_MEANS = [7.4, 7.5, 7.6, 7.3, 7.3, 7.4, 7.5, 7.6]
# What the best open replication prints, rounds 0 to 10.
MEDIANS = [7.0, 8.41593231543, 9.61085913412, *3 * [9.9619795904], 7.47204636192]
MEDIANS += [8.82459385526, 9.6711297698, 9.6711297698, 7.0]
MEANS = [7.38995568685, 7.46131437828, 7.55250086586, 7.59014499745, 7.35813053133]
MEANS += [7.34917398968, 7.41487754537, 7.51045718368, 7.57244709755, 7.32498906568, 7.24213095847]


def stances(*rows: tuple[float, float, float]) -> Stances:
    """Return one issue's stances: capability, position and salience of each party."""
    capability, position, salience = np.array(rows).T
    return Stances(position[:, np.newaxis], salience[:, np.newaxis], capability, (np.arange(5.0),))


def test_the_challenge_model_gives_the_rounds_of_the_best_replication():
    rounds = challenge(POSITION, CAPABILITY, SALIENCE, rounds=10)
    assert [each.median for each in rounds] == pytest.approx(MEDIANS, abs=1e-9)
    assert [each.mean for each in rounds] == pytest.approx(MEANS, abs=1e-9)


def test_the_printed_rounds_are_met_within_0_072_but_for_the_second():
    rounds = challenge(POSITION, CAPABILITY, SALIENCE, rounds=8)[1:]
    apart = np.abs([each.median for each in rounds] - np.array(PRINTED_MEDIANS))
    assert apart[1] == pytest.approx(0.289, abs=0.001)
    assert np.delete(apart, 1).max() == pytest.approx(0.072, abs=0.001)
    means = np.abs([each.mean for each in rounds] - np.array(PRINTED_MEANS))
    assert means.max() == pytest.approx(0.061, abs=0.001)


def test_the_other_baselines_of_the_emission_standards():
    table = stances(*zip(CAPABILITY, POSITION, SALIENCE, strict=True))
    assert weighted_mean(table) == pytest.approx([7.389955686853766], abs=1e-12)
    assert weighted_median(table) == pytest.approx([7.0])
    assert challenged(table) == pytest.approx([MEDIANS[1]], abs=1e-9)


def test_nobody_moves_where_all_agree_or_nobody_cares():
    agreed = challenge(np.full(3, 2.0), np.ones(3), np.ones(3), rounds=2)
    assert agreed[-1].position.tolist() == [2.0] * 3
    idle = challenge(np.array([0.0, 1.0]), np.ones(2), np.zeros(2), rounds=2)
    assert idle[-1].position.tolist() == [0.0, 1.0]


def test_positions_stay_between_the_first_ones_whatever_the_unit():
    chance = np.random.default_rng(4)
    for _ in range(20):
        x, c, s = chance.random((3, 7))
        one = challenge(x, c, s, rounds=4)
        other = challenge(100.0 * x + 7.0, c, s, rounds=4)
        assert one[-1].position.min() >= x.min() - 1e-9
        assert one[-1].position.max() <= x.max() + 1e-9
        assert other[1].mean == pytest.approx(100.0 * one[1].mean + 7.0)


def test_mean_and_median_by_hand():
    # Weights 0.4 at 1 and 0.2 at 4: mean (0.4 + 0.8) / 0.6; half the weight lies at 1.
    table = stances((0.5, 1.0, 0.8), (1.0, 4.0, 0.2))
    assert weighted_mean(table) == pytest.approx([2.0])
    assert weighted_median(table) == pytest.approx([1.0])
    nobody = stances((0.5, 3.0, 0.0))
    assert weighted_mean(nobody).tolist() == weighted_median(nobody).tolist() == [0.0]


def test_without_a_table_positions_are_the_best_values():
    table = implied(DINNER)
    assert table.position.tolist() == [[0.0, 0.0], [2.0, 1.0]]
    assert table.salience.tolist() == [[0.75, 0.25], [0.75, 0.25]]
    assert weighted_mean(table).tolist() == [1.0, 0.5]
    assert nearest_text(table, weighted_mean(table)) == (1, 0)


def test_who_cannot_resist_gives_in_to_the_nearest():
    # In the first actor's eyes the others expect to gain (0.25, 0.05), less than it would lose
    # by standing up to them (0.63, 0.10): no confrontation, and nothing to bargain with.
    x, c, s = np.array([1.0, 3.0, 0.0]), np.array([1.0, 0.75, 0.25]), np.array([0.5, 1.0, 0.75])
    assert challenge(x, c, s)[1].position.tolist() == [0.0, 3.0, 0.0]


def test_of_several_compromises_the_lowest_weighted_position_is_taken():
    # The first actor could give way by 4.88 to the second, or by 0.68 to the others; weighted by
    # what each side expects, those lie at (0.242 * 0 + 0.496 * 10) / 0.739 = 6.7 and at 19.3.
    x = np.array([0.0, 10.0, 20.0, 20.0])
    c, s = np.array([0.5, 0.25, 0.25, 0.25]), np.array([0.25, 0.75, 0.75, 0.75])
    moved = challenge(x, c, s)[1].position
    assert moved[0] == pytest.approx(10.0 * 0.24225991 / 0.49632264, abs=1e-6)
