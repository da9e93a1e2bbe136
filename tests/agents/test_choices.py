"""What one may watch and play, and which forums are near to a scenario."""

from agents.choices import choices


def test_every_table_is_offered_once_and_a_scenarios_own_come_first():
    for each in choices():
        kin = [table["kin"] for table in each["configurations"]]
        ids = [table["id"] for table in each["configurations"]]
        assert kin == sorted(kin, key=["own", "wider", "other"].index)
        assert len(ids) == len(set(ids))
        assert ids[0] == each["configuration"]
        assert {arm["forum"] for arm in each["arms"]} <= set(ids[: kin.count("own")])


def test_tables_with_more_seats_come_before_those_with_others():
    two_plus_two = next(each for each in choices() if each["id"] == "economic-2-plus-2")
    kin = {table["id"]: table["kin"] for table in two_plus_two["configurations"]}
    assert kin["3-plus-3-energy"] == "wider"
    assert kin["jucip"] == "other"
