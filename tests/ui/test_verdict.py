"""A deal in one figure, and beside the text that balances all gains best."""

from types import SimpleNamespace

import numpy as np

from ui.pictures.verdict import alternative, verdict
from ui.words.catalogue import words

TEXT = words("debrief", "en")
WORLD = SimpleNamespace(
    short=lambda kind, name: name.upper(), label=lambda item, level: f"{item} to {level}"
)


def found(outcome="full", mine=0.5, nash=True):
    """Return a debrief of two items: no deal is worth 0.3, the best text 0.7."""
    point = SimpleNamespace(values=np.array([0.6, 0.5]), text=(1, 3))
    domain = SimpleNamespace(walk_away=np.array([0.3, 0.3]), issues=("i01", "i02"))
    edge = SimpleNamespace(values=np.array([[0.7, 0.3], [0.6, 0.5]]))
    solution = SimpleNamespace(domain=domain, edge=edge, points={"nash": point if nash else None})
    return SimpleNamespace(
        seat=0, outcome=outcome, text=(1, 0), values=np.array([mine, 0.4]), solution=solution
    )


def test_a_deal_halfway_is_halfway():
    made = verdict(found(), TEXT)
    assert made["points"] == "50.0"
    assert made["said"].startswith("50 % of the way")
    assert [(each["id"], each["at"]) for each in made["marks"]] == [
        ("none", 0.0),
        ("deal", 50.0),
        ("nash", 75.0),
        ("best", 100.0),
    ]


def test_a_deal_worse_than_none_says_so_and_lies_left_of_it():
    made = verdict(found(mine=0.1), TEXT)
    assert made["said"] == TEXT["verdict"]["below"]
    assert [each["at"] for each in made["marks"]][:2] == [33.3, 0.0]


def test_where_the_talks_failed_there_is_no_deal_on_the_scale():
    made = verdict(found("none", mine=0.3), TEXT)
    assert made["said"] == TEXT["verdict"]["lost"]
    assert "deal" not in [each["id"] for each in made["marks"]]
    assert alternative(found("none"), WORLD, TEXT)["lead"].startswith("What was agreed when")


def test_each_item_says_how_far_either_text_goes():
    rows = alternative(found(), WORLD, TEXT)["rows"]
    assert [(each["name"], each["made"], each["best"]) for each in rows] == [
        ("I01", 1, 1),
        ("I02", 0, 3),
    ]
    assert rows[0]["said"] == "Level 1 in both: i01 to 1"
    assert rows[1]["said"] == "Level 0: i02 to 0. Nash: level 3, i02 to 3"


def test_without_a_text_that_all_gain_from_nothing_is_set_beside_the_deal():
    assert alternative(found(nash=False), WORLD, TEXT)["rows"] == []
    assert "nash" not in [each["id"] for each in verdict(found(nash=False), TEXT)["marks"]]
