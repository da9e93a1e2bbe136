"""What values are called on which results depend."""

from scenarios.load import library, load
from scenarios.spoken import speaking
from sim.claims.named import cited, named
from sim.claims.register import register


def test_a_path_is_called_by_what_it_means_and_whom_it_is_about():
    found = named("design-the-forum", ("availability.us-commerce", "last_chance", "nothing.such"))
    assert set(found) == {"availability.us-commerce", "last_chance"}
    assert found["availability.us-commerce"] == {
        "title": "chance its principal is free on a given date: Commerce",
        "unit": "probability",
        "path": "availability.us-commerce",
        "forum": "",
    }


def test_a_word_that_may_stand_there_is_told_with_it():
    (found,) = named("economic-2-plus-2", ("authority.jp-mofa.I01=none",)).values()
    assert found["path"] == "authority.jp-mofa.I01"
    assert found["title"].endswith(": none")
    assert "MOFA" in found["title"]
    assert found["unit"] == ""


def test_all_of_it_is_told_in_the_language_spoken():
    with speaking("ja"):
        (found,) = named("economic-2-plus-2", ("authority.jp-mofa.I01=none",)).values()
    assert found["title"].endswith("なし")
    assert "外務省、輸出管理" in found["title"]


def test_a_path_of_another_table_says_which():
    assert named("design-the-forum", ("capacity.jucip",))["capacity.jucip"]["forum"] == "jucip"


def test_every_value_in_the_record_is_named():
    for claim in register()["claims"]:
        for each in claim["found"]:
            paths = tuple(sorted({one["path"] for one in each["depends_on"]}))
            assert set(named(each["scenario"], paths)) == set(paths)


def test_every_claim_is_tested_by_a_scenario_that_lists_its_documents():
    for name, claim in library().claims.items():
        assert name in load(cited(name)).sheet.claims
        assert claim.sources
