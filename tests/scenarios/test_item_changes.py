"""What a scenario says differently about an item, and where sides stand that no item names."""

from pathlib import Path

import pytest

from scenarios.arrange import arrange
from scenarios.items import Item
from scenarios.load import Shelf, check
from tests.scenarios.small import SCENARIO, Raw, figure, put, shared, toml

LEVELS = [{"text": f"Step {n}", "clause": f"They took step {n}." if n else ""} for n in range(5)]


def with_items(folder: Path, raw: dict[str, Raw], **items: Raw) -> Shelf:
    """Return a shelf whose scenario changes items."""
    return Shelf(put(folder, raw, small=SCENARIO + f"\n[items]\n{lines(items)}"))


def lines(tables: Raw) -> str:
    """Return tables as one line each."""
    return "".join(f"{key} = {toml(value)}\n" for key, value in tables.items())


def changed(folder: Path, **change: object) -> tuple[Item, Item]:
    """Return the second item as the scenario sees it, and as all share it."""
    shelf = with_items(folder, shared(), I02=change)
    return shelf.load("small").library.items["I02"], shelf.library.items["I02"]


def test_words_are_replaced(tmp_path: Path):
    item, old = changed(tmp_path, title="Bases", short="Bases", posture="norms", levels=LEVELS)
    assert (item.title, item.short, item.posture) == ("Bases", "Bases", "norms")
    assert item.levels[3].clause == "They took step 3."
    assert old.title == "Item 2"
    assert item.position == old.position


def test_figures_are_replaced_whole_and_one_by_one(tmp_path: Path):
    sourced = {"value": 1.5, "unit": "level", "basis": "sourced", "source": "DOC", "at": 2}
    item, old = changed(tmp_path, position={"jp": sourced}, legislature={"jp": figure(2, "level")})
    assert (item.position["jp"].value, item.position["jp"].why) == (1.5, None)
    assert item.position["us"] == old.position["us"]
    assert item.legislature["us"] == old.legislature["us"]
    assert item.legislature["jp"].value == 2
    assert "jp" not in old.legislature


def test_a_hold_is_added_or_replaced_and_the_others_stay(tmp_path: Path):
    holds = {"us-one": figure("none", "mode"), "us-four": figure("lead", "mode")}
    item, old = changed(tmp_path, authority=holds)
    held = {each.agency: each.hold.value for each in item.authority}
    assert held == {"us-two": "lead", "us-one": "none", "jp-two": "lead", "us-four": "lead"}
    assert "us-four" not in {each.agency for each in old.authority}


def test_a_change_reaches_the_arrays(tmp_path: Path):
    change = {"bindingness": figure(0.123), "authority": {"us-four": figure("share", "mode")}}
    world = arrange(with_items(tmp_path, shared(), I02=change).load("small"))
    item, agency = world.index("item", "I02"), world.index("agency", "us-four")
    assert world.params.bindingness[item] == 0.123
    assert world.params.authority[agency, item] == 0.5


def test_a_child_adds_to_the_changes_of_what_it_extends(tmp_path: Path):
    holds = {"us-four": figure("lead", "mode")}
    child = 'id = "child"\nextends = "small"\n[items]\n' + lines({"I02": {"authority": holds}})
    put(tmp_path, shared(), child=child)
    item = with_items(tmp_path, shared(), I02={"title": "Bases"}).load("child").library.items["I02"]
    assert item.title == "Bases"
    assert item.authority[-1].agency == "us-four"


@pytest.mark.parametrize(
    ("change", "key", "said"),
    [
        ({"levels": LEVELS[1:]}, "levels", "exactly 5"),
        ({"levels": LEVELS[::-1]}, "levels[0].clause", "an empty text"),
        ({"position": {"uk": figure(2, "level")}}, "position.uk", "one of us, jp, other"),
        ({"position": {"jp": figure(5, "level")}}, "position.jp.value", "from 0 to 4"),
        ({"legislature": {"other": figure(2, "level")}}, "legislature.other", "one of us, jp"),
        ({"authority": {"us-tow": figure("lead", "mode")}}, "authority.us-tow", "'us-two'"),
        ({"authority": {"us-two": figure("leads", "mode")}}, "authority.us-two.value", "'lead'"),
        ({"authority": [{"agency": "us-two"}]}, "authority", "a table"),
        ({"bindingness": figure(2)}, "bindingness.value", "from 0 to 1"),
        ({"posture": "defence"}, "posture", "'defensive'"),
        ({"titel": "A"}, "titel", "'title'"),
    ],
)
def test_a_wrong_change_is_told(tmp_path: Path, change: Raw, key: str, said: str):
    shelf = with_items(tmp_path, shared(), I02=change)
    problems = check(tmp_path / "small.toml", shelf)
    assert any(each.key == f"items.I02.{key}" and said in str(each) for each in problems), problems


def test_an_item_that_is_not_shared(tmp_path: Path):
    shelf = with_items(tmp_path, shared(), I92={"title": "Bases"})
    problems = check(tmp_path / "small.toml", shelf)
    assert [(each.key, each.nearest) for each in problems] == [("items.I92", "I02")]


def test_a_side_that_an_item_does_not_name_stands_with_the_others(tmp_path: Path):
    raw = shared()
    raw["items"]["I02"]["position"] = {"us": figure(3, "level"), "other": figure(1.5, "level")}
    small = with_items(tmp_path, raw, I01={"position": {"jp": figure(2, "level")}}).load("small")
    world = arrange(small)
    assert world.figure("position.jp.I02").value == 1.5
    assert world.figure("position.us.I02").value == 3
    assert world.figure("position.jp.I01").value == 2


def test_an_item_names_every_side_or_the_others(tmp_path: Path):
    raw = shared()
    raw["items"]["I02"]["position"] = {"us": figure(3, "level")}
    problems = check(put(tmp_path, raw) / "items.toml", Shelf(tmp_path))
    assert [each.key for each in problems] == ["I02.position.jp"]
    assert 'or one for "other" sides' in str(problems[0])
