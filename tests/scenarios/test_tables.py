"""Tables that no scenario seats yet, further sides, and who brings a side into a run."""

from pathlib import Path

import pytest

from scenarios.arrange import arrange
from scenarios.load import Shelf, library, load
from scenarios.paths import Change
from scenarios.sides import SIDE_FIGURES
from scenarios.wording import OF_TWO
from tests.scenarios.small import SCENARIO, Raw, agency, figure, figures, forum, put, shared

TWO = ("us", "jp")
SEATLESS = {"us-nec", "us-diu", "us-health", "jp-health"}


def third_side(held: list[str]) -> dict[str, Raw]:
    """Return the small world with a third side, whose one agency holds authority over items."""
    raw = shared()
    raw["world"]["sides"]["au"] = {"name": "Yonder", "short": "AU", **figures(SIDE_FIGURES)}
    holds = [{"items": held, "hold": figure("lead", "mode")}]
    raw["agencies"]["au-one"] = {**agency("au", 1), "holds": holds}
    for item in raw["items"].values():
        item["position"]["other"] = figure(1, "level")
    raw["forums"]["forum"]["wide"] = forum(["us-one"], ["jp-one"], "any")
    raw["forums"]["forum"]["wide"]["seats"]["au"] = ["au-one"]
    return raw


def test_authority_alone_brings_no_side_into_a_run(tmp_path: Path):
    small = Shelf(put(tmp_path, third_side(["I01", "I02"]), small=SCENARIO)).load("small")
    assert arrange(small).sides == TWO
    assert arrange(small, "wide").sides == (*TWO, "au")
    named = arrange(small, "pair", [Change("consult.au-one", "partner")])
    assert named.sides == (*TWO, "au")


def test_a_world_of_two_sides_is_the_same_beside_a_third(tmp_path: Path):
    third = Shelf(put(tmp_path, third_side(["I01", "I02"]), small=SCENARIO)).load("small")
    (alone := tmp_path / "alone").mkdir()
    two = Shelf(put(alone, shared(), small=SCENARIO)).load("small")
    assert arrange(third).digest == arrange(two).digest


def test_an_agency_may_state_many_holds_at_once(tmp_path: Path):
    items = Shelf(put(tmp_path, third_side(["I01", "I02"]), small=SCENARIO)).library.items
    held = {name: {each.agency for each in item.authority} for name, item in items.items()}
    assert {name for name, holders in held.items() if "au-one" in holders} == {"I01", "I02"}


def test_what_an_item_says_of_a_hold_goes_before(tmp_path: Path):
    raw = third_side(["I01"])
    raw["items"]["I01"]["authority"].append({"agency": "au-one", "hold": figure("share", "mode")})
    authority = Shelf(put(tmp_path, raw, small=SCENARIO)).library.items["I01"].authority
    assert [each.hold.value for each in authority if each.agency == "au-one"] == ["share"]


def test_a_further_side_has_one_lead_on_every_item():
    for name, item in library().items.items():
        leads = [each.agency for each in item.authority if each.hold.value == "lead"]
        sides = [library().agencies[agency].side for agency in leads]
        for side in library().sides:
            if side not in TWO:
                assert sides.count(side) == 1, (name, side)


def test_every_agency_says_who_it_is_in_a_few_sentences():
    for name, each in library().agencies.items():
        assert 25 <= len(each.who.split()) <= 60, name


def test_every_agency_has_a_seat_or_authority_somewhere():
    seated = {
        agency
        for each in library().forums.values()
        for seats in each.seats.values()
        for agency in seats
    }
    holders = {each.agency for item in library().items.values() for each in item.authority}
    assert library().agencies.keys() - seated - holders <= SEATLESS


def test_every_kind_of_actor_is_there_and_each_cites_a_document():
    kinds = {each.kind for each in library().actors.values()}
    assert kinds == {"legislature", "faction", "business", "third country", "other"}
    tables = (*library().actors.values(), *library().dialogues.values())
    for citation in (each for table in tables for each in table.sources):
        assert library().sources[citation.source].kind == "document"
        assert citation.at


def test_no_name_stands_for_two_things():
    shared = library()
    tables = (shared.agencies, shared.forums, shared.actors, shared.dialogues, shared.sides)
    names = [name for table in tables for name in table]
    shorts = [each.short for table in tables[:4] for each in table.values()]
    assert sorted(shorts) == sorted(set(shorts))
    assert len(names) - len(set(names)) == len({"g7"})


@pytest.mark.parametrize("forum", ["quad", "g7", "indo-pacific-framework"])
def test_more_than_two_sides_sit_at_a_wider_forum(forum: str):
    world = arrange(load("two-tracks"), forum)
    assert world.sides[:2] == TWO
    assert len(world.sides) > 2
    p = world.params
    for side in range(2, p.n_sides):
        own = p.side[: p.n_agencies] == side
        assert (p.authority[: p.n_agencies, : p.n_items][own].sum(axis=0) > 0).all()


def test_a_clause_speaks_of_two_only_where_there_are_two():
    two, four = (arrange(load("two-tracks"), forum) for forum in ("economic-2-plus-2", "quad"))
    for item in two.items:
        for level in range(1, 5):
            assert not OF_TWO.search(four.clause(item, level))
    assert two.clause("I03", 1).startswith("Recognizing")
    assert "the two sides decided" in two.clause("I03", 1)
    assert "the sides decided" in four.clause("I03", 1)
